"""Which asyncio event loop runs in this thread, asked without importing asyncio.

`import asyncio` costs 34 ms; a program that never imported it cannot be inside one of its loops.
"""

from __future__ import annotations

import sys
from _thread import get_ident

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any, Final


class _Asyncio:
    """What is known of asyncio, which somebody else may import at any time."""

    __slots__ = ("current_tasks", "done", "get_running_loop")

    def __init__(self) -> None:
        self.get_running_loop: Callable[[], AbstractEventLoop | None] | None = None
        # A future that is done, with None for its result, and belongs to no loop. Any: an asyncio.Future[None].
        self.done: Any = None
        # The task that takes its step now, by loop; asyncio's own, or an empty one where that is of no use.
        self.current_tasks: dict[AbstractEventLoop, object] = {}


class _NoLoop:
    """What a future asks of its loop while it is made."""

    def get_debug(self) -> bool:
        return False


asyncio_: Final = _Asyncio()
_modules: Final[dict[str, ModuleType]] = sys.modules
_thread_ident: Final = get_ident
# Before 3.12 asyncio asks the kernel for the process whenever it is asked for the loop that runs.
_ASKS_THE_KERNEL: Final[bool] = sys.version_info < (3, 12)


def running_loop() -> AbstractEventLoop | None:
    """Return the event loop that runs in this thread, or None.

    Source: `asyncio._get_running_loop`, which the asyncio documentation gives to implementers;
    other loops (uvloop) set it too.
    """
    ask = asyncio_.get_running_loop
    if ask is None:
        if "asyncio.events" not in _modules:
            return None
        ask = _met()
        if ask is None:  # asyncio is being imported by another thread
            return None
    return ask()


def _met() -> Callable[[], AbstractEventLoop | None] | None:
    """Note what is known of asyncio, once it is there."""
    asyncio = _modules.get("asyncio")
    # Any: asyncio's own, none of which may be imported.
    ask: Any = getattr(asyncio, "_get_running_loop", None)
    future: Any = getattr(asyncio, "Future", None)
    tasks: Any = getattr(_modules.get("asyncio.tasks"), "_current_tasks", None)
    if ask is None or future is None:
        return None
    done = future(loop=_NoLoop())
    done.set_result(None)
    asyncio_.done = done
    if _ASKS_THE_KERNEL and tasks is not None:
        asyncio_.current_tasks = tasks
    asyncio_.get_running_loop = ask  # last: another thread that finds it finds the others
    return ask  # type: ignore[no-any-return] # as above


def loop_of_task() -> AbstractEventLoop | None:
    """Return what `running_loop` does, sooner where a coroutine of an asyncio task asks (90 ns for 270, on 3.11).

    Where one task alone takes a step, and its loop runs in this thread, the caller is inside that step.
    """
    tasks = asyncio_.current_tasks
    if len(tasks) == 1:
        for loop in tasks:
            if getattr(loop, "_thread_id", None) == _thread_ident():
                return loop
            break  # not to ask for the next: another thread may have changed the dictionary, which raises
    return running_loop()
