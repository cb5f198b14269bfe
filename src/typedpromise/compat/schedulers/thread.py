"""`ThreadScheduler`: handlers run on a thread of their own."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    # Any: a `Promise` of ours, whose typed face does not show that it is a Cell.
    _Promise: TypeAlias = Any


__all__ = ["ThreadScheduler"]


class ThreadScheduler:
    """Starts a thread for each drain; in 2.3 that thread failed, unless the trampoline was disabled."""

    def call(self, fn: Callable[[], object]) -> None:
        """Call `fn()` on a new thread."""
        from threading import Thread

        Thread(target=fn).start()

    def call_soon(self, drain: Callable[[], object], /) -> None:
        """Call `drain()` on a new thread."""
        self.call(drain)

    def wait(self, promise: _Promise, timeout: float | None = None) -> None:
        """Block the calling thread until `promise` has settled.

        Raises:
            PromiseTimeoutError: Time is up.

        """
        from typedpromise.compat._waiting import wait_by_lock

        wait_by_lock(promise, timeout, "ThreadScheduler")
