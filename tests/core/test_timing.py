"""`delay` and `timeout`, with a clock of the test's own."""

from __future__ import annotations

import asyncio
import math
import os
import sys
import threading
from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from typing import Any

import pytest

from typedpromise import Promise, PromiseTimeoutError, Resolvers
from typedpromise._core import timers
from typedpromise.schedulers import ImmediateScheduler, use

FIRST = ValueError("first")


class Handle:
    """A call to come."""

    def __init__(self, callback: Callable[[], object]) -> None:
        """Take the call."""
        self.callback: Callable[[], object] | None = callback

    def cancel(self) -> None:
        """Forget the call."""
        self.callback = None


class Clock(ImmediateScheduler):
    """A scheduler that keeps its own time, as an event loop does."""

    __slots__ = ("calls", "now")

    def __init__(self) -> None:
        """Start at 0."""
        self.now = 0.0
        self.calls: list[tuple[float, int, Handle]] = []

    def call_later(self, seconds: float, callback: Callable[[], object]) -> Handle:
        """Keep the call until its time."""
        handle = Handle(callback)
        heappush(self.calls, (self.now + seconds, len(self.calls), handle))
        return handle

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds
        while self.calls and self.calls[0][0] <= self.now:
            callback = heappop(self.calls)[2].callback
            if callback is not None:
                callback()


@pytest.fixture
def clock() -> Iterator[Clock]:
    """A clock that the test moves."""
    clock = Clock()
    with use(clock):
        yield clock


def test_delay_gives_the_value_later(clock: Clock) -> None:
    """The value comes the seconds after the promise was fulfilled."""
    source = Resolvers[int]()
    promise = source.promise.delay(5)
    clock.advance(60)
    source.resolve(1)
    clock.advance(4.5)
    assert promise.is_pending

    clock.advance(0.5)

    assert promise.value == 1


def test_delay_lets_a_rejection_pass_at_once(clock: Clock) -> None:
    """There is nothing to wait for."""
    assert Promise.reject(FIRST).delay(5).reason is FIRST
    assert clock.calls == []


def test_timeout_rejects_when_time_is_up(clock: Clock) -> None:
    """The reason is a TimeoutError that says what did not settle, and how long it had."""
    promise = Resolvers[int]().promise.timeout(5)
    clock.advance(4)
    assert promise.is_pending

    clock.advance(1)

    assert isinstance(promise.reason, PromiseTimeoutError)
    assert isinstance(promise.reason, TimeoutError)
    assert "did not settle within 5 seconds" in str(promise.reason)


@pytest.mark.parametrize("rejected", [False, True])
def test_timeout_passes_on_what_comes_in_time(clock: Clock, rejected: bool) -> None:
    """The outcome passes, and the timer is cancelled, so nothing is kept until then."""
    source = Resolvers[int]()
    promise = source.promise.timeout(5)
    if rejected:
        source.reject(FIRST)
    else:
        source.resolve(1)

    assert promise.reason is FIRST if rejected else promise.value == 1
    assert [handle.callback for _, _, handle in clock.calls] == [None]


def test_what_comes_too_late_changes_nothing(clock: Clock) -> None:
    """Time decides once; a late rejection is not reported, for somebody waited for it."""
    source = Resolvers[int]()
    promise = source.promise.timeout(5)
    clock.advance(5)
    source.reject(FIRST)

    assert isinstance(promise.reason, PromiseTimeoutError)


def test_timeouts_do_not_pile_up_in_a_long_promise(clock: Clock) -> None:
    """A promise that outlives its time limits does not keep them."""
    source = Resolvers[int]()
    for _ in range(100):
        source.promise.timeout(1).catch(PromiseTimeoutError, lambda _error: None)
        clock.advance(1)

    kept = source.promise._reaction  # type: ignore[attr-defined] # a slot of the core
    assert not isinstance(kept, list) or len(kept) <= 2


def test_the_timer_thread_wakes_who_waits() -> None:
    """Without a loop the library's own thread keeps the time, and handlers run on it."""
    threads: list[int] = []
    promise = Promise.resolve(1).delay(0.001).tap(lambda _value: threads.append(threading.get_ident()))

    assert promise.get(timeout=10) == 1
    assert threads[0] != threading.get_ident()


def test_timers_fire_in_the_order_of_time() -> None:
    """A timer that is set later and is due earlier is not held up."""
    order: list[str] = []
    late = Promise.resolve("late").delay(0.05).tap(order.append)
    early = Promise.resolve("early").delay(0.001).tap(order.append)

    early.get(timeout=10)
    assert order == ["early"]
    late.get(timeout=10)
    assert order == ["early", "late"]


def test_a_handler_that_ends_the_program_does_not_end_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """SystemExit on the timer thread is shown, and the timers behind it still fire."""
    shown: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _traceback: shown.append(kind))

    def leave(_value: int) -> None:
        sys.exit(1)

    ended = Promise.resolve(1).delay(0).then(leave)
    assert Promise.resolve(2).delay(0.001).get(timeout=10) == 2

    with pytest.raises(SystemExit):
        ended.get(timeout=10)
    assert shown == [SystemExit]


def test_cancelled_timers_are_thrown_out() -> None:
    """Time limits of an hour that end early are not kept for an hour."""
    before = len(timers._clock._timers)
    for _ in range(1_000):
        source = Resolvers[int]()
        limited = source.promise.timeout(3600)
        source.resolve(1)
        assert limited.get(timeout=10) == 1

    # As many as there are live ones, or 64, may wait to be thrown out.
    assert len(timers._clock._timers) <= before + max(64, before) + 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the operating system has no fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_timers_work_in_a_forked_child() -> None:
    """A child process has none of its parent's threads, so it starts its own."""
    Promise.resolve(1).delay(0).get(timeout=10)
    child = os.fork()
    if child == 0:
        os._exit(Promise.resolve(42).delay(0.001).get(timeout=10))

    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 42


def test_a_loop_keeps_its_own_time() -> None:
    """Inside asyncio the loop's timers serve, and handlers run on the loop."""
    threads: list[int] = []

    async def main() -> tuple[int, bool]:
        value = await Promise.resolve(1).delay(0.001).tap(lambda _value: threads.append(threading.get_ident()))
        try:
            await Resolvers[int]().promise.timeout(0.001)
        except PromiseTimeoutError:
            return value, True
        return value, False

    assert asyncio.run(main()) == (1, True)
    assert threads == [threading.get_ident()]


@pytest.mark.parametrize("method", ["delay", "timeout"])
@pytest.mark.parametrize("seconds", [-1, math.nan, "1", None, True], ids=repr)
def test_seconds_have_to_be_seconds(method: str, seconds: Any) -> None:
    """Anything but a number from 0 on is told at the call."""
    kind = ValueError if isinstance(seconds, int | float) and not isinstance(seconds, bool) else TypeError
    with pytest.raises(kind, match=rf"{method}\(\) takes a number of seconds"):
        getattr(Promise.resolve(1), method)(seconds)


def test_a_timer_without_a_loop_rejects_for_everybody() -> None:
    """Time that is up on the library's own thread rejects a promise that nobody handles yet, or waits for."""
    for _ in range(20):
        with pytest.raises(PromiseTimeoutError):
            Resolvers[int]().promise.timeout(0).get(5)
