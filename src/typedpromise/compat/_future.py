"""An asyncio future of a promise: asyncio is imported for those who ask."""

from __future__ import annotations

import asyncio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    # Any: a `Promise` of ours, whose typed face does not show that it is a Cell.
    _Promise: TypeAlias = Any


def future_of(promise: _Promise) -> Any:
    """Return a future that settles as `promise` does, whichever thread settles it."""
    loop = _loop()
    future: asyncio.Future[Any] = loop.create_future()

    def finish(value: object, error: BaseException | None) -> None:
        if future.done():
            return
        if error is None:
            future.set_result(value)
        else:
            future.set_exception(error)

    def settle(value: object, error: BaseException | None = None) -> None:
        if asyncio._get_running_loop() is loop or not loop.is_running():
            finish(value, error)
        else:
            loop.call_soon_threadsafe(finish, value, error)

    def fail(error: BaseException) -> None:
        settle(None, error)

    promise.done(settle, fail)
    return future


def _loop() -> asyncio.AbstractEventLoop:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        pass
    from warnings import catch_warnings, simplefilter

    try:
        with catch_warnings():
            simplefilter("ignore", DeprecationWarning)
            return asyncio.get_event_loop()
    except RuntimeError:  # this thread has none: since 3.14 none is made
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        return loop
