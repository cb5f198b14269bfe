"""Which asyncio event loop runs in this thread, asked without importing asyncio.

`import asyncio` costs 34 ms; a program that never imported it cannot be inside one of its loops.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

_get_running_loop: Callable[[], AbstractEventLoop | None] | None = None


def running_loop() -> AbstractEventLoop | None:
    """Return the event loop that runs in this thread, or None.

    Source: `asyncio._get_running_loop`, which the asyncio documentation gives to implementers;
    other loops (uvloop) set it too.
    """
    global _get_running_loop  # noqa: PLW0603 - looked up once, when asyncio has been imported
    if _get_running_loop is None:
        events = sys.modules.get("asyncio.events")
        if events is None:
            return None
        _get_running_loop = getattr(events, "_get_running_loop", None)
        if _get_running_loop is None:  # asyncio is being imported by another thread
            return None
    return _get_running_loop()
