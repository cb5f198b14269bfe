"""The thread, the event loop and the scheduler in which a load was asked for."""

from __future__ import annotations

import sys

from .jobs import current_queue, thread_ident
from .loops import running_loop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any, Final

    from typedpromise.schedulers import Scheduler

    from .jobs import JobQueue

_modules: Final[dict[str, ModuleType]] = sys.modules
# Before 3.12 asyncio asks the kernel for the process whenever it is asked for the loop that runs:
# 250 ns, against 25 for the question whether a given loop runs.
_ASKS_THE_KERNEL: Final[bool] = sys.version_info < (3, 12)


class Home:
    """Where a load was asked for, and who has promised to send its batch there.

    A promise that waits for its batch carries it in `_value`, which is free until it settles,
    so that a cached promise can be asked whose it is; it is no link back to the batch, which would be a cycle.
    Every load looks whether it is still at home, so that look is two calls and no function of ours.
    """

    __slots__ = ("answer", "ask", "loop", "queue", "scheduler")

    def __init__(self, queue: JobQueue) -> None:
        """Note where we are; `queue` is that of the calling thread."""
        self.queue = queue
        self.scheduler: Scheduler | None = None
        # While the same loop runs, or still none, `ask()` is `answer`.
        self.ask: Callable[[], object] = running_loop
        self.answer: object = None
        # Any: the loop that runs here, if it says by `_thread_id`, which costs less than `ask`, whether it still does.
        self.loop: Any = None
        self.move_in()

    def move_in(self) -> None:
        """Note the loop and the scheduler that there are now: whoever waits for this home waits for these."""
        self.scheduler = self.queue.scheduler
        loop = running_loop()
        self.loop = None
        if loop is not None and _ASKS_THE_KERNEL and "_nest_patched" not in vars(_modules["asyncio"]):
            # The same, since asyncio runs no loop inside another; `nest_asyncio`, which does, is asked below.
            self.ask = loop.is_running
            self.answer = True
            # As every loop of the standard library; uvloop's does not show it.
            if getattr(loop, "_thread_id", None) == thread_ident():
                self.loop = loop
        else:
            self.ask = getattr(_modules.get("asyncio.events"), "_get_running_loop", running_loop)
            self.answer = loop

    def is_here(self) -> bool:
        """Whether the caller is in the same thread and the same loop."""
        return self.queue is current_queue() and self.ask() is self.answer
