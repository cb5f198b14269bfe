"""What a task is suspended on while it awaits a promise: it does all that asyncio asks of a future."""

from __future__ import annotations

import asyncio
import io
import sys
import threading
import traceback
from asyncio import tasks
from collections.abc import Callable, Coroutine
from contextvars import ContextVar, copy_context
from typing import Any, TypeAlias

import pytest

from tests.support.hosts import turns
from tests.support.unhandled import Unhandled
from tests.support.waiters import kept_by
from typedpromise import Promise, Resolvers

ERROR = ValueError("boom")
variable: ContextVar[str] = ContextVar("variable", default="unset")
Run: TypeAlias = Callable[[Coroutine[Any, Any, Any]], Any]
# Any: names of asyncio that the types do not tell.
untyped: Any = tasks


async def wait(promise: Promise[Any]) -> Any:
    """Await."""
    return await promise


@pytest.fixture(params=["_CTask", "_PyTask"])
def run(request: pytest.FixtureRequest) -> Run:
    """Run a coroutine in a loop whose tasks are those of C, or those of Python."""
    make = getattr(untyped, request.param)

    def factory(loop: asyncio.AbstractEventLoop, coroutine: Any, **named: Any) -> Any:
        return make(coroutine, loop=loop, **named)

    def run(coroutine: Coroutine[Any, Any, Any]) -> Any:
        with asyncio.Runner() as runner:
            runner.get_loop().set_task_factory(factory)
            return runner.run(coroutine)

    return run


def future_of(task: asyncio.Task[Any]) -> Any:
    """Return what `task` waits for, as anyio and debuggers look at it."""
    untyped_task: Any = task
    return untyped_task._fut_waiter


def test_a_task_of_either_kind_wakes(run: Run) -> None:
    """The tasks written in C and those written in Python get a value, or a reason."""

    async def main() -> None:
        first, second = Resolvers[int](), Resolvers[int]()
        waiting = [asyncio.create_task(wait(each.promise)) for each in (first, second)]
        await turns()
        first.resolve(1)
        second.reject(ERROR)
        await asyncio.wait(waiting)
        assert waiting[0].result() == 1
        assert waiting[1].exception() is ERROR

    run(main())


@pytest.mark.parametrize("message", [(), ("enough",)])
def test_the_message_of_a_cancellation(run: Run, message: tuple[str, ...]) -> None:
    """What `cancel` was told arrives at the `await`, and no frame of the wake-up is in its traceback."""

    async def main() -> None:
        seen: list[asyncio.CancelledError] = []

        async def note() -> None:
            try:
                await Resolvers[int]().promise
            except asyncio.CancelledError as error:
                seen.append(error)
                raise

        task = asyncio.create_task(note())
        await turns()
        assert task.cancel(*message)
        assert not task.done()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert seen[0].args == message
        assert "/waiting.py" not in "".join(traceback.format_exception(seen[0]))

    run(main())


def test_cancelled_before_its_first_step(run: Run) -> None:
    """A task that cancels itself is cancelled at its next `await`, and the promise forgets it."""

    async def main() -> None:
        resolvers = Resolvers[int]()

        async def stop() -> None:
            task = asyncio.current_task()
            assert task is not None
            task.cancel("myself")
            await resolvers.promise

        task = asyncio.create_task(stop())
        with pytest.raises(asyncio.CancelledError, match="myself"):
            await task
        assert kept_by(resolvers.promise) == 0

    run(main())


@pytest.mark.parametrize("reason", [None, ERROR])
def test_cancelled_when_it_is_about_to_wake(run: Run, unhandled: Unhandled, reason: ValueError | None) -> None:
    """Between settling and waking a cancellation still comes first, as with a future, and handles no rejection."""

    async def main() -> None:
        resolvers = Resolvers[int]()
        task = asyncio.create_task(wait(resolvers.promise))
        await turns()
        if reason is None:
            resolvers.resolve(1)
        else:
            resolvers.reject(reason)
        assert future_of(task).done()
        assert not future_of(task).cancel()

        assert task.cancel("late")

        with pytest.raises(asyncio.CancelledError, match="late"):
            await task

    run(main())
    assert unhandled.take() == ([] if reason is None else [reason])


def test_the_context_of_the_task(run: Run) -> None:
    """A task goes on in its own context, whoever wakes it."""

    async def main() -> str:
        resolvers = Resolvers[int]()

        async def note() -> str:
            variable.set("inside")
            await resolvers.promise
            return variable.get()

        task = asyncio.create_task(note())
        await turns()
        copy_context().run(lambda: (variable.set("of the waker"), resolvers.resolve(1)))
        return await task

    assert run(main()) == "inside"


def test_a_task_shows_what_it_waits_for(run: Run) -> None:
    """The promise stands in the task's `repr`, and the coroutine in its stack."""

    async def main() -> None:
        promise = Resolvers[int]().promise
        task = asyncio.create_task(wait(promise))
        await turns()

        assert f"wait_for=<LoopWakeup of {promise!r}>" in repr(task)
        assert [frame.f_code.co_name for frame in task.get_stack()] == ["wait"]
        printed = io.StringIO()
        task.print_stack(file=printed)
        assert "return await promise" in printed.getvalue()

        waiter = future_of(task)
        task.cancel()
        assert repr(waiter).startswith("<LoopWakeup <Future cancelled")
        await asyncio.wait([task])

    run(main())


def test_it_answers_as_a_future() -> None:
    """Who looks at it, as anyio does before it cancels a task, sees a future: pending, done or cancelled."""

    async def main() -> None:
        resolvers = Resolvers[int]()
        waiting = [asyncio.create_task(wait(resolvers.promise)) for _ in range(2)]
        await turns()
        one, other = (future_of(task) for task in waiting)
        assert isinstance(one, asyncio.Future)
        assert asyncio.isfuture(one)
        assert one.get_loop() is asyncio.get_running_loop()
        assert (one.done(), one.cancelled()) == (False, False)
        for ask in (one.result, one.exception):
            with pytest.raises(asyncio.InvalidStateError):
                ask()

        waiting[0].cancel()
        assert (one.done(), one.cancelled(), other.done()) == (True, True, False)
        for ask in (one.result, one.exception):
            with pytest.raises(asyncio.CancelledError):
                ask()

        resolvers.resolve(1)
        assert (other.done(), other.cancelled(), other.result(), other.exception()) == (True, False, None, None)
        await asyncio.wait(waiting)

    asyncio.run(main())


@pytest.mark.parametrize("cancels", [False, True])
def test_others_may_ask_to_be_told(*, cancels: bool) -> None:
    """Callbacks beside the task's are called once, in order, in their contexts, by the loop, with a future."""

    async def main() -> None:
        log: list[tuple[str, str, bool]] = []
        resolvers = Resolvers[int]()
        task = asyncio.create_task(wait(resolvers.promise))
        await turns()
        waiter = future_of(task)

        def note(name: str) -> Callable[[Any], None]:
            return lambda future: log.append((name, variable.get(), future.cancelled()))

        forgotten, context = note("forgotten"), copy_context()
        context.run(variable.set, "given")
        for callback in (note("first"), forgotten, note("second"), forgotten):
            waiter.add_done_callback(callback)
        waiter.add_done_callback(note("third"), context=context)
        assert waiter.remove_done_callback(forgotten) == 2
        assert waiter.remove_done_callback(forgotten) == 0

        task.cancel() if cancels else resolvers.resolve(1)
        assert log == []
        waiter.add_done_callback(note("late"))
        await asyncio.wait([task])
        await turns()

        assert log == [
            ("first", "unset", cancels),
            ("second", "unset", cancels),
            ("third", "given", cancels),
            ("late", "unset", cancels),
        ]

    asyncio.run(main())


def test_a_callback_that_is_removed_is_not_called() -> None:
    """The only one may be removed, too."""

    async def main() -> None:
        log: list[object] = []
        resolvers = Resolvers[int]()
        waiter = wait(resolvers.promise).send(None)
        assert waiter.remove_done_callback(log.append) == 0
        waiter.add_done_callback(log.append, context=copy_context())
        assert waiter.remove_done_callback(log.append) == 1
        resolvers.resolve(1)
        await turns()
        assert log == []

    asyncio.run(main())


@pytest.mark.parametrize("elsewhere", [False, True], ids=["same thread", "other thread"])
def test_settled_before_the_task_asks_to_be_told(*, elsewhere: bool) -> None:
    """A promise that settles between the suspension and `add_done_callback` wakes the task all the same, and once."""

    async def main() -> None:
        log: list[object] = []
        resolvers = Resolvers[int]()
        coroutine = wait(resolvers.promise)
        waiter = coroutine.send(None)
        if elsewhere:
            thread = threading.Thread(target=resolvers.resolve, args=(1,))
            thread.start()
            thread.join(5)
        else:
            resolvers.resolve(1)
        waiter.add_done_callback(log.append, context=copy_context())
        await turns()
        assert len(log) == 1
        with pytest.raises(StopIteration) as stop:
            coroutine.send(None)
        assert stop.value.value == 1

    asyncio.run(main())


def test_cancelled_and_settled_elsewhere() -> None:
    """A task that is cancelled while another thread's wake-up is on its way wakes once."""

    async def main() -> None:
        resolvers = Resolvers[int]()
        task = asyncio.create_task(wait(resolvers.promise))
        await turns()
        thread = threading.Thread(target=resolvers.resolve, args=(1,))
        thread.start()
        thread.join(5)
        assert not future_of(task).done()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())


def test_in_debug_mode() -> None:
    """The loop's checks for misuse find none."""

    async def main() -> list[int]:
        resolvers = Resolvers[int]()
        waiting = [asyncio.create_task(wait(resolvers.promise)) for _ in range(2)]
        await turns()
        threading.Thread(target=resolvers.resolve, args=(1,)).start()
        return await asyncio.gather(*waiting)

    assert asyncio.run(main(), debug=True) == [1, 1]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="eager tasks came with Python 3.12")
def test_an_eager_task() -> None:
    """A task that takes its first step while it is made waits and wakes as others do."""

    async def main() -> tuple[int, int]:
        loop: Any = asyncio.get_running_loop()
        loop.set_task_factory(getattr(asyncio, "eager_task_factory"))  # noqa: B009 - not there before 3.12
        resolvers = Resolvers[int]()
        task = asyncio.create_task(wait(resolvers.promise))
        assert kept_by(resolvers.promise) == 1
        loop.call_soon(resolvers.resolve, 1)
        return await task, await asyncio.create_task(wait(Promise.resolve(2)))

    assert asyncio.run(main()) == (1, 2)
