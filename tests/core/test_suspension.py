"""A suspended `await` that ends otherwise than by waking, what it keeps until then, and in which loop it waits."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
import weakref
from asyncio import events
from collections.abc import Callable, Iterator
from contextvars import ContextVar, copy_context
from typing import Any

import pytest

from tests.support.hosts import turns
from tests.support.waiters import kept_by
from typedpromise import Promise, Resolvers

ERROR = ValueError("boom")


async def wait(promise: Promise[Any]) -> Any:
    """Await."""
    return await promise


def test_a_coroutine_that_is_closed() -> None:
    """The promise forgets a suspended coroutine that is closed, or thrown into."""

    async def main() -> None:
        promise = Resolvers[int]().promise
        closed, thrown = wait(promise), wait(promise)
        closed.send(None)
        thrown.send(None)
        assert kept_by(promise) == 2
        closed.close()
        assert kept_by(promise) == 1
        with pytest.raises(ValueError, match="boom"):
            thrown.throw(ERROR)
        assert kept_by(promise) == 0

    asyncio.run(main())


def test_a_runner_inside_a_loop_that_does_not_wait() -> None:
    """It is told so, and the promise forgets the coroutine."""

    async def main() -> None:
        promise = Resolvers[int]().promise
        coroutine = wait(promise)
        coroutine.send(None)
        with pytest.raises(RuntimeError, match="resumed before that settled"):
            coroutine.send(None)
        assert kept_by(promise) == 0

    asyncio.run(main())


@pytest.fixture
def _no_garbage_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


async def wait_for_the_only(promises: list[Promise[Any]]) -> Any:
    """Await without a variable that keeps the promise."""
    return await promises.pop()


def fulfils(resolvers: Resolvers[int], _task: asyncio.Task[Any]) -> None:
    """Wake the task with a value."""
    resolvers.resolve(1)


def rejects(resolvers: Resolvers[int], _task: asyncio.Task[Any]) -> None:
    """Wake it with a reason."""
    resolvers.reject(ValueError("boom"))


def cancels(_resolvers: Resolvers[int], task: asyncio.Task[Any]) -> None:
    """Cancel it."""
    task.cancel()


def cancels_late(resolvers: Resolvers[int], task: asyncio.Task[Any]) -> None:
    """Cancel it when it is about to wake."""
    resolvers.resolve(1)
    task.cancel()


@pytest.mark.usefixtures("_no_garbage_collector")
@pytest.mark.parametrize("end", [fulfils, rejects, cancels, cancels_late])
def test_what_was_awaited_is_freed(end: Callable[[Resolvers[int], asyncio.Task[Any]], None]) -> None:
    """When a task has gone on, nothing of the waiting is in a cycle, and what it raised keeps no promise."""

    async def main() -> None:
        resolvers = Resolvers[int]()
        task = asyncio.create_task(wait_for_the_only([resolvers.promise]))
        await turns()
        promise, done = weakref.ref(resolvers.promise), weakref.ref(task)
        end(resolvers, task)
        [outcome] = await asyncio.gather(task, return_exceptions=True)
        del resolvers, task
        await turns()
        assert outcome == 1 or isinstance(outcome, ValueError | asyncio.CancelledError)
        assert promise() is None
        del outcome
        assert done() is None

    asyncio.run(main())


@pytest.mark.usefixtures("_no_garbage_collector")
@pytest.mark.parametrize("end", [rejects, cancels])
def test_the_exception_keeps_no_context(end: Callable[[Resolvers[int], asyncio.Task[Any]], None]) -> None:
    """What a variable of the task holds is freed with the task, though the exception has the frame of the await."""
    variable = ContextVar[object]("variable")
    caught: list[BaseException] = []

    class Held:
        """What the variable holds."""

    async def waits(promise: Promise[int]) -> None:
        try:
            await promise
        except BaseException as error:  # noqa: BLE001 - to be kept
            caught.append(error)

    async def main() -> weakref.ref[Held]:
        resolvers = Resolvers[int]()
        held = Held()
        context = copy_context()
        context.run(variable.set, held)
        task = asyncio.create_task(waits(resolvers.promise), context=context)
        await turns()
        end(resolvers, task)
        await turns()
        return weakref.ref(held)

    assert asyncio.run(main())() is None
    assert caught


def test_what_is_thrown_into_a_coroutine_keeps_no_promise() -> None:
    """An exception that comes to the `await` from outside keeps its frames, and none of them the promise."""

    async def main() -> None:
        resolvers = Resolvers[int]()
        coroutine = wait_for_the_only([resolvers.promise])
        coroutine.send(None)
        promise = weakref.ref(resolvers.promise)
        del resolvers
        with pytest.raises(ValueError, match="boom") as raised:
            coroutine.throw(ValueError("boom"))
        assert raised.value.__traceback__ is not None
        assert promise() is None

    asyncio.run(main())


def test_a_task_that_nobody_keeps() -> None:
    """A suspended task and its promise, both dropped, are garbage that the collector finds."""

    async def main() -> tuple[weakref.ref[Any], weakref.ref[Any]]:
        resolvers = Resolvers[int]()
        task = asyncio.create_task(wait(resolvers.promise))
        await turns()
        untyped_task: Any = task
        untyped_task._log_destroy_pending = False
        return weakref.ref(resolvers.promise), weakref.ref(task)

    loop = asyncio.new_event_loop()
    try:
        ends = loop.run_until_complete(main())
    finally:
        loop.close()
    gc.collect()
    assert [each() for each in ends] == [None, None]


def test_a_loop_nested_in_a_task() -> None:
    """Where a program runs a loop inside a task's step, against asyncio's rule, each await waits in its own loop."""

    async def inner() -> int:
        resolvers = Resolvers[int]()
        asyncio.get_running_loop().call_soon(resolvers.resolve, 1)
        return await resolvers.promise

    async def main(*, in_a_callback: bool) -> list[int]:
        outer = asyncio.get_running_loop()
        values: list[int] = []

        def nest() -> None:
            private: Any = events
            private._set_running_loop(None)
            try:
                values.append(asyncio.run(inner()))
            finally:
                private._set_running_loop(outer)

        if in_a_callback:
            outer.call_soon(nest)
            await turns()
        else:
            nest()
        return [*values, await inner()]

    for in_a_callback in (False, True):
        assert asyncio.run(main(in_a_callback=in_a_callback)) == [1, 1]


def test_no_loop_where_a_task_hides_it() -> None:
    """A program that sets the running loop to None inside a step, against asyncio's rule, awaits without one."""
    private: Any = events

    async def main() -> tuple[int, type[BaseException] | None]:
        outer = asyncio.get_running_loop()
        private._set_running_loop(None)
        try:
            first, second = Resolvers[int](), Resolvers[int]()
            value, error = Promise.resolve(wait(first.promise)), Promise.resolve(wait(second.promise))
            first.resolve(4)
            second.reject(ERROR)
            error.wait()
            return value.get(), type(error.reason)
        finally:
            private._set_running_loop(outer)

    assert asyncio.run(main()) == (4, ValueError)


def test_another_thread_is_in_no_task() -> None:
    """While a task takes a step, a thread without a loop awaits without one."""

    async def main() -> None:
        promise = Resolvers[int]().promise
        yielded: list[object] = []
        thread = threading.Thread(target=lambda: yielded.append(wait(promise).send(None)))
        thread.start()
        thread.join(5)
        assert yielded == [promise]

    asyncio.run(main())


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="who is in a task is asked of the loop alone")
def test_another_thread_leaves_its_task_meanwhile() -> None:
    """Asyncio's dictionary of the tasks that take a step may change while it is looked at."""
    private: Any = asyncio.tasks

    class Elsewhere:
        """A loop of another thread, whose task comes to its end when one looks."""

        @property
        def _thread_id(self) -> int:
            private._leave_task(self, task)
            return 0

    task: Any = object()
    promise = Resolvers[int]().promise
    wait(promise).send(None)  # from now on asyncio is known
    private._enter_task(Elsewhere(), task)

    assert wait(promise).send(None) is promise
