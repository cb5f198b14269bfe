"""Make promises of the class that users see."""

from __future__ import annotations

from .handlers import Chained
from .settlement import blank


def new_promise() -> Chained:
    """Return a pending promise of the public class."""
    cls = _public.cls
    promise: Chained = cls.__new__(cls)
    blank(promise)
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
