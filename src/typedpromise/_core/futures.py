"""Adopt the standard library's futures, without importing asyncio or concurrent.futures."""

from __future__ import annotations

import sys

from typedpromise.errors import PromiseCancelledError

from .loops import running_loop
from .settlement import settle
from .states import REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from .jobs import JobQueue
    from .settlement import Cell

    # Any: asyncio.Future[object] or concurrent.futures.Future[object], neither of which may be imported.
    AnyFuture: TypeAlias = Any
    Resolve: TypeAlias = Callable[[Cell, object, JobQueue | None], None]


def is_asyncio_future(value: object) -> bool:
    """Whether `value` is an asyncio future or task, by the mark that `asyncio.isfuture` looks for."""
    return getattr(type(value), "_asyncio_future_blocking", None) is not None


def is_concurrent_future(value: object) -> bool:
    """Whether `value` is a `concurrent.futures.Future`; without the module imported there is none."""
    base = sys.modules.get("concurrent.futures._base")
    return base is not None and isinstance(value, base.Future)


def adopt_asyncio_future(cell: Cell, future: AnyFuture, resolve: Resolve) -> None:
    """Have `cell` settle as `future` does, on the thread of the future's loop."""
    adopt = FutureAdoption(cell, resolve)
    loop = future.get_loop()
    # An asyncio future may be touched only from the thread its loop runs in.
    if loop.is_running() and running_loop() is not loop:
        loop.call_soon_threadsafe(future.add_done_callback, adopt)
    else:
        future.add_done_callback(adopt)


def adopt_concurrent_future(cell: Cell, future: AnyFuture, resolve: Resolve) -> None:
    """Have `cell` settle as `future` does, on the thread that completes it."""
    future.add_done_callback(FutureAdoption(cell, resolve))


class FutureAdoption:
    """The done-callback of an adopted future."""

    __slots__ = ("_cell", "_resolve")

    def __init__(self, cell: Cell, resolve: Resolve) -> None:
        """Take the locked promise, and the function that resolves it."""
        self._cell = cell
        self._resolve = resolve

    def __call__(self, future: AnyFuture) -> None:
        """Settle the promise as `future` is done."""
        if future.cancelled():
            message = f"the future behind the promise was cancelled: {future!r}"
            settle(self._cell, REJECTED, PromiseCancelledError(message), None)
            return
        error = future.exception()
        if error is not None:
            settle(self._cell, REJECTED, error, None)
        else:
            self._resolve(self._cell, future.result(), None)
