"""Which asyncio event loop runs in this thread, asked without importing asyncio.

`import asyncio` costs 34 ms; a program that never imported it cannot be inside one of its loops.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable
    from types import ModuleType
    from typing import Final


class _Asyncio:
    """What is known of asyncio, which somebody else may import at any time."""

    __slots__ = ("get_running_loop",)

    def __init__(self) -> None:
        self.get_running_loop: Callable[[], AbstractEventLoop | None] | None = None


asyncio_: Final = _Asyncio()
_modules: Final[dict[str, ModuleType]] = sys.modules


def running_loop() -> AbstractEventLoop | None:
    """Return the event loop that runs in this thread, or None.

    Source: `asyncio._get_running_loop`, which the asyncio documentation gives to implementers;
    other loops (uvloop) set it too.
    """
    ask = asyncio_.get_running_loop
    if ask is None:
        if "asyncio.events" not in _modules:
            return None
        ask = getattr(_modules["asyncio.events"], "_get_running_loop", None)
        if ask is None:  # asyncio is being imported by another thread
            return None
        asyncio_.get_running_loop = ask
    return ask()
