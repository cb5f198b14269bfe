"""Twisted's `Deferred` and our promises, across the border in both directions: values, errors, cancellation."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from twisted.internet.defer import CancelledError, Deferred, ensureDeferred, fail, succeed
from twisted.python.failure import Failure

from tests.support.hosts import Host, turns
from typedpromise import Promise, Resolvers

ERROR = KeyError("k")


def settle(deferred: Deferred[Any], how: str) -> None:
    """Fire a Deferred, or cancel it."""
    match how:
        case "value":
            deferred.callback(1)
        case "error":
            deferred.errback(ERROR)
        case _:
            deferred.cancel()


def check(promise: Promise[Any], how: str) -> None:
    """Look whether the promise went the way of its Deferred."""
    match how:
        case "value":
            assert promise.value == 1
        case "error":
            assert promise.reason is ERROR
        case _:
            assert isinstance(promise.reason, CancelledError)


@pytest.mark.parametrize("how", ["value", "error", "cancelled"])
@pytest.mark.parametrize("before", [True, False], ids=["fired before", "fired after"])
def test_through_a_future(how: str, *, before: bool) -> None:
    """`Promise.resolve(deferred.asFuture(loop))` goes the way of the Deferred."""

    async def main() -> Promise[Any]:
        deferred: Deferred[Any] = Deferred()
        if before:
            settle(deferred, how)
        promise = Promise.resolve(deferred.asFuture(asyncio.get_running_loop()))
        if not before:
            settle(deferred, how)
        await asyncio.wait([asyncio.ensure_future(promise)])
        return promise

    check(asyncio.run(main()), how)


@pytest.mark.parametrize("how", ["value", "error", "cancelled"])
@pytest.mark.parametrize("before", [True, False], ids=["fired before", "fired after"])
def test_through_callbacks(how: str, host: Host[Any], *, before: bool) -> None:
    """`addCallbacks(later.resolve, ...)` needs no loop and loses nothing."""

    def body() -> Promise[Any]:
        deferred: Deferred[Any] = Deferred()
        if before:
            settle(deferred, how)
        later = Resolvers[Any]()
        deferred.addCallbacks(later.resolve, lambda failure: later.reject(failure.value))
        if not before:
            settle(deferred, how)
        return later.promise

    check(host(body), how)


def test_a_fired_deferred_is_adopted(host: Host[Any]) -> None:
    """A Deferred is awaitable, and one that has fired gives its result at once."""
    value, error, returned = host(
        lambda: (
            Promise.resolve(succeed(1)),
            Promise.resolve(fail(ERROR)),
            Promise.resolve(0).then(lambda _value: succeed(2)),
        )
    )

    assert (value.value, error.reason, returned.value) == (1, ERROR, 2)


def test_a_pending_deferred_is_refused_with_its_name(host: Host[Any]) -> None:
    """Only Twisted can wait for one, so the reason names it; the Deferred itself goes on and keeps its result."""
    deferred: Deferred[int] = Deferred()

    promise = host(lambda: Promise.resolve(deferred))
    deferred.callback(1)

    assert isinstance(promise.reason, RuntimeError)
    assert repr(deferred).split(" current")[0].rstrip(">") in str(promise.reason)
    assert deferred.result == 1


@pytest.mark.parametrize("error", [None, ERROR])
def test_a_promise_becomes_a_deferred(error: Exception | None, host: Host[Any]) -> None:
    """`promise.done(deferred.callback, deferred.errback)` fires the Deferred, once."""
    deferred: Deferred[Any] = Deferred()
    seen: list[object] = []
    deferred.addBoth(seen.append)

    def body() -> None:
        later = Resolvers[Any]()
        later.promise.done(deferred.callback, deferred.errback)
        if error is None:
            later.resolve(1)
        else:
            later.reject(error)

    host(body)

    (result,) = seen
    assert (result.value if isinstance(result, Failure) else result) == (error or 1)


def test_a_promise_becomes_a_deferred_through_a_future() -> None:
    """Inside asyncio `Deferred.fromFuture(asyncio.ensure_future(promise))` fires when the promise settles."""

    async def main() -> list[object]:
        later, seen = Resolvers[int](), list[object]()
        Deferred.fromFuture(asyncio.ensure_future(later.promise)).addCallback(seen.append)
        await turns()
        assert seen == []
        later.resolve(1)
        await turns()
        return seen

    assert asyncio.run(main()) == [1]


def test_a_promise_is_a_value_to_a_callback() -> None:
    """Twisted waits for Deferreds alone: it hands our promise on as a value, with which one can go on."""
    made = Promise.resolve(1)
    seen: list[object] = []

    succeed(0).addCallback(lambda _value: made).addCallback(seen.append)

    assert seen == [made]


def test_a_settled_promise_is_awaited_under_twisted() -> None:
    """A coroutine that Twisted drives may await a promise that has settled."""

    async def work() -> int:
        return await Promise.resolve(1)

    seen: list[object] = []
    ensureDeferred(work()).addBoth(seen.append)

    assert seen == [1]
