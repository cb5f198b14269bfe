"""Settled promises keep nothing they do not need, and nothing here is in a reference cycle."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
import tracemalloc
import weakref
from collections.abc import Callable, Iterator
from contextvars import Context
from typing import Any

import pytest

from typedpromise import Promise, Resolvers, UnhandledRejection, compiled, set_unhandled_rejection_hook
from typedpromise._core.jobs import set_thread_scheduler
from typedpromise.schedulers import DeferredScheduler, ImmediateScheduler, use


class Payload:
    """Something whose end can be seen."""


@pytest.fixture(autouse=True)
def _no_garbage_collector() -> Iterator[None]:
    """Whatever is freed in these tests is freed by its reference count, hence in no cycle."""
    gc.collect()
    gc.disable()
    before = set_unhandled_rejection_hook(lambda _rejection: None)
    yield
    set_unhandled_rejection_hook(before)
    gc.enable()


def boom(_value: object) -> int:
    """Fail as a handler does."""
    message = "boom"
    raise ValueError(message)


def fulfilled() -> Promise[int]:
    """Fulfil through a handler."""
    return Promise.resolve(1).then(lambda value: value + 1)


def rejected_by_a_handler() -> Promise[int]:
    """Reject through a handler, with this function's frame and its local variables on the stack."""
    source = Promise.resolve(1)
    result = source.then(boom)
    return result.then(boom)


def rejected_by_an_executor() -> Promise[int]:
    """Reject through an executor that raises."""

    def executor(resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None:
        raise ValueError

    result = Promise[int](executor)
    return result  # noqa: RET504 - a local variable of the frame that the exception keeps


def rejected_by_try() -> Promise[int]:
    """Reject through `try_`."""
    result = Promise.try_(boom, 1)
    return result  # noqa: RET504 - a local variable of the frame that the exception keeps


def rejected_by_a_coroutine() -> Promise[int]:
    """Reject through a coroutine run without a loop."""

    async def fails(value: int) -> int:
        return boom(value)

    result = Promise.resolve(1).then(fails)
    return result  # noqa: RET504 - a local variable of the frame that the exception keeps


def rejected_and_read() -> Promise[int]:
    """Raise the reason by `get()` and let the exception go."""
    result = Promise.resolve(1).then(boom)
    assert_get_raises(result)
    return result


def assert_get_raises(promise: Promise[int]) -> None:
    """Get from the promise in a frame of its own, which the traceback may keep only as long as it is raised."""
    raised = False
    try:
        promise.get()
    except ValueError as error:
        raised = True
        error.__traceback__ = None
    del promise
    assert raised


def rejected_at_the_end_of_a_chain() -> Promise[int]:
    """Reject through the last of several handlers, which run one after the other when the first promise settles."""
    resolvers = Resolvers[int]()
    result = resolvers.promise.then(lambda value: value + 1).then(lambda value: value + 1).then(boom)
    resolvers.resolve(1)
    return result


def joined() -> Promise[list[int]]:
    """Join promises."""
    return Promise.all([fulfilled(), fulfilled()])


def finally_waited() -> Promise[int]:
    """Wait in `finally_`."""
    resolvers = Resolvers[None]()
    result = fulfilled().finally_(lambda: resolvers.promise)
    resolvers.resolve(None)
    return result


def caught(_value: object = None) -> Exception:
    """Return an exception that has been raised, as a handler does for whom it is a value like others."""
    try:
        boom(None)
    except ValueError as error:
        return error
    raise AssertionError


def fulfilled_with_what_was_caught() -> Promise[Exception]:
    """Fulfil with an exception that keeps the handler's frame, and with it those that called the handler."""
    return Promise.resolve(1).then(caught)


def fulfilled_with_what_was_caught_in_a_chain() -> Promise[list[Exception]]:
    """The same in the middle of a chain, in a list."""
    resolvers = Resolvers[int]()
    result = resolvers.promise.then(lambda value: value).then(lambda value: [caught(value)])
    result.then(str)
    resolvers.resolve(1)
    return result


def fulfilled_with_what_was_caught_by_two() -> Promise[list[Exception]]:
    """The same where several wait for the promise, and where it is one with another."""
    resolvers, outer = Resolvers[int](), Resolvers[Any]()
    result = resolvers.promise.then(lambda value: [caught(value)])
    outer.resolve(result)
    result.then(str)
    result.then(str)
    resolvers.resolve(1)
    return result


def caught_by_a_catch() -> Promise[Exception]:
    """The same from a rejection handler."""
    return Promise[int].reject(ValueError()).catch(caught)


def caught_while_waiting() -> Promise[Exception]:
    """The same where `get()` runs the job."""
    scheduler = DeferredScheduler()
    with use(scheduler):
        result = Promise.resolve(1).then(lambda value: value).then(caught)
        result.wait()
    scheduler.run()
    return result


def caught_by_the_handler_of_finally() -> Promise[int]:
    """The same from a handler whose result is waited for."""
    return Promise.resolve(1).finally_(caught).tap(caught)


MAKERS = [
    fulfilled_with_what_was_caught, fulfilled_with_what_was_caught_in_a_chain, fulfilled_with_what_was_caught_by_two,
    caught_by_a_catch, caught_by_the_handler_of_finally,
    fulfilled, rejected_by_a_handler, rejected_by_an_executor, rejected_by_try, rejected_by_a_coroutine,
    rejected_and_read, rejected_at_the_end_of_a_chain, joined, finally_waited,
]  # fmt: skip


@pytest.mark.parametrize("make", [*MAKERS, caught_while_waiting], ids=lambda make: make.__name__)
def test_a_settled_promise_is_in_no_cycle(make: Callable[[], Promise[object]]) -> None:
    """The last reference frees the promise, also where it keeps an exception that keeps frames."""
    promise = make()
    assert not promise.is_pending
    seen = weakref.ref(promise)

    del promise

    assert seen() is None
    assert gc.collect() == 0, "something else that it has left behind is"


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_promise_settled_in_a_loop_is_in_no_cycle(make: Callable[[], Promise[object]]) -> None:
    """The same inside an asyncio loop, where the handlers run on a later tick."""
    if make is rejected_and_read:  # get() is not for a running loop
        make = rejected_by_a_handler

    async def main() -> weakref.ref[Promise[object]]:
        promise = make()
        for _ in range(10):
            await asyncio.sleep(0)
        assert not promise.is_pending
        return weakref.ref(promise)

    assert asyncio.run(main())() is None


def test_an_awaited_rejection_is_in_no_cycle() -> None:
    """`await` raises the reason and keeps no frame that keeps the promise."""

    async def main() -> weakref.ref[Promise[int]]:
        promise = Promise.resolve(1).then(boom)
        seen = weakref.ref(promise)
        caught = None
        try:
            await promise
        except ValueError as error:
            caught = error
        assert caught is not None
        caught.__traceback__ = None
        return seen

    assert asyncio.run(main())() is None


@pytest.mark.parametrize("rejected", [False, True])
def test_handlers_are_freed_when_they_have_run(rejected: bool) -> None:
    """A settled promise and its result keep neither the handler that ran nor the one that did not."""
    payload = Payload()
    seen = weakref.ref(payload)
    resolvers = Resolvers[int]()
    result = resolvers.promise.then(lambda value, kept=payload: value, lambda error, kept=payload: 0)
    del payload
    assert seen() is not None

    if rejected:
        resolvers.reject(ValueError())
    else:
        resolvers.resolve(1)

    assert seen() is None
    assert result.is_fulfilled


@pytest.mark.parametrize("plain", [False, True], ids=["asked for then", "plain"])
def test_a_chain_frees_its_values_as_it_goes(*, plain: bool) -> None:
    """While a handler runs, of all the values before it at most two are still there."""
    resolvers = Resolvers[Any]()
    alive: list[int] = []
    payloads: list[weakref.ref[Payload]] = []
    promise = resolvers.promise

    def next_one(_before: object) -> object:
        alive.append(sum(seen() is not None for seen in payloads))
        payload = Payload()
        payloads.append(weakref.ref(payload))
        return [payload] if plain else payload

    for _ in range(6):
        promise = promise.then(next_one)
    resolvers.resolve(None)

    assert len(alive) == 6
    assert max(alive) <= 2


def test_the_source_is_freed_when_its_handlers_have_run() -> None:
    """A result does not keep the promise it came from."""
    source = Resolvers[int]()
    result = source.promise.then(lambda value: value)
    seen = weakref.ref(source.promise)
    source.resolve(1)

    del source

    assert seen() is None
    assert result.value == 1


def test_executor_functions_forget_the_promise() -> None:
    """The functions given to an executor keep the promise until the first call, and not after."""
    functions: list[Callable[[int], None]] = []
    promise = Promise[int](lambda resolve, _reject: functions.append(resolve))
    seen = weakref.ref(promise)
    functions[0](1)

    del promise

    assert seen() is None


def test_a_promise_loop_keeps_nothing() -> None:
    """The peak of a loop of ten thousand turns is that of a loop of a hundred."""

    def peak(turns: int) -> int:
        def turn(left: int) -> Promise[int] | int:
            return Promise.resolve(left - 1).then(turn) if left else 0

        start = Promise.resolve(turns)
        tracemalloc.start()
        start.then(turn).get()
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(100)

    assert peak(10_000) < peak(100) + 2_000


@pytest.mark.parametrize("method", ["then", "catch", "finally_", "tap"])
def test_a_link_of_a_chain_is_one_object_of_96_bytes(method: str) -> None:
    """A pending `then` costs one promise and nothing beside it, where no context variable is set."""

    def links(count: int) -> int:
        tracemalloc.start()
        promise: Any = Resolvers[int]().promise
        for _ in range(count):
            promise = getattr(promise, method)(ignore)
        used, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return used

    def ignore(_: object = None) -> None:
        pass

    # Compiled, an object has a word for its methods; since 3.12 a weak reference takes two words in place of one.
    limit = 104 if compiled and sys.version_info >= (3, 12) else 96
    assert sys.getsizeof(Promise.resolve(1)) <= limit
    assert Context().run(links, 2_000) - Context().run(links, 1_000) <= 1_000 * limit


def test_a_cancelled_await_leaves_nothing_behind() -> None:
    """Tasks that give up waiting for a pending promise do not pile up in it."""

    async def main() -> tuple[int, int]:
        promise = Resolvers[int]().promise

        async def wait() -> int:
            return await promise

        before = len(gc.get_referents(promise))
        for _ in range(50):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(wait(), 0)
        return before, len(gc.get_referents(promise))

    before, after = asyncio.run(main())

    assert after == before


def test_a_report_does_not_keep_the_promise() -> None:
    """The unhandled-rejection hook is told the reason and the place, and does not bring the promise back."""
    reports: list[UnhandledRejection] = []
    set_unhandled_rejection_hook(reports.append)
    promise = Promise.resolve(1).then(boom)
    seen = weakref.ref(promise)

    del promise

    assert seen() is None
    assert [str(report.reason) for report in reports] == ["boom"]


def test_the_queue_of_a_thread_goes_with_it() -> None:
    """What a thread has put in place for itself is freed when it ends: its queue and its generator keep one another."""

    class Scheduler(ImmediateScheduler):
        """One that can be seen to end."""

    kept: list[weakref.ref[Scheduler]] = []

    def work() -> None:
        scheduler = Scheduler()
        kept.append(weakref.ref(scheduler))
        set_thread_scheduler(scheduler)
        assert Promise.resolve(1).then(lambda value: value + 1).value == 2

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert [scheduler() for scheduler in kept] == [None]
