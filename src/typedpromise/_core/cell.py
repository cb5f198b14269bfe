"""The state of a promise, and who waits for it.

Resolving a promise with another links the inner one into the outer one (union-find): the inner forwards, the root
carries state and reactions.
So adoption never recurses, and a promise loop keeps nothing: each turn's promise is freed when its handler has run.
"""

from __future__ import annotations

from .native import i32, mypyc_attr
from .origins import record_origin, tracking
from .reaction import Reaction
from .states import LINKED, NO_JOB, PENDING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final


@mypyc_attr(allow_interpreted_subclasses=True)
class Cell(Reaction):
    """The state of a promise, and the job it is while it waits for another; six slots, 96 bytes with a weak reference.

    A slot serves different things at different times, since a settled promise needs no handlers
    and a waiting one has no value.
    """

    __slots__ = (
        "_kind",  # the job, see states.py
        "_on_fulfilled",  # handler, filter of a catch, or source; once rejected: the RejectionGuard
        "_on_rejected",  # handler, or source; once rejected: the traceback of the reason at that time
        "_reaction",  # None, a reaction, a list of them (and of such lists); once linked: the promise forwarded to
        "_state",  # see states.py
        "_value",  # once settled: value or reason; before: the context its handler will run in, None for an empty one
    )
    _state: i32
    _kind: i32
    # Any: slots of several uses; each use knows its type, and the typed face is in stubs/.
    _value: Any
    _on_fulfilled: Any
    _on_rejected: Any
    _reaction: Any


class Public:
    """The class that users see."""

    __slots__ = ("cls",)

    def __init__(self) -> None:
        """Start with a class of the core's, until `typedpromise._promise` has said which."""
        self.cls: type[Cell] = Cell


# What the methods return is of this class.
public: Final = Public()


def set_public_class(cls: type[Cell]) -> None:
    """Have the methods make promises of `cls`."""
    public.cls = cls


def blank(cell: Cell) -> None:
    """Make `cell` a pending promise that nobody waits for."""
    cell._state = PENDING
    cell._kind = NO_JOB
    cell._value = None
    cell._on_fulfilled = None
    cell._on_rejected = None
    cell._reaction = None
    if tracking.places is not None:
        record_origin(cell)


def root_of(cell: Cell) -> Cell:
    """Return the promise that settles in place of `cell`: itself, unless it is linked."""
    while cell._state == LINKED:
        # No lock: a link is for ever, and every path that another thread may store here leads to the same root.
        target: Cell = cell._reaction
        if target._state == LINKED:
            cell._reaction = target._reaction  # path halving keeps later walks short
        cell = target
    return cell
