"""Futures of asyncio and of executors are adopted: their outcome, their cancellation, on any thread."""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.hosts import Host, turns
from typedpromise import Promise, PromiseCancelledError, Resolvers

ERROR = ValueError("boom")


@pytest.fixture
def other_loop() -> Iterator[asyncio.AbstractEventLoop]:
    """A loop that runs in a thread of its own."""
    loop = asyncio.new_event_loop()
    started = threading.Event()
    thread = threading.Thread(target=lambda: (loop.call_soon(started.set), loop.run_forever()), name="other loop")
    thread.start()
    assert started.wait(5)
    yield loop
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)
    loop.close()


def finish(future: Any, how: str) -> None:
    """Settle a future of either kind."""
    if how == "result":
        future.set_result(1)
    elif how == "exception":
        future.set_exception(ERROR)
    else:
        future.cancel()


def check(promise: Promise[Any], how: str) -> None:
    """Look whether the promise went the way of its future."""
    if how == "result":
        assert promise.value == 1
    elif how == "exception":
        assert promise.reason is ERROR
    else:
        assert isinstance(promise.reason, PromiseCancelledError)
        assert "was cancelled" in str(promise.reason)


HOW = pytest.mark.parametrize("how", ["result", "exception", "cancel"])
WHEN = pytest.mark.parametrize("before", [True, False], ids=["done before", "done after"])


@HOW
@WHEN
def test_an_asyncio_future(how: str, *, before: bool) -> None:
    """Result, exception and cancellation of an asyncio future become the promise's outcome."""

    async def main() -> Promise[Any]:
        future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        if before:
            finish(future, how)
        promise = Promise.resolve(0).then(lambda _value: future)
        promise.then(None, lambda error: None)
        if not before:
            await turns()
            assert promise.is_pending
            finish(future, how)
        await turns()
        return promise

    check(asyncio.run(main()), how)


@HOW
@WHEN
def test_an_executor_future(host: Host[Any], how: str, *, before: bool) -> None:
    """Result, exception and cancellation of a concurrent future become the promise's outcome."""
    future: concurrent.futures.Future[int] = concurrent.futures.Future()

    def body() -> Promise[Any]:
        if before:
            finish(future, how)
        promise = Promise.resolve(0).then(lambda _value: future)
        if not before:
            promise.finally_(lambda: None).catch(lambda error: None)
            finish(future, how)
        return promise

    check(host(body), how)


@HOW
def test_an_executor_future_finished_by_its_thread(how: str) -> None:
    """The executor's thread settles the promise, and without a loop runs the handlers."""
    go = threading.Event()

    def work() -> int:
        assert go.wait(5)
        if how == "exception":
            raise ERROR
        return 1

    with concurrent.futures.ThreadPoolExecutor(1, "worker") as executor:
        blocker = executor.submit(go.wait, 5)
        future = executor.submit(work)
        ran_on: list[str] = []
        promise = Promise.resolve(future).finally_(lambda: ran_on.append(threading.current_thread().name))
        if how == "cancel":
            assert future.cancel()
        go.set()
        promise.wait(5)
        assert blocker.result(5)

    check(promise, how)
    assert ran_on[0].startswith("worker" if how != "cancel" else "MainThread")


def test_a_done_future_settles_at_once() -> None:
    """Nobody has to run the loop of a future that is done: it may be closed long since."""

    async def work() -> int:
        return 1

    async def main() -> asyncio.Task[int]:
        task = asyncio.create_task(work())
        await task
        return task

    task = asyncio.run(main())
    assert task.get_loop().is_closed()

    assert Promise.resolve(task).value == 1
    assert Promise.resolve(0).then(lambda _value: task).value == 1


def test_a_task_that_is_cancelled_later() -> None:
    """A task that its promise waits for may be cancelled; the promise says so with an `Exception`."""

    async def main() -> object:
        task = asyncio.create_task(asyncio.sleep(60))
        promise = Promise.resolve(task).catch(lambda error: error)
        await asyncio.sleep(0)
        task.cancel()
        return await promise

    error = asyncio.run(main())

    assert isinstance(error, PromiseCancelledError)
    assert not isinstance(error, asyncio.CancelledError)


@HOW
def test_a_future_of_a_loop_in_another_thread(other_loop: asyncio.AbstractEventLoop, how: str) -> None:
    """A future is touched on its own loop only, and the promise can be waited for anywhere."""
    future = other_loop.create_future()
    ran_on: list[str] = []
    promise: Promise[Any] = Promise.resolve(future)
    last = promise.finally_(lambda: ran_on.append(threading.current_thread().name))

    last.catch(lambda _error: None)
    other_loop.call_soon_threadsafe(finish, future, how)

    assert last.wait(5)
    check(promise, how)
    check(last, how)
    assert ran_on == ["other loop"]


def test_a_future_of_another_loop_awaited_here(other_loop: asyncio.AbstractEventLoop) -> None:
    """A coroutine of one loop may await a promise of a future of another loop."""
    future = other_loop.create_future()

    async def main() -> int:
        promise: Promise[int] = Promise.resolve(future)
        other_loop.call_soon_threadsafe(future.set_result, 1)
        return await asyncio.wait_for(promise, 5)

    assert asyncio.run(main()) == 1


def test_the_result_of_a_future_is_resolved_further(host: Host[Any]) -> None:
    """A future may give a promise, a thenable or another future, and the chain sees what comes of it."""
    inner: concurrent.futures.Future[Any] = concurrent.futures.Future()
    outer: concurrent.futures.Future[Any] = concurrent.futures.Future()
    inner.set_result(Promise.resolve("core"))
    outer.set_result(inner)

    assert host(lambda: Promise.resolve(0).then(lambda _value: outer)).value == "core"


class Broken(concurrent.futures.Future[int]):
    """A future of a subclass that fails at what it inherits."""

    def add_done_callback(self, fn: Callable[[concurrent.futures.Future[int]], object]) -> None:
        """Fail."""
        raise ERROR


class HalfAFuture:
    """What passes for a future of asyncio by its mark, and has nothing else."""

    _asyncio_future_blocking = False


@pytest.mark.parametrize("future", [Broken(), HalfAFuture()], ids=["broken", "half"])
def test_a_broken_future_rejects(future: Any, host: Host[Any]) -> None:
    """A future that fails while it is adopted rejects the promise; the queue and the others go on."""
    promise, other = host(lambda: [Promise.resolve(0).then(lambda _value: future), Promise.resolve(1).then(str)])

    assert isinstance(promise.reason, ValueError | AttributeError)
    assert other.value == "1"


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_an_executor_future_with_the_end_of_the_program(kind: type[BaseException]) -> None:
    """Work that was interrupted in its thread rejects with the interrupt; an unfiltered catch passes it on."""
    with concurrent.futures.ThreadPoolExecutor(1) as executor:

        def work() -> None:
            raise kind

        promise = Promise.resolve(executor.submit(work)).catch(lambda _error: "swallowed")
        with pytest.raises(kind):
            promise.get(5)


def test_a_promise_is_locked_in_by_a_future() -> None:
    """The future's thread decides, not a later call of `resolve`."""
    future: concurrent.futures.Future[int] = concurrent.futures.Future()
    resolvers = Resolvers[int]()
    resolvers.resolve(future)
    resolvers.resolve(2)
    future.set_result(1)

    assert resolvers.promise.value == 1
