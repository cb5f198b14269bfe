"""`finally_`: a handler for either outcome, which passes on unless the handler fails."""

from __future__ import annotations

import asyncio
import concurrent.futures
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, PromiseCancelledError, Resolvers

FIRST, SECOND = ValueError("first"), KeyError("second")


def source(*, rejected: bool) -> Promise[int]:
    """Make a settled promise."""
    return Promise.reject(FIRST) if rejected else Promise.resolve(1)


def outcome(promise: Promise[Any]) -> object:
    """Return the value or the reason."""
    return promise.reason if promise.is_rejected else promise.value


async def wait_a_turn() -> str:
    """Be something to wait for."""
    await Promise.resolve(None)
    return "forgotten"


def done_future() -> concurrent.futures.Future[str]:
    """Be a finished future of an executor."""
    future: concurrent.futures.Future[str] = concurrent.futures.Future()
    future.set_result("forgotten")
    return future


RESULTS: dict[str, Callable[[], object]] = {
    "nothing": lambda: None,
    "a value": lambda: 42,
    "an object": object,
    "a promise": lambda: Promise.resolve(42),
    "a pending promise": lambda: Promise.resolve(0).then(lambda _value: Promise.resolve(42)),
    "a coroutine": wait_a_turn,
    "a future": done_future,
}


@pytest.mark.parametrize("rejected", [False, True], ids=["fulfilled", "rejected"])
@pytest.mark.parametrize("result", RESULTS)
def test_what_the_handler_returns_is_forgotten(result: str, host: Host[Any], *, rejected: bool) -> None:
    """The outcome passes on, whatever the handler returned or whatever that came to."""
    promise = host(lambda: source(rejected=rejected).finally_(RESULTS[result]))

    assert outcome(promise) is (FIRST if rejected else 1)


@pytest.mark.parametrize("rejected", [False, True], ids=["fulfilled", "rejected"])
def test_what_the_handler_raises_takes_the_place_of_the_outcome(host: Host[Any], *, rejected: bool) -> None:
    """A handler that raises, or returns a promise that is rejected, rejects."""

    def fail() -> None:
        raise SECOND

    raised, returned = host(
        lambda: (
            source(rejected=rejected).finally_(fail),
            source(rejected=rejected).finally_(lambda: Promise.reject(SECOND)),
        )
    )

    assert raised.reason is SECOND
    assert returned.reason is SECOND


@pytest.mark.parametrize("rejected", [False, True], ids=["fulfilled", "rejected"])
def test_the_outcome_waits_for_what_the_handler_returned(*, rejected: bool) -> None:
    """While the handler's promise is pending the chain waits."""
    gate = Resolvers[int]()
    promise = source(rejected=rejected).finally_(lambda: gate.promise)
    assert promise.is_pending

    gate.resolve(42)

    assert outcome(promise) is (FIRST if rejected else 1)


def test_the_handler_gets_no_argument(host: Host[Any]) -> None:
    """The handler is called once, with nothing."""
    calls: list[tuple[object, ...]] = []

    host(lambda: Promise.resolve(1).finally_(lambda *arguments: calls.append(arguments)))

    assert calls == [()]


def test_also_after_the_end_of_the_program() -> None:
    """A reason that an unfiltered catch does not see still runs the handler of `finally_`."""
    calls: list[str] = []
    untyped: Any = Promise

    promise = untyped.reject(KeyboardInterrupt()).catch(calls.append).finally_(lambda: calls.append("cleaned up"))

    assert calls == ["cleaned up"]
    assert isinstance(promise.reason, KeyboardInterrupt)


def test_a_handler_that_returns_its_own_promise_is_a_circle() -> None:
    """Waiting for itself would never end: the promise is rejected."""
    gate = Resolvers[int]()
    promise: Promise[int] = gate.promise.finally_(lambda: promise)
    gate.resolve(1)

    assert isinstance(promise.reason, TypeError)


def test_the_promise_can_be_adopted_while_it_waits() -> None:
    """Somebody else's promise may be resolved with the one that still waits for its handler's promise."""
    gate, outer = Resolvers[int](), Resolvers[int]()
    waiting = Promise.resolve(1).finally_(lambda: gate.promise)
    outer.resolve(waiting)

    gate.resolve(42)

    assert outer.promise.value == waiting.value == 1


def test_cancelled_while_waiting() -> None:
    """A task the handler returned, and that is cancelled, rejects."""

    async def main() -> BaseException:
        task = asyncio.create_task(asyncio.sleep(60))
        promise: Promise[Any] = Promise.resolve(1).finally_(lambda: task)
        await asyncio.sleep(0)
        task.cancel()
        return await promise.then(None, lambda error: error)

    assert isinstance(asyncio.run(main()), PromiseCancelledError)


def test_the_end_of_the_program_in_a_getter_settles_the_promise() -> None:
    """A handler's result whose `then` getter raises KeyboardInterrupt rejects, and the interrupt reaches the caller."""

    class Getter:
        @property
        def then(self) -> None:
            raise KeyboardInterrupt

    gate = Resolvers[int]()
    promise = gate.promise.finally_(Getter)

    with pytest.raises(KeyboardInterrupt):
        gate.resolve(1)
    promise.wait(0)

    assert isinstance(promise.reason, KeyboardInterrupt)
