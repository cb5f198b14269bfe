"""`GeventScheduler`: handlers run on greenlets. gevent is imported when it is needed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    # Any: a `Promise` of ours, whose typed face does not show that it is a Cell.
    _Promise: TypeAlias = Any


__all__ = ["GeventScheduler"]


class GeventScheduler:
    """Spawns a greenlet for each drain."""

    def call(self, fn: Callable[[], object]) -> None:
        """Call `fn()` on a new greenlet."""
        _imported("gevent").spawn(fn)

    def call_soon(self, drain: Callable[[], object], /) -> None:
        """Call `drain()` on a new greenlet."""
        self.call(drain)

    def wait(self, promise: _Promise, timeout: float | None = None) -> None:
        """Let other greenlets run until `promise` has settled.

        Raises:
            PromiseTimeoutError: Time is up.

        """
        from typedpromise.compat._waiting import timed_out

        event = _imported("gevent.event").Event()

        def settled(_: object) -> None:
            event.set()

        promise.done(settled, settled)
        if not event.wait(timeout):
            raise timed_out(promise, timeout, "GeventScheduler.wait()")


def _imported(module: str) -> Any:  # Any: gevent may not be installed, and is not typed for us
    from importlib import import_module

    return import_module(module)
