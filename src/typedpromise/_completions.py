"""Promises in the order in which they settle: what `Promise.as_completed` gives."""

from __future__ import annotations

from ._core.combinators import items_of
from ._core.native import deque
from ._core.promise import CorePromise
from ._core.reaction import Reaction
from ._core.settlement import attach
from ._core.subscript import subscripted
from ._resolvers import Resolvers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import GenericAlias

    from ._core.cell import Cell
    from ._core.jobs import JobQueue


class Completions:
    """Gives each promise when it has settled: `async for` in a coroutine, `for` where the thread may block.

    What it gives is settled, so `await promise` or `promise.get()` gives the value or raises the reason at once.
    A promise that is rejected and that nobody looks at is reported as unhandled, like any other.
    """

    __slots__ = ("_left", "_settled", "_wanted")
    __module__ = "typedpromise"

    def __init__(self, *promises: object) -> None:
        """Wait for promises given as to `Promise.all`; made by `Promise.as_completed`."""
        items, _ = items_of(promises, "as_completed")
        self._left = len(items)
        self._settled: deque[Cell] = deque()
        # What those wait for who have found nothing settled.
        self._wanted: Resolvers | None = None
        for item in items:
            promise = CorePromise.resolve(item)
            attach(promise, _Completion(self, promise))

    def __iter__(self) -> Completions:
        """Iterate in the order of settling; the thread waits, as in `get()`."""
        return self

    def __next__(self) -> Cell:
        """Return the next promise that has settled.

        Raises:
            StopIteration: All have been given.
            BlockingGetError: None has settled and an event loop is running in this thread.

        """
        if self._left == 0:
            raise StopIteration
        while not self._settled:
            CorePromise.wait(self._arrival())  # type: ignore[arg-type] # a promise of the public class
        self._left -= 1
        return self._settled.popleft()

    def __aiter__(self) -> Completions:
        """Iterate in the order of settling; the coroutine is suspended meanwhile."""
        return self

    async def __anext__(self) -> Cell:
        """Return the next promise that has settled.

        Raises:
            StopAsyncIteration: All have been given.

        """
        if self._left == 0:
            raise StopAsyncIteration
        self._left -= 1  # at once, for two coroutines may share the iteration
        try:
            while not self._settled:
                await self._arrival()  # type: ignore[misc] # a promise of the public class
        except BaseException:
            self._left += 1
            raise
        return self._settled.popleft()

    def _arrival(self) -> Cell:
        wanted = self._wanted
        if wanted is None:
            wanted = self._wanted = Resolvers()
        if self._settled:  # another thread was faster than we were to ask
            wanted.resolve(None)
        return wanted.promise

    def _arrive(self, promise: Cell) -> None:
        """Take note of a settled promise, and wake who waits for it."""
        self._settled.append(promise)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted.resolve(None)

    def __class_getitem__(cls, item: object) -> GenericAlias:
        """Return `Completions[item]`; the typed face is generic, the class is not."""
        return subscripted(cls, item)


class _Completion(Reaction):
    """Brings a settled promise to the `Completions` that wait for it."""

    __slots__ = ("_completions", "_promise")

    def __init__(self, completions: Completions, promise: Cell) -> None:
        """Take the two."""
        self._completions = completions
        self._promise = promise

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        queue.jobs.append(self)

    def _run(self, queue: JobQueue) -> None:
        self._completions._arrive(self._promise)

    def _only_waits(self) -> bool:
        return True
