"""Where a promise was made, kept only while somebody asks for it.

Off by default, because a look at the stack costs a third of what a `then` costs;
on with `track_origins(True)`, with the environment variable TYPEDPROMISE_ORIGINS=1 and in Python's development mode
(`python -X dev`), as asyncio's debug mode is.
The places lie in a table beside the promises, so that nobody pays a slot for them.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Final
    from weakref import WeakKeyDictionary

    from .cell import Cell

_PACKAGE = __name__.partition(".")[0]


class Tracking:
    """The switch, and the table of places while it is on."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        """Start switched off."""
        self.places: WeakKeyDictionary[Cell, str] | None = None


tracking: Final = Tracking()


def track_origins(on: bool = True) -> bool:  # noqa: FBT001, FBT002 - reads as a switch: track_origins(False)
    """Switch the recording of origins on or off; return whether it was on.

    Args:
        on: `True` to record from now on, `False` to stop and forget.

    An unhandled rejection is then reported with the line that made its promise.
    The switch holds for all threads.

    """
    was_on = tracking.places is not None
    if on and not was_on:
        from weakref import WeakKeyDictionary

        tracking.places = WeakKeyDictionary()
    elif not on:
        tracking.places = None
    return was_on


def record_origin(promise: Cell) -> None:
    """Note the line of the user's that is making `promise`; to be called while origins are tracked."""
    places = tracking.places
    if places is not None:
        try:
            places[promise] = caller_place()
        except TypeError:  # one of our own without a weak reference, or of a subclass without a hash
            return


def origin_of(promise: Cell) -> str | None:
    """Return the place where `promise` was made, or None where it was not tracked."""
    places = tracking.places
    if places is None:
        return None
    try:
        return places.get(promise)
    except TypeError:
        return None


def caller_place() -> str:
    """Return the innermost place on the stack that is not in this package, as `file:line in function`."""
    frame: FrameType | None = sys._getframe(0)
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module != _PACKAGE and not module.startswith(_PACKAGE + "."):
            return f"{frame.f_code.co_filename}:{frame.f_lineno} in {frame.f_code.co_qualname}"
        frame = frame.f_back
    return "an unknown place"


if sys.flags.dev_mode or os.environ.get("TYPEDPROMISE_ORIGINS", "0") not in {"", "0"}:
    track_origins()
