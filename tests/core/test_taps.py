"""`tap` and `tap_catch`: look at an outcome and pass it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, Resolvers

FIRST, SECOND = ValueError("first"), KeyError("second")


def boom(_value: object) -> object:
    """Fail."""
    raise SECOND


def test_tap_sees_the_value_and_passes_it_on(host: Host[Any]) -> None:
    """What the handler returns is forgotten."""
    seen: list[int] = []
    promise = host(lambda: Promise.resolve(1).tap(lambda value: seen.append(value) or "forgotten"))

    assert (promise.value, seen) == (1, [1])


def test_tap_leaves_a_rejection_alone(host: Host[Any]) -> None:
    """The handler is not called."""
    assert host(lambda: Promise.reject(FIRST).tap(boom)).reason is FIRST


def test_tap_catch_sees_the_reason_and_passes_it_on(host: Host[Any]) -> None:
    """The promise stays rejected, with the same exception."""
    seen: list[Exception] = []
    promise = host(lambda: Promise.reject(FIRST).tap_catch(seen.append))

    assert promise.reason is FIRST
    assert seen == [FIRST]


def test_tap_catch_leaves_a_value_alone(host: Host[Any]) -> None:
    """The handler is not called."""
    assert host(lambda: Promise.resolve(1).tap_catch(boom)).value == 1


@pytest.mark.parametrize(("classes", "called"), [(ValueError, True), ((KeyError, ValueError), True), (KeyError, False)])
def test_tap_catch_is_filtered_as_catch_is(host: Host[Any], classes: Any, called: bool) -> None:
    """The handler sees the exceptions of the classes named."""
    seen: list[Exception] = []
    promise = host(lambda: Promise.reject(FIRST).tap_catch(classes, seen.append))

    assert promise.reason is FIRST
    assert seen == ([FIRST] if called else [])


TAPS: dict[str, Callable[[Callable[[Any], object]], Promise[int]]] = {
    "tap": lambda handler: Promise.resolve(1).tap(handler),
    "tap_catch": lambda handler: Promise.reject(FIRST).tap_catch(handler),
}


@pytest.mark.parametrize("name", TAPS)
def test_a_tap_that_fails_rejects(host: Host[Any], name: str) -> None:
    """What the handler raises, or the reason of the promise it returns, takes the place of the outcome."""
    assert host(lambda: TAPS[name](boom)).reason is SECOND
    assert host(lambda: TAPS[name](lambda _value: Promise.reject(SECOND))).reason is SECOND


@pytest.mark.parametrize("name", TAPS)
def test_a_tap_waits_for_its_promise(name: str) -> None:
    """The outcome passes on when the promise that the handler returned has settled."""
    gate = Resolvers[str]()
    promise = TAPS[name](lambda _value: gate.promise)
    assert promise.is_pending

    gate.resolve("forgotten")

    assert promise.is_rejected if name == "tap_catch" else promise.value == 1
    promise.catch(lambda _error: None)


def test_tap_catch_without_its_handler_is_told() -> None:
    """A class in place of the handler is an error, as in `catch`."""
    with pytest.raises(TypeError, match=r"write tap_catch\(KeyError, handler\)"):
        Promise.resolve(1).tap_catch(KeyError)
