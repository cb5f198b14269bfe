"""What a scheduler is."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol
else:
    Protocol = object  # `typing` costs 7 ms at import; nobody subclasses a protocol at run time for its checks


class Scheduler(Protocol):
    """Decides when, and on which thread, the jobs of a thread run.

    An object with this one method is enough; an asyncio event loop is one, too.
    """

    def call_soon(self, drain: Callable[[], object], /) -> object:
        """Have `drain()` called once, later, from the bottom of a stack: not before this returns.

        What `drain()` raises (`KeyboardInterrupt`, `SystemExit`) belongs to whoever runs it.
        """
