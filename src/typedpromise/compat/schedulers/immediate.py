"""`ImmediateScheduler`: handlers run before the outermost call returns."""

from __future__ import annotations

from typedpromise import schedulers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    # Any: a `Promise` of ours, whose typed face does not show that it is a Cell.
    _Promise: TypeAlias = Any


__all__ = ["ImmediateScheduler"]


class ImmediateScheduler(schedulers.ImmediateScheduler):
    """No deferring, which is how a program begins."""

    __slots__ = ()

    def call(self, fn: Callable[[], object]) -> None:
        """Call `fn()` now; what it raises is raised here, and not swallowed as in 2.3."""
        fn()

    def wait(self, promise: _Promise, timeout: float | None = None) -> None:
        """Block the thread until `promise` has settled.

        Raises:
            PromiseTimeoutError: Time is up.

        """
        from typedpromise.compat._waiting import wait_by_lock

        wait_by_lock(promise, timeout, "ImmediateScheduler")
