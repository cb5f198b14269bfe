"""Jobs on an event loop: the one that runs here by itself, another one by `AsyncioScheduler`."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.hosts import turns
from typedpromise import Promise, Resolvers
from typedpromise.schedulers import AsyncioScheduler, use


def test_a_running_loop_is_found() -> None:
    """Inside a loop handlers run on its next tick, never inside `then` or `resolve`."""

    async def main() -> list[str]:
        log: list[str] = []
        resolvers = Resolvers[str]()
        resolvers.promise.then(log.append)
        resolvers.resolve("handler")
        log.append("resolved")
        await asyncio.sleep(0)
        log.append("next tick")
        return log

    assert asyncio.run(main()) == ["resolved", "handler", "next tick"]


def test_one_call_of_the_loop_for_a_whole_drain() -> None:
    """However many jobs there are, and however long the chains, the loop is asked once."""

    class Counting(asyncio.SelectorEventLoop):
        calls = 0

        def call_soon(self, *arguments: Any, **named: Any) -> asyncio.Handle:
            self.calls += 1
            return super().call_soon(*arguments, **named)

    loop = Counting()

    async def main() -> int:
        before = loop.calls
        for _ in range(10):
            promise: Promise[Any] = Promise.resolve(0)
            for _ in range(10):
                promise = promise.then(lambda value: value + 1)
        return loop.calls - before

    assert loop.run_until_complete(main()) == 1
    loop.close()


def test_what_a_handler_does_is_drained_with_it() -> None:
    """A chain inside a handler is run in the same tick, as microtasks are."""

    async def main() -> list[str]:
        log: list[str] = []
        asyncio.get_running_loop().call_soon(log.append, "before")
        Promise.resolve(0).then(lambda _value: Promise.resolve(0).then(lambda _value: log.append("nested")))
        asyncio.get_running_loop().call_soon(log.append, "behind")
        await turns()
        return log

    assert asyncio.run(main()) == ["before", "nested", "behind"]


def test_a_worker_thread_runs_its_own_handlers() -> None:
    """Without a scheduler a thread that settles a promise of a loop runs the handlers itself."""

    async def main() -> list[str]:
        ran_on: list[str] = []
        resolvers = Resolvers[int]()
        promise = resolvers.promise.then(lambda _value: ran_on.append(threading.current_thread().name))
        thread = threading.Thread(target=resolvers.resolve, args=(1,), name="worker")
        thread.start()
        await asyncio.wait_for(promise, 5)
        thread.join(5)
        return ran_on

    assert asyncio.run(main()) == ["worker"]


@pytest.mark.parametrize("settled", [True, False], ids=["then", "resolve"])
def test_a_worker_thread_brings_handlers_to_the_loop(*, settled: bool) -> None:
    """With `AsyncioScheduler` the handlers of what a thread settles run on the loop."""

    async def main() -> threading.Thread:
        resolvers = Resolvers[int]()
        promise = resolvers.promise.then(lambda _value: threading.current_thread())
        loop = asyncio.get_running_loop()

        def work() -> None:
            with use(AsyncioScheduler(loop)):
                if settled:
                    Promise.resolve(1).then(resolvers.resolve)
                else:
                    resolvers.resolve(1)

        thread = threading.Thread(target=work)
        thread.start()
        result = await asyncio.wait_for(promise, 5)
        thread.join(5)
        return result

    assert asyncio.run(main()) is threading.current_thread()


def test_on_the_loops_own_thread() -> None:
    """Put in place on the loop's own thread it changes nothing."""

    async def main() -> int:
        with use(AsyncioScheduler(asyncio.get_running_loop())):
            return await Promise.resolve(1).then(lambda value: value + 1)

    assert asyncio.run(main()) == 2


def test_a_closed_loop_says_so_each_time() -> None:
    """A scheduler whose loop is closed makes the call raise, every time, and the jobs run elsewhere later."""
    loop = asyncio.new_event_loop()
    loop.close()
    log: list[str] = []

    with use(AsyncioScheduler(loop)):
        for name in "ab":
            with pytest.raises(RuntimeError, match="closed"):
                Promise.resolve(name).then(log.append)
    assert log == []
    Promise.resolve("c").then(log.append)

    assert log == ["a", "b", "c"]


def leave_a_job(log: list[str]) -> None:
    """Close a loop that was asked to drain and did not come to it."""
    loop = asyncio.new_event_loop()

    async def main() -> None:
        Promise.resolve("left").then(log.append)
        loop.stop()

    task = loop.create_task(main())
    loop.run_forever()
    assert task.done()
    loop.close()


def by_then(log: list[str]) -> None:
    """Go on without a loop."""
    Promise.resolve("next").then(log.append)


def by_run(log: list[str]) -> None:
    """Go on in another loop."""

    async def main() -> None:
        by_then(log)
        await turns()

    asyncio.run(main())


def by_get(log: list[str]) -> None:
    """Go on by waiting."""
    with use(Never()):
        Promise.resolve("next").then(log.append).get(5)


class Never:
    """A scheduler that does nothing."""

    def call_soon(self, drain: object, /) -> None:
        """Forget."""


@pytest.mark.parametrize("go_on", [by_then, by_run, by_get], ids=lambda go_on: go_on.__name__)
def test_a_loop_closed_before_it_drained(go_on: Callable[[list[str]], None]) -> None:
    """What a closed loop left behind runs first with whatever comes next on the thread."""
    log: list[str] = []
    leave_a_job(log)

    go_on(log)

    assert log == ["left", "next"]


def test_a_loop_that_pauses() -> None:
    """A loop that stops and runs again takes up where it was, and a call in between may have done its work."""
    log: list[str] = []
    loop = asyncio.new_event_loop()

    async def main(name: str) -> None:
        Promise.resolve(name).then(log.append)

    loop.run_until_complete(main("first"))
    Promise.resolve("between").then(log.append)
    loop.run_until_complete(main("second"))
    loop.run_until_complete(turns())
    loop.close()

    assert log == ["first", "between", "second"]
