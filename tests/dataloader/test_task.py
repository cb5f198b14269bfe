"""The task that runs an `async` batch function: what the program sees of it, and when its answer comes."""

from __future__ import annotations

import asyncio
import gc
import sys
import traceback
import weakref
from asyncio import tasks
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from typing import Any

import pytest

from tests.support.hosts import TURNS, turns
from tests.support.unhandled import Unhandled
from typedpromise import Promise, PromiseCancelledError
from typedpromise.dataloader import DataLoader


async def soon(keys: list[int]) -> list[int]:
    """Return twice each key."""
    return [key * 2 for key in keys]


async def later(keys: list[int]) -> list[int]:
    """Return twice each key, a few turns of the loop later."""
    for _ in range(3):
        await asyncio.sleep(0)
    return [key * 2 for key in keys]


async def failing(_keys: list[int]) -> list[int]:
    """Raise, after a turn of the loop."""
    await asyncio.sleep(0)
    raise OSError


async def forever(_keys: list[int]) -> list[int]:
    """Never return."""
    await asyncio.get_running_loop().create_future()
    return []


async def others() -> set[asyncio.Task[Any]]:
    """Return the tasks that there are, without the one that asks."""
    return asyncio.all_tasks() - {asyncio.current_task()}


async def the_task() -> asyncio.Task[Any]:
    """Return the one that runs the batch function, as soon as it is there."""
    for _ in range(TURNS):
        for task in await others():
            return task
        await asyncio.sleep(0)
    pytest.fail("no task was made")


async def reason_of(promise: Promise[Any]) -> BaseException:
    """Return what awaiting the promise raises."""
    with pytest.raises(Exception) as caught:
        await promise
    return caught.value


def test_an_answer_at_once_takes_three_turns() -> None:
    """One sends the batch, one answers and hands out, one wakes the task that waits."""

    async def main() -> int:
        loader = DataLoader(soon)
        count = 0

        async def counted() -> None:
            nonlocal count
            while True:
                count += 1
                await asyncio.sleep(0)

        counter = asyncio.create_task(counted())
        await Promise.all([loader.load(1), loader.load(2)])
        counter.cancel()
        return count

    assert asyncio.run(main()) <= 3


def test_its_representation_is_that_of_the_batch_function() -> None:
    """It shows the function's name and line, and what that waits for."""

    async def main() -> None:
        promise = DataLoader(forever).load(1)
        promise.catch(lambda _error: None)
        await turns()
        (task,) = await others()
        assert f"coro=<forever() running at {__file__}" in repr(task)
        assert "wait_for=<Future" in repr(task)
        assert task.get_coro().cr_await is not None  # type: ignore[union-attr]
        assert [frame.f_code for frame in task.get_stack()] == [forever.__code__]
        task.cancel()
        await turns()
        assert "coro=<forever() done" in repr(task)

    asyncio.run(main())


def test_it_is_the_current_task_of_the_batch_function() -> None:
    """So that timeouts and cancellation find it."""
    seen: list[asyncio.Task[Any] | None] = []

    async def load(keys: list[int]) -> list[int]:
        seen.append(asyncio.current_task())
        async with asyncio.timeout(60):
            await asyncio.sleep(0)
        return keys

    async def main() -> int:
        return await DataLoader(load).load(1)

    assert asyncio.run(main()) == 1
    assert isinstance(seen[0], asyncio.Task)


def test_no_handler_runs_in_it() -> None:
    """Handlers of the loads run in the drain, where no task is the current one."""
    seen: list[object] = []

    async def main() -> None:
        await DataLoader(soon).load(1).then(lambda _value: seen.append(asyncio.current_task()))

    asyncio.run(main())

    assert seen == [None]


def test_it_runs_in_the_context_of_the_batch() -> None:
    """The batch function sees the variables of the first load, and sets none outside."""
    variable = ContextVar("variable", default="none")

    async def load(keys: list[int]) -> list[str]:
        await asyncio.sleep(0)
        found = variable.get()
        variable.set("of the function")
        return [found for _ in keys]

    async def main() -> None:
        loader = DataLoader(load)
        variable.set("of the load")
        promise = loader.load(1)
        variable.set("after it")
        assert await promise == "of the load"
        assert variable.get() == "after it"

    asyncio.run(main())


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_cancelled_task(steps: int) -> None:
    """Before its first step, and while it waits, it rejects the loads with an error that names it."""

    async def main() -> None:
        loader = DataLoader(forever)
        first, second = loader.load(1), loader.load(2)
        task = await the_task()
        for _ in range(steps):
            await asyncio.sleep(0)

        task.cancel("enough")

        for promise in (first, second):
            reason = await reason_of(promise)
            assert isinstance(reason, PromiseCancelledError)
            assert "forever()" in str(reason)
        assert task.cancelled()
        again = loader.load(1)
        again.catch(lambda _error: None)
        assert again is not first  # which is forgotten, to be asked for again

    asyncio.run(main())


def test_a_cancellation_that_is_caught() -> None:
    """What the function returns all the same is what the loads get."""

    async def load(keys: list[int]) -> list[int]:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            return keys
        return []

    async def main() -> int:
        promise = DataLoader(load).load(7)
        await turns()
        (task,) = await others()
        task.cancel()
        return await promise

    assert asyncio.run(main()) == 7


def test_the_end_of_the_loop_cancels_it(unhandled: Unhandled) -> None:
    """`asyncio.run` cancels what is left, and the loads that nobody waits for are rejected."""
    promises: list[Promise[int]] = []

    async def main() -> None:
        promises.append(DataLoader(forever).load(1))
        await turns()

    asyncio.run(main())

    assert isinstance(promises[0].reason, PromiseCancelledError)
    unhandled.take()


def test_an_exception_is_the_reason_of_the_loads_alone() -> None:
    """The loop's handler hears of none that was never retrieved, and the traceback begins in the function."""
    heard: list[dict[str, Any]] = []

    async def main() -> BaseException:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: heard.append(context))
        loader = DataLoader(failing)
        promise = loader.load(1)
        reason = await reason_of(promise)
        assert [frame.name for frame in traceback.extract_tb(reason.__traceback__)][-1] == "failing"
        assert not [frame for frame in traceback.extract_tb(reason.__traceback__) if "answering" in frame.filename]
        return reason

    assert isinstance(asyncio.run(main()), OSError)
    gc.collect()
    assert heard == []


def test_an_unhandled_exception_is_reported_once(unhandled: Unhandled) -> None:
    """As every rejection that nobody handles."""

    async def main() -> None:
        DataLoader(failing).load(1)
        await turns()

    asyncio.run(main())

    assert [type(reason) for reason in unhandled.take()] == [OSError]


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_program(error: type[BaseException]) -> None:
    """It reaches the caller of the loop, and rejects the loads as well."""
    promises: list[Promise[int]] = []

    async def load(_keys: list[int]) -> list[int]:
        raise error

    async def main() -> None:
        promises.append(DataLoader(load).load(1))
        await turns()

    with pytest.raises(error):
        asyncio.run(main())
    # The drain that hands out the rejection was asked of the loop that is gone.
    with pytest.raises(error):
        promises[0].get()


@pytest.mark.parametrize("function", [soon, later, failing, forever])
def test_nothing_is_kept(function: Callable[[list[int]], Coroutine[Any, Any, list[int]]]) -> None:
    """Loader, promise and task are freed by their reference counts, whatever the function did."""

    async def main() -> list[Callable[[], object]]:
        loader = DataLoader(function)
        promise = loader.load(1)
        promise.catch(Exception, lambda _error: None)
        task = await the_task()
        await turns()
        task.cancel()
        await turns()
        return [weakref.ref(loader), weakref.ref(promise), weakref.ref(task)]

    gc.collect()
    gc.disable()
    try:
        assert [gone() for gone in asyncio.run(main())] == [None, None, None]
    finally:
        gc.enable()


def test_it_is_not_dropped_while_it_waits() -> None:
    """Asyncio keeps only weak references to tasks; the library keeps the task until it is done."""

    class Nobody:
        """An awaitable whose waiter nobody else keeps."""

        waiter: weakref.ref[asyncio.Future[None]]

        def __await__(self) -> Any:
            future = asyncio.get_running_loop().create_future()
            self.waiter = weakref.ref(future)
            return future.__await__()

    nobody = Nobody()

    async def load(keys: list[int]) -> list[int]:
        await nobody
        return keys

    async def main() -> int:
        promise = DataLoader(load).load(3)
        await turns()
        gc.collect()
        future = nobody.waiter()
        assert future is not None
        future.set_result(None)
        return await promise

    assert asyncio.run(main()) == 3


def wrapping(loop: asyncio.AbstractEventLoop, coroutine: Any, **options: Any) -> asyncio.Task[Any]:
    """Make a task of a coroutine that awaits the given one, as tools that trace tasks do."""

    async def wrapped() -> Any:
        return await coroutine

    return asyncio.Task(wrapped(), loop=loop, **options)


def in_python(loop: asyncio.AbstractEventLoop, coroutine: Any, **options: Any) -> Any:
    """Make a task of asyncio's own Python code, as on a Python without the C module."""
    return tasks._PyTask(coroutine, loop=loop, **options)  # type: ignore[attr-defined]


FACTORIES: list[Any] = [wrapping, in_python]
if sys.version_info >= (3, 12):
    FACTORIES.append(asyncio.eager_task_factory)


@pytest.mark.parametrize("factory", FACTORIES, ids=lambda factory: factory.__name__)
def test_a_task_factory(factory: Any, unhandled: Unhandled) -> None:
    """Values, exceptions and cancellations come through whatever kind of task the loop makes."""

    async def main() -> None:
        asyncio.get_running_loop().set_task_factory(factory)
        assert await DataLoader(soon).load(1) == 2
        assert await DataLoader(later).load(1) == 2
        assert isinstance(await reason_of(DataLoader(failing).load(1)), OSError)
        for _ in range(2):
            promise = DataLoader(forever).load(1)
            await turns()
            for task in await others():
                task.cancel()
            assert isinstance(await reason_of(promise), PromiseCancelledError)
        asyncio.get_running_loop().set_task_factory(None)

    asyncio.run(main(), debug=True)
    assert unhandled.take() == []


def test_a_task_factory_that_fails() -> None:
    """What it raises rejects the loads, and the next load asks again."""

    def factory(_loop: object, coroutine: Any, **_options: object) -> Any:
        coroutine.close()
        raise LookupError

    async def main() -> BaseException:
        loop = asyncio.get_running_loop()
        loader = DataLoader(soon)
        promise = loader.load(1)
        loop.set_task_factory(factory)
        try:
            reason = await reason_of(promise)
        finally:
            loop.set_task_factory(None)
        assert await loader.load(1) == 2
        return reason

    assert isinstance(asyncio.run(main()), LookupError)


@pytest.mark.parametrize("function", [soon, later])
def test_what_follows_two_batches_is_one_batch(function: Callable[[list[int]], Any]) -> None:
    """Two loaders that answer in the same turn are handed out together: their handlers' next loads share a batch."""

    async def main() -> int:
        first, second, third = DataLoader(function), DataLoader(function), DataLoader(soon)
        await asyncio.gather(
            first.load(1).then(third.load), second.load(2).then(third.load), first.load(3).then(third.load)
        )
        return third.statistics.batches

    assert asyncio.run(main()) == 1


@pytest.mark.parametrize("function", [soon, later])
def test_tasks_that_wait_for_two_batches_go_on_together(function: Callable[[list[int]], Any]) -> None:
    """So that what they load next is one batch, whether they wait for a load, a join or a handler."""

    async def main() -> int:
        first, second, third = DataLoader(function), DataLoader(function), DataLoader(soon)

        async def one(promise: Promise[Any]) -> object:
            await promise
            return await third.load(1)

        joined = Promise.all([first.load(1), first.load(2)])
        await asyncio.gather(one(first.load(1)), one(joined), one(second.load(2)), one(second.load(3)))
        return third.statistics.batches

    assert asyncio.run(main()) == 1


def promised(keys: list[int]) -> object:
    """Return a promise of the list."""
    return Promise.resolve([key * 2 for key in keys])


def with_then(keys: list[int]) -> object:
    """Return a thenable of the list."""

    class Thenable:
        def then(self, resolve: Callable[[list[int]], object], _reject: object) -> None:
            resolve([key * 2 for key in keys])

    return Thenable()


def in_a_task(keys: list[int]) -> object:
    """Return a task that returns the list."""
    return asyncio.create_task(later(keys))


@pytest.mark.parametrize("inner", [promised, with_then, soon, in_a_task])
def test_a_coroutine_that_returns_what_has_to_be_waited_for(inner: Callable[[list[int]], object]) -> None:
    """As a function that returns it does, and as a promise that is resolved with the coroutine."""

    async def load(keys: list[int]) -> Any:
        await asyncio.sleep(0)
        return inner(keys)

    async def main() -> list[int]:
        loader = DataLoader(load)
        return await Promise.all([loader.load(1), loader.load(2)])

    assert asyncio.run(main()) == [2, 4]


def test_a_coroutine_that_returns_no_list() -> None:
    """The loads are rejected once, and the function is not asked again."""
    calls = 0

    async def load(_keys: list[int]) -> Any:
        nonlocal calls
        calls += 1
        return 5

    async def main() -> BaseException:
        return await reason_of(DataLoader(load).load(1))

    assert "returned no list but 5" in str(asyncio.run(main()))
    assert calls == 1


def test_a_batch_that_others_wait_behind() -> None:
    """Handlers that stand in the queue behind a batch have their turn before its function goes on."""
    order: list[str] = []

    async def load(keys: list[int]) -> list[int]:
        order.append("function")
        return keys

    async def main() -> None:
        sends: list[Callable[[], None]] = []
        loader = DataLoader(load, batch_schedule_fn=sends.append)
        promise = loader.load(1)
        sends[0]()
        Promise.resolve(None).then(lambda _none: order.append("handler"))
        await promise

    asyncio.run(main())

    assert order == ["handler", "function"]


def test_a_loader_after_its_loop() -> None:
    """The same loader in one loop after the other, each with tasks of its own."""
    loader = DataLoader(later, cache=False)

    async def main(key: int) -> list[int]:
        return await Promise.all([loader.load(key), loader.load(key + 1)])

    assert [asyncio.run(main(key)) for key in (1, 5)] == [[2, 4], [10, 12]]
