"""The promises of `vine`, which Celery and kombu stand on: adopted by their `then`, whatever they do."""

from __future__ import annotations

from typing import Any

import pytest
from vine import promise as vine_promise

from tests.support.hosts import Host
from typedpromise import Promise, PromiseTimeoutError

ERROR = KeyError("k")


def settle(theirs: Any, how: str) -> None:
    """Call a vine promise with a value, or throw into it."""
    if how == "value":
        theirs(1)
    else:
        with pytest.raises(KeyError):  # vine raises to the thrower too, where the promise itself has no `on_error`
            theirs.throw(ERROR)


@pytest.mark.parametrize("how", ["value", "error"])
@pytest.mark.parametrize("before", [True, False], ids=["settled before", "settled after"])
def test_its_outcome_is_ours(how: str, host: Host[Any], *, before: bool) -> None:
    """Value and exception arrive, whether it was settled before it was given or after."""
    theirs = vine_promise()
    if before:
        settle(theirs, how)

    promises = host(lambda: (Promise.resolve(theirs), Promise.resolve(0).then(lambda _value: theirs)))
    if not before:
        assert [promise.state for promise in promises] == ["pending"] * 2
        host(lambda: settle(theirs, how))

    for promise in promises:
        assert (promise.value == 1) if how == "value" else (promise.reason is ERROR)


def test_no_value_is_none(host: Host[Any]) -> None:
    """A vine promise may be called with nothing, which is None here."""
    theirs = vine_promise()
    theirs()

    assert host(lambda: Promise.resolve(theirs)).value is None


def test_several_values_are_an_error_that_says_so(host: Host[Any]) -> None:
    """A vine promise may be called with several values; a promise has one, so it is rejected, and does not hang."""
    theirs = vine_promise()
    promise = host(lambda: Promise.resolve(theirs))

    host(lambda: theirs(1, 2))

    assert isinstance(promise.reason, TypeError)
    assert "resolve()" in str(promise.reason)


def test_a_cancelled_one_never_settles() -> None:
    """Vine tells nobody of a cancellation, so ours stays pending: `timeout` is the way out."""
    theirs = vine_promise()
    promise = Promise.resolve(theirs)

    theirs.cancel()
    theirs(1)

    assert promise.is_pending
    with pytest.raises(PromiseTimeoutError):
        promise.timeout(0).get(5)


def test_ours_calls_theirs(host: Host[Any]) -> None:
    """A vine promise is a function, so it can be the handler of ours, and then goes on by vine's rules."""
    theirs = vine_promise()
    seen: list[object] = []
    theirs.then(seen.append)

    host(lambda: Promise.resolve(1).then(theirs))

    assert seen == [1]
