"""Allocate promises of the public class, compiled.

In the `__new__` of a class without subclasses the compiler turns `object.__new__` into a call of its allocator,
and believes the annotation; elsewhere it looks for the allocator by name, along the bases, and checks the result.
That saves 80 of 2,490 instructions a link (docs/performance.md).
What comes out is of the class that is given, which has the slots of `CorePromise` and a weak reference behind them.
To the compiler its methods are those of `CorePromise`, whatever an interpreted class overrides:
none is given here but the public class, which overrides none (tests/core/test_allocation.py).

The pure build does not import this.
"""

from __future__ import annotations

from .making import Allocator, set_allocator
from .promise import CorePromise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .cell import Cell


class _Allocated(CorePromise):
    __slots__ = ()

    # Any: the class is another. The return type is what the compiler is to believe, and nothing here is constructed.
    def __new__(cls: Any) -> _Allocated:  # noqa: PYI034 # pyright: ignore[reportInconsistentConstructor]
        return object.__new__(cls)  # type: ignore[no-any-return] # as above


class PromiseAllocator(Allocator):
    """Allocates what has the layout of `CorePromise`."""

    __slots__ = ()

    def new(self, cls: Any) -> Cell:
        """Return an object of `cls` without calling its `__init__`."""
        return _Allocated.__new__(cls)


set_allocator(PromiseAllocator())
