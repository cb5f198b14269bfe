"""Run the jobs on one asyncio event loop, whichever thread settles the promise."""

from __future__ import annotations

from typedpromise._core.loops import running_loop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable


class AsyncioScheduler:
    """Brings handlers onto `loop`, where a thread of an executor settles the promise.

    A thread that waits in `get()` or `wait()` still runs its own jobs itself.
    Inside a running loop nothing of this is needed: a promise finds the loop of its thread by itself.
    """

    __slots__ = ("_loop",)

    def __init__(self, loop: AbstractEventLoop) -> None:
        """Take the loop.

        Args:
            loop: The event loop that is to run the handlers.

        """
        self._loop = loop

    def call_soon(self, drain: Callable[[], object], /) -> None:
        """Have the loop call `drain()` on its next tick; from any thread.

        Raises:
            RuntimeError: The loop is closed.

        """
        if running_loop() is self._loop:
            self._loop.call_soon(drain)
        else:
            self._loop.call_soon_threadsafe(drain)
