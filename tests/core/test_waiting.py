"""`get` and `wait`: block the thread until the promise has settled, running the thread's own jobs meanwhile."""

from __future__ import annotations

import asyncio
import gc
import math
import threading
import traceback
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.support.unhandled import Unhandled
from typedpromise import BlockingGetError, Promise, PromiseTimeoutError, Resolvers
from typedpromise.schedulers import DeferredScheduler, use

ERROR = ValueError("boom")


def kept_by(promise: Promise[Any]) -> list[object]:
    """Return the objects of ours that `promise` holds, as the garbage collector sees it."""
    return [thing for thing in gc.get_referents(promise) if type(thing).__module__.startswith("typedpromise._core")]


def later(action: Callable[[], object]) -> threading.Thread:
    """Start a thread that does `action`."""
    thread = threading.Thread(target=action, name="later")
    thread.start()
    return thread


@pytest.mark.parametrize("timeout", [None, 0, 0.0, -0.0, 1, 0.5, math.inf, 10**400, float(10**300)])
def test_a_settled_promise_does_not_wait(timeout: float | None) -> None:
    """`get` gives the value or raises the very reason, whatever time it was given."""
    rejected: Promise[int] = Promise.reject(ERROR)

    assert Promise.resolve(1).get(timeout) == 1
    assert Promise.resolve(1).wait(timeout) is True
    assert rejected.wait(timeout) is True
    with pytest.raises(ValueError, match="boom") as raised:
        rejected.get(timeout)
    assert raised.value is ERROR


@pytest.mark.parametrize("timeout", [0, 0.001])
def test_time_that_is_up(timeout: float) -> None:
    """On a pending promise `get` raises a TimeoutError, `wait` returns False, and both leave nothing behind."""
    resolvers = Resolvers[int]()
    promise = resolvers.promise

    with pytest.raises(PromiseTimeoutError, match=f"did not settle within {timeout} seconds") as raised:
        promise.get(timeout)

    assert isinstance(raised.value, TimeoutError)
    assert promise.wait(timeout) is False
    assert kept_by(promise) == []
    resolvers.resolve(1)
    assert promise.get(timeout) == 1


@pytest.mark.parametrize("settled", [True, False], ids=["settled", "pending"])
@pytest.mark.parametrize(
    ("timeout", "kind"),
    [
        (-1, ValueError),
        (-0.001, ValueError),
        (-math.inf, ValueError),
        (math.nan, ValueError),
        ("1", TypeError),
        (True, TypeError),
        (False, TypeError),
        (Decimal(1), TypeError),
        ((), TypeError),
        (1j, TypeError),
    ],
    ids=repr,
)
def test_a_timeout_that_is_none(timeout: Any, kind: type[Exception], *, settled: bool) -> None:
    """What is no number of seconds is refused at once, also where there would be nothing to wait for."""
    promise = Promise.resolve(1) if settled else Resolvers[int]().promise

    for method in (promise.get, promise.wait):
        with pytest.raises(kind, match="timeout"):
            method(timeout)


def test_waiting_is_not_handling(unhandled: Unhandled) -> None:
    """`wait` looks at no reason, so the rejection is still reported; `get` raises it, so it is not."""
    waited = Promise[int].reject(ERROR)
    waited.wait()
    del waited
    assert unhandled.take() == [ERROR]

    got = Promise[int].reject(ERROR)
    with pytest.raises(ValueError, match="boom"):
        got.get()
    del got
    assert unhandled.take() == []


def test_settled_by_another_thread() -> None:
    """A blocked thread is woken by whichever thread settles the promise."""
    resolvers = Resolvers[int]()
    thread = later(lambda: resolvers.resolve(1))

    assert resolvers.promise.get() == 1
    thread.join(5)


def test_many_threads_wait_for_one_promise() -> None:
    """Every waiting thread is woken."""
    resolvers = Resolvers[int]()
    values: list[int] = []
    threads = [later(lambda: values.append(resolvers.promise.get(10))) for _ in range(5)]

    resolvers.resolve(1)

    for thread in threads:
        thread.join(10)
    assert values == [1] * 5


def test_waiting_for_an_adopted_promise() -> None:
    """Who waits for the inner promise, or for the outer one, is woken when the other's fate is decided."""
    outer, inner = Resolvers[int](), Resolvers[int]()
    values: list[int] = []
    threads = [later(lambda which=which: values.append(which.promise.get(10))) for which in (outer, inner)]

    outer.resolve(inner.promise)
    inner.resolve(1)

    for thread in threads:
        thread.join(10)
    assert values == [1, 1]


def test_inside_a_running_loop() -> None:
    """A pending promise would stop the loop for ever: `get` and `wait` refuse; a settled one gives its value."""

    async def main() -> int:
        resolvers = Resolvers[int]()
        for method in (resolvers.promise.get, resolvers.promise.wait):
            for timeout in (None, 0, 1):
                with pytest.raises(BlockingGetError, match="write `await promise`"):
                    method(timeout)
        resolvers.resolve(1)
        return resolvers.promise.get()

    assert asyncio.run(main()) == 1


def test_inside_a_job() -> None:
    """A handler may wait for what is decided by a job behind it: that job runs inside the wait."""
    log: list[object] = []
    first, second = Resolvers[int](), Resolvers[int]()
    last = second.promise.then(lambda value: value + 1)

    def waits(_value: int) -> None:
        log.append("waits")
        log.append(last.get(5))

    def decides(_value: int) -> None:
        log.append("decides")
        second.resolve(1)

    first.promise.then(waits)
    first.promise.then(decides)
    first.promise.then(lambda _value: log.append("third"))
    first.resolve(0)

    assert log == ["waits", "decides", "third", 2]


def test_inside_a_job_for_another_thread() -> None:
    """A handler may block until another thread has settled a promise."""
    gate = Resolvers[int]()

    def handler(_value: int) -> int:
        later(lambda: gate.resolve(1))
        return gate.promise.get(5)

    assert Promise.resolve(0).then(handler).value == 1


def test_inside_an_executor() -> None:
    """Inside an executor the jobs wait for its end, but not for a `get`."""
    values: list[int] = []

    def executor(resolve: Callable[[int], None], _reject: object) -> None:
        values.append(Promise.resolve(1).then(lambda value: value + 1).get(5))
        resolve(3)

    assert Promise[int](executor).get(5) == 3
    assert values == [2]


def test_it_runs_what_a_scheduler_would_defer() -> None:
    """Under a scheduler that nobody runs, `get` runs the jobs that it waits for, in order."""
    log: list[int] = []

    with use(DeferredScheduler()) as scheduler:
        promise = Promise.resolve(1).then(lambda value: (log.append(value), value + 1)[1]).then(lambda value: value + 1)
        assert promise.is_pending
        assert promise.get() == 3
        scheduler.run()

    assert log == [1]


def test_jobs_without_end_do_not_hold_it() -> None:
    """Time is looked at between two jobs."""
    with use(DeferredScheduler()) as scheduler:
        more = [True]

        def again(_value: int) -> None:
            if more:
                Promise.resolve(1).then(again)

        Promise.resolve(1).then(again)
        assert Resolvers[int]().promise.wait(0.01) is False
        more.clear()
        scheduler.run()


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_the_end_of_the_program_in_a_job_it_runs(kind: type[BaseException]) -> None:
    """Ctrl-C in a job that `get` runs comes out of `get`; the next `get` carries on."""

    def stop(_value: int) -> None:
        raise kind

    with use(DeferredScheduler()) as scheduler:
        Promise.resolve(1).then(stop).catch(kind, lambda _error: None)
        promise = Promise.resolve(1).then(lambda value: value + 1)
        with pytest.raises(kind):
            promise.get(5)
        assert promise.get(5) == 2
        scheduler.run()


def test_a_traceback_does_not_grow() -> None:
    """Each `get` raises with the traceback of the rejection, not with those of the `get`s before."""

    def handler(_value: int) -> int:
        raise ValueError("boom")

    promise = Promise.resolve(0).then(handler)

    def depth() -> int:
        with pytest.raises(ValueError, match="boom") as raised:
            promise.get()
        return len(traceback.extract_tb(raised.value.__traceback__))

    assert len({depth() for _ in range(20)}) == 1


def test_the_traceback_ends_where_it_was_raised() -> None:
    """The last frame of what `get` raises is the handler's."""

    def handler(_value: int) -> int:
        raise ValueError("boom")

    promise = Promise.resolve(0).then(handler)
    with pytest.raises(ValueError, match="boom") as raised:
        promise.get()

    assert traceback.extract_tb(raised.value.__traceback__)[-1].name == "handler"
