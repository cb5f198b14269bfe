"""Run the jobs when told: Promises/A+ timing without an event loop."""

from __future__ import annotations

from collections import deque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class DeferredScheduler:
    """Keeps the drains until somebody calls `run()`.

    Handlers then never run inside `then`, `resolve` or `reject`; `get()` and `wait()` still run what they wait for.
    For programs with a main loop of their own, and for tests.
    """

    __slots__ = ("_drains",)

    def __init__(self) -> None:
        """Start with nothing to run."""
        self._drains: deque[Callable[[], object]] = deque()

    def call_soon(self, drain: Callable[[], object], /) -> None:
        """Keep `drain` for the next `run()`; from any thread."""
        self._drains.append(drain)

    def run(self) -> int:
        """Run what has been kept, and what comes meanwhile; return how many drains that were.

        Raises: `KeyboardInterrupt` and `SystemExit` of a handler; the rest stays for the next `run()`.
        """
        count = 0
        while self._drains:
            self._drains.popleft()()
            count += 1
        return count
