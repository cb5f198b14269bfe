"""`as_completed`: promises in the order in which they settle."""

from __future__ import annotations

import asyncio
import threading

import pytest

from tests.support.unhandled import Unhandled
from typedpromise import BlockingGetError, Promise, Resolvers

FIRST = ValueError("first")


def test_for_gives_promises_as_they_settle() -> None:
    """The promises given are the very ones that were waited for, in the order of settling."""
    first, second = Resolvers[int](), Resolvers[int]()
    completions = Promise.as_completed([first.promise, second.promise, 3])
    second.resolve(2)
    first.resolve(1)

    given = list(completions)

    assert [promise.value for promise in given] == [3, 2, 1]
    assert given[1] is second.promise
    assert list(completions) == []


def test_async_for_suspends_until_one_settles() -> None:
    """In a coroutine the loop goes on meanwhile."""

    async def work(seconds: float) -> float:
        await asyncio.sleep(seconds)
        return seconds

    async def main() -> list[float]:
        return [await promise async for promise in Promise.as_completed(work(0.003), work(0.001), work(0.002))]

    assert asyncio.run(main()) == [0.001, 0.002, 0.003]


def test_for_waits_for_other_threads() -> None:
    """Outside a loop the thread blocks until another thread settles a promise."""
    resolvers = [Resolvers[int]() for _ in range(20)]
    completions = Promise.as_completed([one.promise for one in resolvers])
    thread = threading.Thread(target=lambda: [one.resolve(number) for number, one in enumerate(resolvers)])
    thread.start()

    assert [promise.value for promise in completions] == list(range(20))
    thread.join(timeout=10)


def test_a_rejection_is_given_and_not_raised(unhandled: Unhandled) -> None:
    """It is handled by who looks at it, and reported where nobody does."""
    given = list(Promise.as_completed([Promise.reject(FIRST), Promise.resolve(1)]))
    assert [promise.is_rejected for promise in given] == [True, False]
    assert unhandled.take() == []

    given.clear()

    assert unhandled.take() == [FIRST]


def test_a_loop_is_not_blocked() -> None:
    """A plain `for` inside a running loop raises where it would have to wait."""

    async def main() -> None:
        with pytest.raises(BlockingGetError):
            next(Promise.as_completed([Resolvers[int]().promise]))

    asyncio.run(main())


def test_a_cancelled_wait_loses_nothing() -> None:
    """A coroutine that gives up waiting leaves the promise for the next who asks."""

    async def main() -> int:
        resolvers = Resolvers[int]()
        completions = Promise.as_completed([resolvers.promise])
        waiting = asyncio.ensure_future(anext(completions))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        resolvers.resolve(1)
        return (await anext(completions)).value

    assert asyncio.run(main()) == 1
