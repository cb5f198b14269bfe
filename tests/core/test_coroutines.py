"""Coroutines: run by the promise itself without a loop, as tasks inside asyncio."""

from __future__ import annotations

import asyncio
import types
from collections.abc import Callable, Coroutine, Generator
from contextvars import ContextVar
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, PromiseCancelledError, Resolvers

ERROR = ValueError("boom")
variable: ContextVar[str] = ContextVar("variable", default="unset")


async def add(first: Promise[int], second: Promise[int]) -> int:
    """Await two promises."""
    return await first + await second


async def fail() -> None:
    """Raise the one error."""
    raise ERROR


def test_a_coroutine_is_run(host: Host[Any]) -> None:
    """An async handler's result and its exception are the promise's, with or without a loop."""

    async def handler(value: int) -> int:
        return await add(Promise.resolve(value), Promise.resolve(0).then(lambda _value: Promise.resolve(2)))

    value, reason = host(
        lambda: [
            Promise.resolve(1).then(handler),
            Promise.resolve(1).then(lambda _value: fail()),
        ]
    )

    assert value.value == 3
    assert reason.reason is ERROR


def test_a_coroutine_waits_for_pending_promises() -> None:
    """Without a loop it is suspended until the promise it awaits has settled."""
    first, second = Resolvers[int](), Resolvers[int]()
    promise = Promise.resolve(add(first.promise, second.promise))

    assert promise.is_pending
    first.resolve(1)
    assert promise.is_pending
    second.resolve(2)
    assert promise.value == 3


def test_a_coroutine_may_catch_a_rejection() -> None:
    """An awaited rejection is raised at the `await`, and counts as handled."""
    resolvers = Resolvers[int]()

    async def brave() -> str:
        try:
            await resolvers.promise
        except ValueError as error:
            return str(error)
        return "no error"

    promise = Promise.resolve(brave())
    resolvers.reject(ERROR)

    assert promise.value == "boom"


def test_many_steps_need_no_recursion() -> None:
    """A coroutine may await ten thousand settled and pending promises in turn."""

    async def count() -> int:
        total = 0
        for number in range(10_000):
            total += await Promise.resolve(number).then(lambda value: value - value + 1)
        return total

    assert Promise.resolve(count()).get(10) == 10_000


def test_coroutines_take_turns() -> None:
    """A bare yield lets the other jobs run, as `asyncio.sleep(0)` does."""
    log: list[str] = []

    async def talk(name: str) -> None:
        for number in range(2):
            log.append(f"{name}{number}")
            await asyncio.sleep(0)

    Promise.resolve(0).then(lambda _value: [Promise.resolve(talk("a")), Promise.resolve(talk("b"))])

    assert log == ["a0", "b0", "a1", "b1"]


def foreign_future() -> Coroutine[Any, Any, object]:
    """Await a future of a loop that does not run."""

    async def wait() -> object:
        loop = asyncio.new_event_loop()
        try:
            return await loop.create_future()
        finally:
            loop.close()

    return wait()


class Strange:
    """Awaitable, and yields what only its own library knows."""

    def __await__(self) -> Generator[str, None, None]:
        """Yield."""
        yield "some token"


async def strange() -> None:
    """Await the strange thing."""
    await Strange()


@pytest.mark.parametrize("make", [foreign_future, strange], ids=["asyncio future", "foreign"])
def test_without_a_loop_only_promises_can_be_awaited(make: Callable[[], Coroutine[Any, Any, object]]) -> None:
    """What needs an event loop fails at its `await`, with a message that tells the ways out."""
    promise = Promise.resolve(make())

    message = str(promise.reason)
    assert isinstance(promise.reason, RuntimeError)
    assert "no event loop is running in this thread" in message
    assert "asyncio.run()" in message
    assert "resolve the promise with its task" in message


def test_the_teaching_error_can_be_caught() -> None:
    """The error is raised inside the coroutine, which may go another way."""

    async def careful() -> str:
        try:
            await Strange()
        except RuntimeError:
            return await Promise.resolve("another way")
        return "the same way"

    assert Promise.resolve(careful()).value == "another way"


def test_inside_asyncio_it_is_a_task() -> None:
    """In a loop a coroutine may await anything asyncio offers, and is the current task meanwhile."""

    async def work() -> bool:
        async with asyncio.timeout(5):
            await asyncio.sleep(0)
        return isinstance(asyncio.current_task(), asyncio.Task)

    async def main() -> bool:
        return await Promise.resolve(0).then(lambda _value: work())

    assert asyncio.run(main()) is True


def test_a_task_is_not_dropped() -> None:
    """Asyncio keeps only weak references to tasks; the promise keeps the one it made until it is done."""

    async def main() -> list[str]:
        log: list[str] = []
        gate = Resolvers[None]()

        async def work() -> None:
            await gate.promise
            log.append("done")

        Promise.resolve(work()).then(lambda _value: log.append("then"))
        await asyncio.sleep(0)
        gate.resolve(None)
        for _ in range(10):
            await asyncio.sleep(0)
        return log

    assert asyncio.run(main()) == ["done", "then"]


def test_a_task_cancelled_with_its_loop() -> None:
    """At the end of `asyncio.run` the tasks left are cancelled, and so their promises are rejected."""
    kept: list[Promise[Any]] = []

    async def main() -> None:
        kept.append(Promise.resolve(asyncio.sleep(60)).catch(lambda error: error))
        await asyncio.sleep(0)

    asyncio.run(main())

    assert isinstance(kept[0].value, PromiseCancelledError)


def test_a_task_factory_of_the_users() -> None:
    """A loop's task factory is used; it need not know of contexts, and the task still runs in the one of `then`."""
    made: list[str] = []

    def factory(loop: asyncio.AbstractEventLoop, coroutine: Any) -> asyncio.Task[Any]:
        made.append(coroutine.__name__)
        return asyncio.Task(coroutine, loop=loop)

    async def work() -> str:
        return variable.get()

    async def main() -> str:
        asyncio.get_running_loop().set_task_factory(factory)
        variable.set("of then")
        promise = Promise.resolve(0).then(lambda _value: work())
        variable.set("later")
        try:
            return await promise
        finally:
            asyncio.get_running_loop().set_task_factory(None)

    assert asyncio.run(main()) == "of then"
    assert made == ["work"]


def test_a_task_factory_that_fails() -> None:
    """What the task factory raises rejects the promise."""

    def factory(_loop: asyncio.AbstractEventLoop, coroutine: Any) -> Any:
        coroutine.close()
        raise ERROR

    async def main() -> object:
        asyncio.get_running_loop().set_task_factory(factory)
        try:
            return await Promise.resolve(fail()).catch(lambda error: error)
        finally:
            asyncio.get_running_loop().set_task_factory(None)

    assert asyncio.run(main()) is ERROR


def test_begun_without_a_loop_and_resumed_in_one() -> None:
    """A coroutine that waits for a promise settled inside a loop goes on as a task of that loop."""
    first, second = Resolvers[int](), Resolvers[int]()
    promise = Promise.resolve(add(first.promise, second.promise))

    async def main() -> int:
        first.resolve(1)
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_soon(second.resolve, 2)
        return await promise

    assert asyncio.run(main()) == 3


@pytest.mark.parametrize("resumed", [False, True], ids=["first step", "later step"])
def test_the_context_of_a_coroutine(host: Host[Any], *, resumed: bool) -> None:
    """A coroutine runs in the context of its promise, in every step, and what it sets stays there."""
    seen: list[str] = []

    async def work() -> None:
        if resumed:
            await Promise.resolve(0).then(lambda _value: Promise.resolve(1))
        seen.append(variable.get())
        variable.set("inside")

    def body() -> Promise[Any]:
        token = variable.set("at resolve")
        promise = Promise.resolve(work())
        variable.reset(token)
        return promise.then(lambda _value: seen.append(variable.get()))

    host(body)

    assert seen == ["at resolve", "unset"]


@types.coroutine
def old_style() -> Generator[Any, Any, str]:
    """Be a generator under `types.coroutine`, as awaitable as a native coroutine."""
    value = yield from Promise.resolve("old").__await__()
    return f"{value} style"


class Awaitable:
    """An object that can be awaited."""

    def __await__(self) -> Generator[Any, Any, str]:
        """Await a promise."""
        return (yield from Promise.resolve("awaitable").__await__())


@pytest.mark.parametrize(("make", "expected"), [(old_style, "old style"), (Awaitable, "awaitable")])
def test_whatever_can_be_awaited(make: Callable[[], Any], expected: str, host: Host[Any]) -> None:
    """Objects with `__await__` and generators under `types.coroutine` are run like native coroutines."""
    assert host(lambda: Promise.resolve(0).then(lambda _value: make())).value == expected


def test_a_coroutine_awaited_twice() -> None:
    """A coroutine object runs once; the promise of a second run gets Python's own error."""
    coroutine = add(Promise.resolve(1), Promise.resolve(2))

    first, second = Promise.resolve(coroutine), Promise.resolve(coroutine)

    assert first.value == 3
    assert "already awaited" in str(second.reason)


def test_a_coroutine_that_leaks_stop_iteration(host: Host[Any]) -> None:
    """Python turns a StopIteration that leaves a coroutine into a RuntimeError, and that is the reason."""

    async def leak() -> None:
        raise StopIteration

    assert isinstance(host(lambda: Promise.resolve(leak())).reason, RuntimeError)


def test_waiting_inside_a_coroutine() -> None:
    """Without a loop a coroutine may call `get()`, which runs the jobs it needs."""

    async def impatient() -> int:
        return Promise.resolve(1).then(lambda value: value + 1).get(5)

    assert Promise.resolve(impatient()).value == 2


def test_a_coroutine_that_gives_a_coroutine(host: Host[Any]) -> None:
    """What a coroutine returns is resolved further."""

    async def outer() -> Coroutine[Any, Any, int]:
        return add(Promise.resolve(1), Promise.resolve(2))

    assert host(lambda: Promise.resolve(outer())).value == 3
