"""Adopt the standard library's futures, without importing asyncio or concurrent.futures."""

from __future__ import annotations

import sys

from .failures import cancelled_future, reject_with
from .loops import running_loop
from .settlement import settle
from .states import REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from .cell import Cell
    from .jobs import JobQueue

    # Any: asyncio.Future[object] or concurrent.futures.Future[object], neither of which may be imported.
    _AnyFuture: TypeAlias = Any
    _Resolve: TypeAlias = Callable[[Cell, object, JobQueue | None], None]


def is_asyncio_future(value: object) -> bool:
    """Whether `value` is an asyncio future or task, by the mark that `asyncio.isfuture` looks for."""
    return getattr(type(value), "_asyncio_future_blocking", None) is not None


def is_concurrent_future(value: object) -> bool:
    """Whether `value` is a `concurrent.futures.Future`; without the module imported there is none."""
    base = sys.modules.get("concurrent.futures._base")
    return base is not None and issubclass(type(value), base.Future)


def adopt_future(cell: Cell, future: _AnyFuture, resolve: _Resolve, queue: JobQueue | None) -> None:
    """Have `cell` settle as `future` does: at once if it is done, else on the thread that completes it."""
    adoption = FutureAdoption(cell, resolve)
    try:
        done = future.done()
        if not done:
            _call_when_done(future, adoption)
    except Exception as error:  # noqa: BLE001 - its loop was closed meanwhile, or it is no real future: the reason
        reject_with(cell, error, queue)
        return
    if done:  # not left to a callback, for which the future's loop would have to run
        adoption.take(future, queue)


def _call_when_done(future: _AnyFuture, adoption: FutureAdoption) -> None:
    if is_asyncio_future(future):
        loop = future.get_loop()
        # An asyncio future may be touched only from the thread its loop runs in.
        if loop.is_running() and running_loop() is not loop:
            loop.call_soon_threadsafe(future.add_done_callback, adoption)
            return
    future.add_done_callback(adoption)


class FutureAdoption:
    """The done-callback of an adopted future."""

    __slots__ = ("_cell", "_resolve")

    def __init__(self, cell: Cell, resolve: _Resolve) -> None:
        """Take the locked promise, and the function that resolves it."""
        self._cell = cell
        self._resolve = resolve

    def __call__(self, future: _AnyFuture) -> None:
        """Settle the promise as `future` is done."""
        self.take(future, None)

    def take(self, future: _AnyFuture, queue: JobQueue | None) -> None:
        """Settle the promise as `future`, which is done, with the jobs going to `queue`."""
        if future.cancelled():
            settle(self._cell, REJECTED, cancelled_future(future), queue)
            return
        error = future.exception()
        if error is not None:
            settle(self._cell, REJECTED, error, queue)
        else:
            self._resolve(self._cell, future.result(), queue)
