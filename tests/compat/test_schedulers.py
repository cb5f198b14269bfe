"""The schedulers of 2.3: given to a promise, or set for all."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from typedpromise import BlockingGetError, PromiseTimeoutError, compat
from typedpromise.compat.schedulers.asyncio import AsyncioScheduler
from typedpromise.compat.schedulers.gevent import GeventScheduler
from typedpromise.compat.schedulers.immediate import ImmediateScheduler
from typedpromise.compat.schedulers.thread import ThreadScheduler

Promise: Any = compat.Promise


@pytest.fixture
def set_default() -> Iterator[Callable[[Any], None]]:
    """Return the function that sets the default, which is put back afterwards."""
    before = compat.get_default_scheduler()
    yield compat.set_default_scheduler
    compat.set_default_scheduler(before)


class Kept:
    """A scheduler of a program's own, with a queue."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.calls: list[Callable[[], object]] = []

    def call(self, fn: Callable[[], object]) -> None:
        self.calls.append(fn)


class Now:
    """A scheduler of a program's own that calls at once, wherever it is."""

    def call(self, fn: Callable[[], object]) -> None:
        fn()


def test_the_default_is_immediate() -> None:
    """A program begins with an `ImmediateScheduler`."""
    assert type(compat.get_default_scheduler()) is ImmediateScheduler
    assert Promise().scheduler is compat.get_default_scheduler()


def test_a_default_decides_when_handlers_run(set_default: Callable[[Any], None]) -> None:
    """Handlers wait until the scheduler calls what it was given."""
    kept = Kept()
    set_default(kept)
    chained = Promise.resolve(1).then(lambda value: value + 1)

    assert (compat.get_default_scheduler(), chained.value, len(kept.calls)) == (kept, None, 1)
    kept.calls.pop()()
    assert chained.value == 2


def test_a_default_that_calls_at_once_keeps_the_order(set_default: Callable[[Any], None]) -> None:
    """A handler's own `then` runs after it, and nothing is lost, in an executor neither."""
    set_default(Now())
    seen: list[str] = []

    def first(_: object) -> None:
        Promise.resolve(None).then(lambda _: seen.append("inner"))
        seen.append("first")

    def executor(resolve: Any, _: Any) -> None:
        Promise.resolve(None).then(lambda _: seen.append("executor"))
        resolve(None)

    Promise.resolve(None).then(first)
    Promise(executor).then(lambda _: seen.append("last"))

    assert seen == ["first", "inner", "executor", "last"]


def test_what_is_no_scheduler_is_refused() -> None:
    """The error says what one is."""
    for wrong in (lambda: compat.set_default_scheduler(None), lambda: Promise(None, 3)):
        with pytest.raises(TypeError, match=r"takes a scheduler, an object with a method call\(fn\)"):
            wrong()


def test_a_promise_of_its_own_scheduler() -> None:
    """Its handlers run where its scheduler says, when it is settled."""
    kept = Kept()
    made = Promise(None, scheduler=kept)
    chained = made.then(lambda value: value + 1)
    made.do_resolve(1)

    assert (made.scheduler, chained.value) == (kept, None)
    kept.calls.pop()()
    assert chained.value == 2


def test_handlers_come_to_the_loop(set_default: Callable[[Any], None]) -> None:
    """With an `AsyncioScheduler` a handler runs on the loop, whichever thread settles the promise."""

    async def main() -> bool:
        set_default(AsyncioScheduler())
        made = Promise()
        chained = made.then(lambda _: threading.get_ident())
        worker = threading.Thread(target=made.do_resolve, args=[1])
        worker.start()
        result = await chained
        worker.join()
        return bool(result == threading.get_ident())

    assert asyncio.run(main())


def test_get_on_the_loop_that_runs_the_handlers_is_an_error(set_default: Callable[[Any], None]) -> None:
    """It would wait for ever, so it says so; what can be settled by jobs of the thread is."""

    async def main() -> object:
        set_default(AsyncioScheduler())
        with pytest.raises(BlockingGetError):
            Promise().get()
        return Promise.resolve(1).then(lambda value: value + 1).get()

    assert asyncio.run(main()) == 2


@pytest.mark.parametrize("scheduler", [ImmediateScheduler(), ThreadScheduler()])
def test_wait_of_a_scheduler(scheduler: Any) -> None:
    """`scheduler.wait(promise, timeout)` blocks until it has settled, or raises."""
    made = Promise()
    with pytest.raises(PromiseTimeoutError, match=r"Scheduler.wait\(\) more time"):
        scheduler.wait(made, 0.001)
    worker = threading.Timer(0.01, made.do_resolve, [1])
    worker.start()
    scheduler.wait(made)
    worker.join()

    assert made.value == 1


def test_an_immediate_scheduler_swallows_nothing() -> None:
    """What the function raises is raised."""
    with pytest.raises(ZeroDivisionError):
        ImmediateScheduler().call(lambda: 1 / 0)


def test_gevent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The gevent scheduler spawns drains and waits by an event of gevent's, which a stand-in plays here."""
    spawned: list[Callable[[], object]] = []
    gevent: Any = ModuleType("gevent")
    gevent.spawn = spawned.append
    event: Any = ModuleType("gevent.event")

    class Event:
        def __init__(self) -> None:
            self.is_set = False

        def set(self) -> None:
            self.is_set = True

        def wait(self, timeout: float | None = None) -> bool:
            while spawned:
                spawned.pop(0)()
            return self.is_set

    event.Event = Event
    monkeypatch.setitem(sys.modules, "gevent", gevent)
    monkeypatch.setitem(sys.modules, "gevent.event", event)
    made = Promise(None, scheduler=GeventScheduler())
    with pytest.raises(PromiseTimeoutError):
        made.get(0.1)
    spawned.append(lambda: made.do_resolve(1))

    assert made.get(1) == 1
