"""Jobs that wait until no other is left: what a loader's batch is."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.support.hosts import Host
from typedpromise import Promise, Resolvers
from typedpromise._core.jobs import JobQueue, current_queue
from typedpromise._core.reaction import Reaction


class Last(Reaction):
    """Notes that it ran, and settles a promise."""

    __slots__ = ("log", "resolvers")

    def __init__(self, log: list[object]) -> None:
        """Take the log."""
        self.log = log
        self.resolvers: Resolvers[str] = Resolvers()
        current_queue().put_last(self)

    def _run(self, queue: JobQueue) -> None:
        self.log.append("last")
        self.resolvers.resolve("done")


def test_it_runs_when_no_job_is_left(host: Host[Any]) -> None:
    """Jobs that come while others run are before it, also those of its own making."""
    log: list[object] = []
    gate = Resolvers[int]()

    def body() -> None:
        gate.promise.then(lambda _value: Last(log)).then(lambda _value: log.append("then")).then(log.append)
        gate.resolve(1)

    host(body)

    assert log == ["then", None, "last"]


def test_the_top_level_does_not_start_it() -> None:
    """Without a loop nothing runs until somebody waits, so that what is asked for at the top level comes together."""
    log: list[object] = []
    first, second = Last(log), Last(log)
    assert log == []

    assert Promise.all(first.resolvers.promise, second.resolvers.promise).get() == ("done", "done")
    assert log == ["last", "last"]


def test_a_loop_starts_it_on_its_tick() -> None:
    """Inside a loop nobody has to wait."""
    log: list[object] = []

    async def main() -> str:
        last = Last(log)
        assert log == []
        return await last.resolvers.promise

    assert asyncio.run(main()) == "done"
