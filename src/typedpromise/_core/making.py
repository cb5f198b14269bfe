"""Make promises of the class that users see."""

from __future__ import annotations

from .adoption import ResolvingFunctions
from .cell import Cell, public
from .native import mypyc_attr
from .origins import record_origin, tracking
from .states import NO_JOB, PENDING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final


class Allocator:
    """Allocates promises; the one that does stands above the class that they are of (allocation.py)."""

    __slots__ = ()

    # Any: of the class that is given, whatever it is.
    def new(self, cls: Any) -> Cell:
        """Return an object of `cls` without calling its `__init__`."""
        raise NotImplementedError


class _Allocation:
    __slots__ = ("allocator",)

    def __init__(self) -> None:
        self.allocator = Allocator()


_allocation: Final = _Allocation()


def set_allocator(allocator: Allocator) -> None:
    """Have promises allocated by `allocator`; called once, at import."""
    _allocation.allocator = allocator


def new_of(cls: Any) -> Cell:
    """Return a new object of `cls`, the public class, without calling its `__init__`."""
    return _allocation.allocator.new(cls)


if hasattr(new_of, "__code__"):  # interpreted, the detour is dearer
    # Not `object.__new__` itself, which stubtest takes for a class method.
    globals()["new_of"] = object.__new__.__call__  # type: ignore[operator] # it has one


def new_promise() -> Cell:
    """Return a pending promise of the public class."""
    promise: Cell = new_of(public.cls)
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


@mypyc_attr(allow_interpreted_subclasses=True)
class CoreResolvers(ResolvingFunctions):
    """A promise with the functions that decide it, without the generic face, which is `typedpromise.Resolvers`.

    Here and not there, because compiled the way through an interpreted `__init__` takes 1,400 instructions.
    """

    __slots__ = ("promise",)

    promise: Cell

    def __init__(self) -> None:
        """Make the promise."""
        self._cell = self.promise = new_promise()
