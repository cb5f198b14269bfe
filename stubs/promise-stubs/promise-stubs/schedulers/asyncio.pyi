from asyncio import AbstractEventLoop
from collections.abc import Callable
from typing import Any

from promise.promise import Promise

class AsyncioScheduler:
    loop: AbstractEventLoop
    def __init__(self, loop: AbstractEventLoop | None = None) -> None: ...
    def call(self, fn: Callable[[], object]) -> None: ...
    # Any: of what the promise is does not matter. It does not wait: its event's coroutine is thrown away.
    def wait(self, promise: Promise[Any], timeout: float | None = None) -> None: ...
