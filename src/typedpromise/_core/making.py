"""Make promises of the class that users see."""

from __future__ import annotations

from .handlers import Chained
from .origins import record_origin, tracking
from .states import NO_JOB, PENDING


def new_promise() -> Chained:
    """Return a pending promise of the public class."""
    cls = _public.cls
    promise: Chained = cls.__new__(cls)
    # What `settlement.blank` does: a call is what a link of a chain can least afford.
    promise._state = PENDING
    promise._kind = NO_JOB
    promise._value = None
    promise._on_fulfilled = None
    promise._on_rejected = None
    promise._reaction = None
    if tracking.places is not None:
        record_origin(promise)
    return promise


class _Public:
    __slots__ = ("cls",)

    def __init__(self) -> None:
        self.cls: type[Chained] = Chained


# Set by `typedpromise._promise`: what the methods return is of the class that users see.
_public = _Public()


def set_public_class(cls: type[Chained]) -> None:
    """Have the methods make promises of `cls`."""
    _public.cls = cls
