"""Run the jobs before the outermost library call returns, also inside an event loop."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class ImmediateScheduler:
    """No deferring: what happens by itself where no event loop runs, asked for by name.

    Handlers are still trampolined: inside a handler, an executor or `try_` the jobs wait until it returns.
    Not Promises/A+ (2.2.4), for a handler may run inside `then` or `resolve`; it is what `promise` 2.3 does.
    """

    __slots__ = ()
    # Tells the job queue that only nesting may hold a drain back.
    immediate = True

    def call_soon(self, drain: Callable[[], object], /) -> None:
        """Call `drain()` now."""
        drain()
