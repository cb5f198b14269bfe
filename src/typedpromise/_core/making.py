"""Make promises of the class that users see."""

from __future__ import annotations

from .handlers import Chained
from .origins import record_origin, tracking
from .states import NO_JOB, PENDING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final


def new_promise() -> Chained:
    """Return a pending promise of the public class."""
    cls = public.cls
    promise: Chained = public.new(cls)
    # What `cell.blank` does: a call is what a link of a chain can least afford.
    promise._state = PENDING
    promise._kind = NO_JOB
    promise._value = None
    promise._on_fulfilled = None
    promise._on_rejected = None
    promise._reaction = None
    if tracking.places is not None:
        record_origin(promise)
    return promise


class Public:
    """The class that users see, and how it makes an object."""

    __slots__ = ("cls", "new")

    def __init__(self) -> None:
        """Start with a class of the core's, until `typedpromise._promise` has said which."""
        self.cls: type[Chained] = Chained
        # `cls.__new__`, which is looked for in vain in every class up to `object`.
        # Any: typed for a class that is known.
        self.new: Any = Chained.__new__


# Set by `typedpromise._promise`: what the methods return is of the class that users see.
public: Final = Public()


def set_public_class(cls: type[Chained]) -> None:
    """Have the methods make promises of `cls`."""
    public.cls = cls
    public.new = cls.__new__
