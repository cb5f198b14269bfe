"""An event loop inside a handler drains for itself, and gives the queue back as it was."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.unhandled import Unhandled
from typedpromise import Promise
from typedpromise.schedulers import DeferredScheduler, ImmediateScheduler, use


async def work(value: int = 1) -> int:
    """Wait for a chain."""
    return await Promise.resolve(value).then(Promise.resolve).then(lambda value: value + 1)


def run(_value: object = None) -> int:
    """Run an event loop to its end."""
    return asyncio.run(work())


PLACES: dict[str, Callable[[], Promise[int]]] = {
    "handler": lambda: Promise.resolve(0).then(run),
    "catch": lambda: Promise[int].reject(ValueError()).catch(run),
    "try_": lambda: Promise.try_(run),
    "executor": lambda: Promise(lambda resolve, reject: resolve(run())),
    "thenable": lambda: Promise.resolve(0).then(lambda _value: Thenable()),
    "nested handler": lambda: Promise.resolve(0).then(lambda _value: Promise.resolve(0).then(run)),
}


class Thenable:
    """A foreign promise that runs a loop."""

    def then(self, resolve: Any, _reject: object) -> None:
        """Run it at once."""
        resolve(run())


@pytest.mark.parametrize("place", PLACES)
def test_a_loop_inside_a_job_does_not_hang(place: str) -> None:
    """`asyncio.run` in a handler, an executor or `try_` awaits its promises, though a drain is on the stack."""
    assert PLACES[place]().get(5) == 2


def test_inside_a_drain_of_a_scheduler() -> None:
    """So it does in a drain that a scheduler's owner runs, if the scheduler is put aside for the loop."""

    def body(_value: int) -> int:
        with use(None):
            return run()

    with use(DeferredScheduler()) as scheduler:
        promise = Promise.resolve(0).then(body)
        scheduler.run()

        assert promise.value == 2


def test_jobs_outside_wait_for_the_handler() -> None:
    """The loop runs the jobs that stand in the thread's queue; what comes after it keeps its order."""
    log: list[str] = []

    def handler(_value: int) -> None:
        log.append(f"begin {run()}")
        Promise.resolve("inner").then(log.append)
        log.append("end")

    Promise.resolve(0).then(handler)
    Promise.resolve("after").then(log.append)

    assert log == ["begin 2", "end", "inner", "after"]


def test_loops_one_after_the_other() -> None:
    """Each loop gets its own drains, and the thread works without a loop in between."""
    values = []
    for _ in range(3):
        values += [run(), Promise.resolve(2).then(run).value, PLACES["try_"]().value]

    assert values == [2] * 9


def test_two_levels_deep() -> None:
    """A loop in a handler, which the loop's own handler left to a thread, is a loop like any other."""

    async def outer() -> int:
        return await asyncio.to_thread(lambda: Promise.resolve(0).then(run).get(5))

    assert Promise.resolve(0).then(lambda _value: asyncio.run(outer())).get(5) == 2


def test_an_immediate_scheduler_inside() -> None:
    """Under `ImmediateScheduler` the loop's promises settle before they are awaited."""
    with use(ImmediateScheduler()):
        assert Promise.resolve(0).then(run).value == 2


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_the_end_of_the_program_inside(kind: type[BaseException], unhandled: Unhandled) -> None:
    """Ctrl-C in the nested loop comes out of the outermost call, and the thread's queue works on."""

    async def stop() -> None:
        raise kind

    with pytest.raises(kind):
        Promise.resolve(0).then(lambda _value: asyncio.run(stop()))

    assert Promise.resolve(1).then(str).value == "1"
    assert run() == 2
    unhandled.take()
