"""The promises of `promisio`, which live in an asyncio loop: adopted by their `then`, and given ours by `await`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import promisio
import pytest

from tests.support.hosts import turns
from typedpromise import Promise, PromiseCancelledError

ERROR = KeyError("k")


def settled(how: str) -> Any:
    """Return one that has settled."""
    return promisio.Promise.resolve(1) if how == "value" else promisio.Promise.reject(ERROR)


def settled_later(how: str) -> Any:
    """Return one that settles in a while."""

    def executor(resolve: Callable[[object], None], reject: Callable[[Exception], None]) -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(loop.call_soon, *((resolve, 1) if how == "value" else (reject, ERROR)))

    return promisio.Promise(executor)


@pytest.mark.parametrize("how", ["value", "error"])
@pytest.mark.parametrize("make", [settled, settled_later])
def test_its_outcome_is_ours(make: Callable[[str], Any], how: str) -> None:
    """Value and exception arrive, whether it is given to `resolve`, returned by a handler or joined."""

    async def main() -> list[object]:
        promises: list[Promise[Any]] = [
            Promise.resolve(make(how)),
            Promise.resolve(0).then(lambda _value: make(how)),
            Promise.all([make(how)]).then(lambda values: values[0]),
        ]
        return await Promise.all([promise.catch(lambda error: error) for promise in promises])

    assert asyncio.run(main()) == [1 if how == "value" else ERROR] * 3


def test_its_promisify_is_adopted() -> None:
    """What a function under `promisio.promisify` gives is a promise like another."""

    @promisio.promisify
    async def double(number: int) -> int:
        await asyncio.sleep(0)
        return number * 2

    async def main() -> object:
        return await Promise.map([1, 2], double)

    assert asyncio.run(main()) == [2, 4]


def test_a_cancelled_one_does_not_leave_ours_pending() -> None:
    """Its cancellation arrives as a rejection that no task takes for its own."""

    async def main() -> BaseException:
        theirs = promisio.Promise(lambda _resolve, _reject: None)
        promise: Promise[Any] = Promise.resolve(theirs)
        promise.catch(BaseException, lambda _error: None).done()
        await turns()
        theirs.cancel()
        await turns()
        return promise.reason

    reason = asyncio.run(main())
    assert isinstance(reason, PromiseCancelledError)
    assert isinstance(reason.__cause__, asyncio.CancelledError)


def test_ours_is_awaited_by_its_coroutines() -> None:
    """Promisio knows no promises but its own, so ours is awaited in a coroutine of its."""

    async def main() -> object:
        async def wait() -> int:
            return await Promise.resolve(1).delay(0)

        return await promisio.promisify(wait)()

    assert asyncio.run(main()) == 1
