"""`PromiseList`: what `Promise.all` was made of."""

from __future__ import annotations

from ._jobs import run_jobs
from ._joining import joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["PromiseList"]


class PromiseList:
    """Joins promises; `Promise.all(values)` is what to write.

    Attributes:
        promise: The promise of the list of their values.

    """

    __slots__ = ("_length", "promise")

    def __init__(self, values: Any, promise_class: Any) -> None:
        """Wait for `values`, an iterable of promises and values, with a promise of `promise_class`."""
        length = 0
        # Read once here: it may be an iterator.
        if hasattr(values, "__iter__") and not promise_class.is_thenable(values):
            values = list(values)
            length = len(values)
        self._length = length
        self.promise: Any = promise_class._pending()
        joined(self.promise, values)
        run_jobs()

    def __len__(self) -> int:
        """Return how many there are."""
        return self._length

    @property
    def is_resolved(self) -> bool:
        """Whether the list is decided."""
        return not self.promise.is_pending
