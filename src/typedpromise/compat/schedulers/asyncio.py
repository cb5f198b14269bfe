"""`AsyncioScheduler`: handlers run on one asyncio event loop."""

from __future__ import annotations

from typedpromise import schedulers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable
    from typing import Any, TypeAlias

    # Any: a `Promise` of ours, whose typed face does not show that it is a Cell.
    _Promise: TypeAlias = Any


__all__ = ["AsyncioScheduler"]


class AsyncioScheduler(schedulers.AsyncioScheduler):
    """Brings handlers onto a loop, from whichever thread."""

    __slots__ = ("loop",)

    def __init__(self, loop: AbstractEventLoop | None = None) -> None:
        """Take the loop; left out: the current one of the thread."""
        if loop is None:
            from asyncio import get_event_loop

            loop = get_event_loop()
        self.loop: AbstractEventLoop = loop
        super().__init__(loop)

    def call(self, fn: Callable[[], object]) -> None:
        """Have the loop call `fn()` on its next tick."""
        self.call_soon(fn)

    def wait(self, promise: _Promise, timeout: float | None = None) -> None:
        """Block the thread until `promise` has settled; 2.3 returned at once.

        Raises:
            PromiseTimeoutError: Time is up.
            BlockingGetError: This thread runs a loop, which would stop.

        """
        from typedpromise._core.waiting import wait_for
        from typedpromise.compat._waiting import timed_out

        if not wait_for(promise, timeout):
            raise timed_out(promise, timeout, "AsyncioScheduler.wait()")
