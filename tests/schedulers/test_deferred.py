"""`DeferredScheduler`: nothing runs until somebody says so."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import Any

import pytest

from tests.support.unhandled import Unhandled
from typedpromise import Promise, Resolvers
from typedpromise.schedulers import DeferredScheduler, use


@pytest.fixture
def scheduler() -> Iterator[DeferredScheduler]:
    """A scheduler in use, with nothing left to run when the test is over."""
    with use(DeferredScheduler()) as scheduler:
        yield scheduler
        assert scheduler.run() == 0


def test_nothing_runs_before_run(scheduler: DeferredScheduler) -> None:
    """Handlers never run inside `then`, `resolve` or `reject`."""
    log: list[str] = []
    resolvers = Resolvers[str]()
    resolvers.promise.then(log.append)
    resolvers.resolve("a")
    Promise.resolve("b").then(log.append)
    assert log == []

    assert scheduler.run() == 1

    assert log == ["a", "b"]


def test_run_runs_what_comes_meanwhile(scheduler: DeferredScheduler) -> None:
    """A chain is run to its end by one `run`."""
    promise = Promise.resolve(1).then(lambda value: Promise.resolve(value + 1).then(lambda value: value + 1))

    scheduler.run()

    assert promise.value == 3


def test_run_counts_the_drains(scheduler: DeferredScheduler) -> None:
    """`run` returns how many drains it was asked for: one a thread, and none where there is nothing to do."""
    assert scheduler.run() == 0

    Promise.resolve(1).then(str)
    Promise.resolve(2).then(str)
    thread = threading.Thread(target=run_in_thread, args=(scheduler,))
    thread.start()
    thread.join(5)

    assert scheduler.run() == 2


def run_in_thread(scheduler: DeferredScheduler) -> None:
    """Leave a job on another thread's queue."""
    with use(scheduler):
        Promise.resolve(3).then(str)


def test_jobs_of_another_thread_run_on_the_one_that_runs(scheduler: DeferredScheduler) -> None:
    """Whoever calls `run` runs the handlers of every thread that uses the scheduler."""
    ran_on: list[threading.Thread] = []

    def work() -> None:
        with use(scheduler):
            Promise.resolve(1).then(lambda _value: ran_on.append(threading.current_thread()))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(5)
    assert ran_on == []
    scheduler.run()

    assert ran_on == [threading.current_thread()]


def test_drains_of_two_other_threads_that_overlap() -> None:
    """When both have ended, in the order they began, the thread whose jobs they ran goes on draining its own."""
    drains: SimpleQueue[Callable[[], object]] = SimpleQueue()
    begun: SimpleQueue[int] = SimpleQueue()
    gates = [threading.Event(), threading.Event()]

    class Host:
        def call_soon(self, drain: Callable[[], object], /) -> None:
            drains.put(drain)

    def handler(number: int) -> None:
        begun.put(number)
        gates[number].wait(5)

    threads: list[threading.Thread] = []
    with use(Host()):
        for number in range(2):
            Promise.resolve(number).then(handler)
            threads.append(threading.Thread(target=drains.get(timeout=5)))
            threads[-1].start()
            assert begun.get(timeout=5) == number
    for gate, thread in zip(gates, threads, strict=True):
        gate.set()
        thread.join(5)
    ran: list[int] = []
    Promise.resolve(1).then(ran.append)

    assert ran == [1]


def test_run_inside_a_handler(scheduler: DeferredScheduler) -> None:
    """A handler may run the scheduler: the jobs behind it come first then."""
    log: list[str] = []

    def outer(_value: int) -> None:
        Promise.resolve("inner").then(log.append)
        scheduler.run()
        log.append("outer")

    Promise.resolve(0).then(outer)
    Promise.resolve("second").then(log.append)
    scheduler.run()

    assert log == ["second", "inner", "outer"]


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_the_rest_stays_for_the_next_run(scheduler: DeferredScheduler, kind: type[BaseException]) -> None:
    """Ctrl-C in a handler comes out of `run`; the jobs behind it run with the next one."""
    log: list[str] = []

    def stop(_value: int) -> None:
        raise kind

    Promise.resolve(0).then(stop).catch(kind, lambda _error: log.append("caught"))
    Promise.resolve("behind").then(log.append)

    with pytest.raises(kind):
        scheduler.run()
    assert log == []
    scheduler.run()

    assert log == ["behind", "caught"]


def test_what_is_left_after_the_block(unhandled: Unhandled) -> None:
    """Jobs left when the `with` block ends are still the scheduler's to run."""
    log: list[str] = []
    with use(DeferredScheduler()) as scheduler:
        Promise.resolve("late").then(log.append)
        Promise[int].reject(ValueError("late"))
    assert log == []

    scheduler.run()

    assert log == ["late"]
    assert [str(error) for error in unhandled.take()] == ["late"]


def test_a_rejection_handled_before_the_next_tick(scheduler: DeferredScheduler, unhandled: Unhandled) -> None:
    """A rejection is reported one tick after the drain that left it, so a `catch` in time keeps it silent."""
    in_time = Promise[int].reject(ValueError("in time"))
    too_late = Promise[int].reject(ValueError("too late"))
    in_time.catch(lambda error: 0)
    scheduler.run()
    too_late.catch(lambda error: 0)
    scheduler.run()

    assert [str(error) for error in unhandled.take()] == ["too late"]


class Queue(list[Any]):
    """A scheduler of the user's, which is false while it is empty."""

    def call_soon(self, drain: object, /) -> None:
        """Keep the drain."""
        self.append(drain)

    def run(self) -> None:
        """Run what was kept."""
        while self:
            self.pop(0)()


def test_a_scheduler_that_is_false(unhandled: Unhandled) -> None:
    """A scheduler is told from none by identity: an empty container comes back for the rest after Ctrl-C, too."""
    log: list[str] = []
    queue = Queue()

    def stop(_value: int) -> None:
        raise KeyboardInterrupt

    with use(queue):
        Promise.resolve(0).then(stop).catch(KeyboardInterrupt, lambda _error: None)
        Promise.resolve("behind").then(log.append)
        Promise[int].reject(ValueError("unhandled"))
        with pytest.raises(KeyboardInterrupt):
            queue.run()
        queue.run()

        assert log == ["behind"]
        assert [str(report.reason) for report in unhandled.reports] == ["unhandled"]
    unhandled.take()
