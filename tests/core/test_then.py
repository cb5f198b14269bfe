"""`then`: a new promise of what the handler makes of the outcome."""

from __future__ import annotations

import traceback
from functools import partial
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, Resolvers

ERROR = ValueError("boom")


def fail(_value: object) -> Any:
    """Raise the one error."""
    raise ERROR


def test_the_handler_makes_the_next_value(host: Host[Any]) -> None:
    """A chain hands each handler what the one before returned."""
    promise = host(lambda: Promise.resolve(1).then(lambda value: value + 1).then(str))

    assert promise.value == "2"


def test_every_call_makes_a_promise_of_its_own() -> None:
    """`then` returns a new promise, never the old one, even without a handler."""
    promise = Promise.resolve(1)

    children = [promise.then(), promise.then(lambda value: value), promise.then(None, None)]

    assert len({id(child) for child in [promise, *children]}) == 4
    assert [child.value for child in children] == [1, 1, 1]


def test_an_outcome_without_a_handler_passes_on(host: Host[Any]) -> None:
    """A value passes a `then` for rejections, a rejection passes one for values."""
    untyped: Any = Promise

    value, reason = host(
        lambda: (
            Promise.resolve(1).then(None, fail).then().then(),
            untyped.reject(ERROR).then(str).then(str, None).then(),
        )
    )

    assert value.value == 1
    assert reason.reason is ERROR


def test_just_one_handler_runs(host: Host[Any]) -> None:
    """Of the two handlers the one for the outcome is called, once, with one argument; what it raises goes on."""
    log: list[tuple[str, tuple[object, ...]]] = []

    def note(name: str, *arguments: object) -> str:
        log.append((name, arguments))
        return name

    values = host(
        lambda: [
            Promise.resolve(1).then(partial(note, "value"), partial(note, "reason")),
            Promise.reject(ERROR).then(partial(note, "value"), partial(note, "reason")),
        ]
    )
    failed = host(lambda: Promise.resolve(1).then(fail, partial(note, "not for its sibling")))

    assert log == [("value", (1,)), ("reason", (ERROR,))]
    assert [promise.value for promise in values] == ["value", "reason"]
    assert failed.reason is ERROR


def test_a_handler_of_the_rejection_mends_the_chain(host: Host[Any]) -> None:
    """What the second handler returns is a value for those behind it."""
    promise = host(lambda: Promise.reject(ERROR).then(None, lambda error: [error]).then(len))

    assert promise.value == 1


def test_handlers_run_in_the_order_they_were_given(host: Host[Any]) -> None:
    """All handlers of a promise run, first given first, whether given before or after it settled."""
    log: list[int] = []

    def give() -> None:
        resolvers = Resolvers[None]()
        for number in range(4):
            resolvers.promise.then(lambda _value, number=number: log.append(number))
        resolvers.resolve(None)
        for number in range(4, 8):
            resolvers.promise.then(lambda _value, number=number: log.append(number))

    host(give)

    assert log == list(range(8))


def test_one_failing_handler_does_not_stop_the_others(host: Host[Any]) -> None:
    """Each child has its own fate."""

    def give() -> list[Promise[Any]]:
        promise = Promise.resolve(1)
        return [promise.then(fail), promise.then(str), promise.then(fail)]

    first, second, third = host(give)

    assert (first.reason, second.value, third.reason) == (ERROR, "1", ERROR)


def test_a_handler_may_attach_to_its_own_promise(host: Host[Any]) -> None:
    """`then` inside a handler is a job after those that stand in the queue."""
    log: list[str] = []

    def give() -> None:
        promise = Promise.resolve("x")

        def outer(_value: str) -> None:
            promise.then(lambda _value: log.append("inner"))
            log.append("outer")

        promise.then(outer)
        promise.then(lambda _value: log.append("second"))

    host(give)

    assert log == (["outer", "inner", "second"] if log[1] == "inner" else ["outer", "second", "inner"])


class Callables:
    """Things that can be called, and are no functions."""

    def __init__(self, value: object = None) -> None:
        """Be a class as a handler."""
        self.value = value

    def __call__(self, value: object) -> object:
        """Be an object as a handler."""
        return ("object", value)

    def method(self, value: object) -> object:
        """Be a bound method as a handler."""
        return ("method", value)

    @staticmethod
    def static(value: object) -> object:
        """Be a static method as a handler."""
        return ("static", value)


HANDLERS: dict[str, tuple[Any, object]] = {
    "class": (lambda value: Callables(value).value, 1),
    "object": (Callables(), ("object", 1)),
    "method": (Callables().method, ("method", 1)),
    "static method": (Callables.static, ("static", 1)),
    "partial": (partial(max, 5), 5),
    "builtin": (repr, "1"),
    "type": (str, "1"),
}


@pytest.mark.parametrize("name", HANDLERS)
def test_any_callable_is_a_handler(name: str) -> None:
    """Functions, methods, classes, builtins, partials and callable objects are handlers."""
    handler, expected = HANDLERS[name]

    assert Promise.resolve(1).then(handler).value == expected


class Hostile:
    """A value that objects to being compared, hashed, counted, asked for its truth or shown."""

    def _refuse(self, *_arguments: object) -> Any:
        message = "nobody may look into a value"
        raise AssertionError(message)

    __eq__ = __ne__ = __bool__ = __len__ = __iter__ = __repr__ = __str__ = __call__ = _refuse
    __hash__ = _refuse


def test_a_value_is_not_looked_into(host: Host[Any]) -> None:
    """A value may refuse `==`, `bool`, `hash`, `iter` and `repr`: it goes through the chain untouched."""
    value = Hostile()

    promise = host(lambda: Promise.resolve(value).then(lambda same: same).catch(fail).finally_(lambda: value))
    joined = host(lambda: Promise.all([Promise.resolve(value), value]))

    assert promise.value is value
    assert [item is value for item in joined.value] == [True, True]


@pytest.mark.parametrize("kind", [StopIteration, StopAsyncIteration, GeneratorExit])
def test_a_handler_may_raise_what_steers_the_interpreter(kind: type[BaseException], host: Host[Any]) -> None:
    """StopIteration and its kind are reasons as any other."""
    error = kind("x")

    def handler(_value: int) -> None:
        raise error

    assert host(lambda: Promise.resolve(1).then(handler)).reason is error


def test_the_traceback_begins_and_ends_in_the_handler(host: Host[Any]) -> None:
    """A reason shows frames of the user's only: the handler and what it called."""

    def deeper() -> None:
        message = "deep"
        raise RuntimeError(message)

    def handler(_value: int) -> None:
        deeper()

    reason = host(lambda: Promise.resolve(1).then(handler)).reason

    assert [frame.name for frame in traceback.extract_tb(reason.__traceback__)] == ["handler", "deeper"]


def test_a_long_chain_passes_one_value() -> None:
    """A thousand links without handlers pass on one and the same object."""
    value = object()
    promise: Promise[object] = Promise.resolve(value)
    for _ in range(1000):
        promise = promise.then()

    assert promise.value is value
