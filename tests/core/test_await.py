"""`await promise`: the value or the reason, in the task's own loop, whoever settles it."""

from __future__ import annotations

import asyncio
import gc
import threading
import traceback
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from tests.support.hosts import turns
from tests.support.waiters import kept_by
from typedpromise import Promise, Resolvers

ERROR = ValueError("boom")


async def wait(promise: Promise[Any]) -> Any:
    """Await."""
    return await promise


@pytest.mark.parametrize("in_a_loop", [False, True], ids=["without a loop", "in a loop"])
def test_a_settled_promise_does_not_suspend(*, in_a_loop: bool) -> None:
    """One step of the coroutine is enough for a value, and for a reason."""

    def step() -> None:
        with pytest.raises(StopIteration) as stop:
            wait(Promise.resolve(1)).send(None)
        assert stop.value.value == 1
        with pytest.raises(ValueError, match="boom") as raised:
            wait(Promise.reject(ERROR)).send(None)
        assert raised.value is ERROR

    async def main() -> None:
        step()

    if in_a_loop:
        asyncio.run(main())
    else:
        step()


def test_a_pending_promise_suspends() -> None:
    """A task sleeps until the promise has settled, and gets its value or its reason."""

    async def main() -> None:
        first, second = Resolvers[int](), Resolvers[int]()
        tasks = [asyncio.create_task(wait(resolvers.promise)) for resolvers in (first, second)]
        await turns()
        assert not any(task.done() for task in tasks)

        first.resolve(1)
        second.reject(ERROR)
        await asyncio.wait(tasks)

        assert tasks[0].result() == 1
        assert tasks[1].exception() is ERROR

    asyncio.run(main())


def test_outside_of_any_driver_it_yields_itself() -> None:
    """Without a loop a coroutine driven by hand is told which promise to wait for."""
    resolvers = Resolvers[int]()
    coroutine = wait(resolvers.promise)

    assert coroutine.send(None) is resolvers.promise
    resolvers.resolve(1)
    with pytest.raises(StopIteration) as stop:
        coroutine.send(None)
    assert stop.value.value == 1


def test_settled_from_another_thread() -> None:
    """The task wakes on its own loop, in its own thread."""

    async def main() -> str:
        resolvers = Resolvers[int]()
        thread = threading.Thread(target=resolvers.resolve, args=(1,))
        asyncio.get_running_loop().call_soon(thread.start)
        await asyncio.wait_for(wait(resolvers.promise), 5)
        thread.join(5)
        return threading.current_thread().name

    assert asyncio.run(main()) == threading.current_thread().name


def test_two_loops_await_one_promise() -> None:
    """Tasks of loops in different threads are woken by a third."""
    resolvers = Resolvers[int]()
    barrier = threading.Barrier(3)
    values: list[int] = []

    async def main() -> None:
        task = asyncio.create_task(wait(resolvers.promise))
        await turns()
        barrier.wait(5)
        values.append(await asyncio.wait_for(task, 5))

    threads = [threading.Thread(target=lambda: asyncio.run(main())) for _ in range(2)]
    for thread in threads:
        thread.start()
    barrier.wait(5)
    resolvers.resolve(1)
    for thread in threads:
        thread.join(5)

    assert values == [1, 1]


@pytest.mark.parametrize("others", [0, 1, 5])
def test_a_cancelled_task_leaves_nothing_behind(others: int) -> None:
    """The promise forgets a task that was cancelled, and still wakes those that go on waiting."""

    async def main() -> list[int]:
        resolvers = Resolvers[int]()
        tasks = [asyncio.create_task(wait(resolvers.promise)) for _ in range(others + 1)]
        await turns()
        assert kept_by(resolvers.promise) == others + 1
        cancelled = tasks.pop(others // 2)

        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled

        assert kept_by(resolvers.promise) == others
        resolvers.resolve(1)
        return await asyncio.gather(*tasks)

    assert asyncio.run(main()) == [1] * others


def test_cancelling_over_and_over_leaves_nothing_behind() -> None:
    """A service that waits with a timeout, again and again, does not fill the promise up."""

    async def main() -> int:
        resolvers = Resolvers[int]()
        keeper = asyncio.create_task(wait(resolvers.promise))
        for _ in range(100):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(wait(resolvers.promise), 0.00001)
        assert kept_by(resolvers.promise) == 1
        resolvers.resolve(1)
        return await keeper

    assert asyncio.run(main()) == 1


def test_cancelling_does_not_touch_the_promise() -> None:
    """A promise belongs to all who wait: one cancelled task does not cancel it."""

    async def main() -> int:
        resolvers = Resolvers[int]()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await resolvers.promise
        assert resolvers.promise.is_pending
        resolvers.resolve(1)
        return await resolvers.promise

    assert asyncio.run(main()) == 1


def test_cancelled_and_settled_at_once() -> None:
    """A promise settled in the turn in which the task is cancelled harms neither."""

    async def main() -> None:
        for settle_first in (True, False):
            resolvers = Resolvers[int]()
            task = asyncio.create_task(wait(resolvers.promise))
            await turns()
            actions: list[Callable[[], object]] = [lambda: resolvers.resolve(1), task.cancel]  # noqa: B023
            for action in actions if settle_first else reversed(actions):
                action()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert resolvers.promise.value == 1

    asyncio.run(main())


def test_a_loop_that_was_closed_meanwhile(caplog: pytest.LogCaptureFixture) -> None:
    """A task whose loop is gone cannot be woken; the others who wait are."""
    resolvers = Resolvers[int]()
    loop = asyncio.new_event_loop()
    task = loop.create_task(wait(resolvers.promise))
    loop.run_until_complete(turns())
    loop.close()
    last = resolvers.promise.then(lambda value: value + 1)

    resolvers.resolve(1)

    assert last.value == 2
    del task
    gc.collect()
    assert "Task was destroyed but it is pending" in caplog.text


async def by_gather(promise: Promise[int]) -> int:
    """Hand the promise to gather."""
    return (await asyncio.gather(promise))[0]


async def by_group(promise: Promise[int]) -> int:
    """Await it in a task of a group."""
    async with asyncio.TaskGroup() as group:
        task = group.create_task(wait(promise))
    result: int = task.result()
    return result


WAYS: list[Callable[[Promise[int]], Coroutine[Any, Any, int]]] = [
    by_gather,
    by_group,
    lambda promise: asyncio.wait_for(promise, 5),
    lambda promise: asyncio.wait_for(asyncio.shield(promise), 5),
    lambda promise: asyncio.wait_for(asyncio.ensure_future(promise), 5),
]


@pytest.mark.parametrize("way", WAYS, ids=["gather", "TaskGroup", "wait_for", "shield", "ensure_future"])
def test_with_what_asyncio_offers(way: Callable[[Promise[int]], Coroutine[Any, Any, int]]) -> None:
    """A promise is an awaitable like any other."""

    async def main() -> int:
        resolvers = Resolvers[int]()
        asyncio.get_running_loop().call_soon(resolvers.resolve, 1)
        return await way(resolvers.promise)

    assert asyncio.run(main()) == 1


def test_adopted_while_awaited() -> None:
    """A task that awaits an inner promise or an outer one wakes when the fate of both is decided."""

    async def main() -> list[int]:
        outer, inner = Resolvers[int](), Resolvers[int]()
        tasks = [asyncio.create_task(wait(each.promise)) for each in (outer, inner, outer, inner)]
        await turns()
        outer.resolve(inner.promise)
        await turns()
        inner.resolve(1)
        return await asyncio.gather(*tasks)

    assert asyncio.run(main()) == [1] * 4


def test_tasks_wake_in_order() -> None:
    """Who waited first is woken first."""

    async def main() -> list[int]:
        log: list[int] = []
        resolvers = Resolvers[int]()

        async def note(number: int) -> None:
            await resolvers.promise
            log.append(number)

        tasks = [asyncio.create_task(note(number)) for number in range(5)]
        await turns()
        resolvers.resolve(1)
        await asyncio.wait(tasks)
        return log

    assert asyncio.run(main()) == [0, 1, 2, 3, 4]


def test_a_reason_that_python_forbids_here() -> None:
    """A StopIteration cannot leave a coroutine: Python raises a RuntimeError in its place, with the reason as cause."""
    stop = StopIteration("x")
    untyped: Any = Promise

    async def main() -> None:
        await untyped.reject(stop)

    with pytest.raises(RuntimeError) as raised:
        asyncio.run(main())
    assert raised.value.__cause__ is stop


def test_a_traceback_does_not_grow() -> None:
    """Each `await` raises with the traceback of the rejection, not with those of the `await`s before."""

    def handler(_value: int) -> int:
        raise ValueError("boom")

    async def main() -> set[int]:
        promise = Promise.resolve(0).then(handler)
        depths = set()
        for _ in range(20):
            with pytest.raises(ValueError, match="boom") as raised:
                await wait(promise)
            depths.add(len(traceback.extract_tb(raised.value.__traceback__)))
        return depths - {max(depths)}  # the first time it was pending, which is one generator more

    assert len(asyncio.run(main())) <= 1


def test_a_runner_that_does_not_wait_is_told() -> None:
    """A coroutine that is resumed while its promise is pending gets an error that says what to do."""

    async def main() -> None:
        await Resolvers[int]().promise

    coroutine = main()
    coroutine.send(None)
    with pytest.raises(RuntimeError, match="whoever runs it does not wait for promises; run it under asyncio"):
        coroutine.send(None)


class SecretiveLoop(asyncio.SelectorEventLoop):
    """A loop that does not tell which thread it runs in, as uvloop's does not."""

    _thread_id = property(lambda _self: None, lambda _self, _value: None)


def test_a_loop_that_does_not_tell_its_thread() -> None:
    """A task wakes there too, whether its own thread settles the promise or another."""

    async def main() -> tuple[int, int]:
        own, foreign = Resolvers[int](), Resolvers[int]()
        loop = asyncio.get_running_loop()
        thread = threading.Thread(target=foreign.resolve, args=(2,))
        loop.call_soon(own.resolve, 1)
        loop.call_soon(thread.start)
        values = await own.promise, await asyncio.wait_for(wait(foreign.promise), 5)
        thread.join(5)
        return values

    loop = SecretiveLoop()
    try:
        assert loop.run_until_complete(main()) == (1, 2)
    finally:
        loop.close()


def test_settled_between_two_runs_of_the_loop() -> None:
    """A promise that is settled while its task's loop rests wakes the task when the loop runs again."""
    resolvers = Resolvers[int]()
    loop = asyncio.new_event_loop()
    try:
        task = loop.create_task(wait(resolvers.promise))
        loop.run_until_complete(turns())

        resolvers.resolve(1)

        assert loop.run_until_complete(asyncio.wait_for(task, 5)) == 1
    finally:
        loop.close()
