"""The two hosts: who runs the library's jobs between two macrotasks of JS."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Protocol

from typedpromise.schedulers import Scheduler


class Host(Protocol):
    """An environment in which JS macrotasks and the library's jobs take turns."""

    @property
    def name(self) -> str:
        """How a report names it, after "with" or "on"."""

    @property
    def scheduler(self) -> Scheduler | None:
        """Where the library is to post its jobs; None when it finds the place by itself."""

    def run(self, turn: Callable[[], bool]) -> None:
        """Call `turn` until it says that no macrotask was left, with the jobs in between."""


class QueueHost:
    """A host with a queue of its own, emptied after each macrotask as a browser empties its microtasks."""

    name = "with a host queue"

    def __init__(self) -> None:
        self._jobs: deque[Callable[[], object]] = deque()
        self.scheduler: Scheduler | None = self

    def call_soon(self, drain: Callable[[], object], /) -> None:
        self._jobs.append(drain)

    def run(self, turn: Callable[[], bool]) -> None:
        while turn():
            while self._jobs:
                self._jobs.popleft()()


class AsyncioHost:
    """A real asyncio loop, pumped one iteration after each macrotask; the library has to find it."""

    name = "on asyncio"
    scheduler: Scheduler | None = None

    def run(self, turn: Callable[[], bool]) -> None:
        async def main() -> None:
            while turn():  # noqa: ASYNC110 - a turn does work, it does not poll
                await asyncio.sleep(0)

        asyncio.run(main())
