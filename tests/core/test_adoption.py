"""Resolving with a promise: the promise becomes that one, however they are tied together."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any
from unittest.mock import Mock

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, Resolvers, SelfResolutionError

ERROR = ValueError("boom")


@pytest.mark.parametrize("rejected", [False, True], ids=["fulfilled", "rejected"])
@pytest.mark.parametrize("settled", ["before", "after"])
def test_the_outer_promise_settles_as_the_inner_one(host: Host[Any], settled: str, *, rejected: bool) -> None:
    """Value or reason of the inner promise pass to the outer one, whether it was settled before or is after."""
    inner, outer = Resolvers[int](), Resolvers[int]()

    def body() -> Promise[int]:
        steps = [
            lambda: inner.reject(ERROR) if rejected else inner.resolve(1),
            lambda: outer.resolve(inner.promise),
        ]
        for step in steps if settled == "before" else reversed(steps):
            step()
        return outer.promise

    promise = host(body)

    if rejected:
        assert promise.reason is ERROR
    else:
        assert promise.value == 1


def test_handlers_of_both_promises_run() -> None:
    """Who waits for the inner promise and who waits for the outer one are all served, the inner ones first."""
    log: list[str] = []
    inner, outer = Resolvers[int](), Resolvers[int]()
    outer.promise.then(lambda _value: log.append("outer, before"))
    inner.promise.then(lambda _value: log.append("inner, before"))
    outer.resolve(inner.promise)
    outer.promise.then(lambda _value: log.append("outer, after"))
    inner.promise.then(lambda _value: log.append("inner, after"))

    inner.resolve(1)

    assert log == ["inner, before", "outer, before", "outer, after", "inner, after"]


def test_one_promise_adopted_by_many() -> None:
    """A promise may be handed to any number of others."""
    inner = Resolvers[int]()
    outers = [Resolvers[int]() for _ in range(10)]
    for outer in outers:
        outer.resolve(inner.promise)

    inner.resolve(1)

    assert [outer.promise.value for outer in outers] == [1] * 10


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))), ids=str)
def test_a_row_may_be_tied_in_any_order(order: tuple[int, ...]) -> None:
    """Four promises, each resolved with the next, the last with a value: the order of the calls does not matter."""
    row = [Resolvers[int]() for _ in range(4)]
    log: list[int] = []
    for index, resolvers in enumerate(row):
        resolvers.promise.then(lambda _value, index=index: log.append(index))

    for index in order:
        row[index].resolve(row[index + 1].promise if index < 3 else 1)

    assert [resolvers.promise.value for resolvers in row] == [1] * 4
    assert sorted(log) == [0, 1, 2, 3]


@pytest.mark.parametrize("size", [1, 2, 3, 10])
def test_a_circle_is_refused(size: int) -> None:
    """Promises resolved with each other around a circle, or one with itself, are all rejected with one TypeError."""
    row = [Resolvers[int]() for _ in range(size)]
    for resolvers, following in zip(row, [*row[1:], row[0]], strict=True):
        resolvers.resolve(following.promise)

    reasons = {resolvers.promise.reason for resolvers in row}

    assert [type(reason) for reason in reasons] == [SelfResolutionError]
    assert isinstance(reasons.pop(), TypeError)


def test_a_handler_that_returns_its_own_promise(host: Host[Any]) -> None:
    """`p = q.then(lambda _: p)` can never settle otherwise: it is rejected."""

    def body() -> Promise[Any]:
        gate = Resolvers[int]()
        promise: Promise[Any] = gate.promise.then(lambda _value: promise)
        gate.resolve(1)
        return promise

    assert isinstance(host(body).reason, SelfResolutionError)


def test_a_promise_in_a_promise_is_flattened(host: Host[Any]) -> None:
    """A chain never hands a handler a promise, however deep it was wrapped."""

    def wrapped() -> Promise[Any]:
        promise: Any = Promise.resolve("core")
        for _ in range(5):
            promise = Promise.resolve(0).then(lambda _value, inner=promise: inner)
        return promise

    assert host(lambda: Promise.resolve(0).then(lambda _value: wrapped()).then(type)).value is str


def test_adopting_handles_the_rejection(host: Host[Any]) -> None:
    """The inner rejection counts as handled: whoever has the outer promise has it now."""

    def body() -> Promise[int]:
        return Promise.resolve(0).then(lambda _value: Promise[int].reject(ERROR)).catch(lambda _error: 1)

    assert host(body).value == 1


def test_resolve_returns_a_promise_itself() -> None:
    """`Promise.resolve(promise)` is that promise, of a subclass too."""

    class Sub(Promise[int]):
        pass

    promise = Sub(lambda resolve, reject: resolve(1))

    assert Promise.resolve(promise) is promise


def test_a_promise_of_a_subclass_is_adopted() -> None:
    """A handler may return an instance of a subclass with its own attributes."""

    class Sub(Promise[int]):
        def __init__(self) -> None:
            super().__init__(lambda resolve, reject: resolve(7))

    assert Promise.resolve(0).then(lambda _value: Sub()).value == 7


class Liar:
    """An object whose `__class__` says that it is a promise."""

    def __init__(self, cls: type) -> None:
        """Take the class to lie with."""
        self.cls = cls

    @property
    def __class__(self) -> type:  # type: ignore[override]
        """Lie."""
        return self.cls

    @__class__.setter
    def __class__(self, cls: type) -> None:
        raise NotImplementedError


class Unreachable:
    """A proxy whose object is not there, as werkzeug's and Django's outside of a request."""

    @property
    def __class__(self) -> type:  # type: ignore[override]
        """Fail as such a proxy does."""
        message = "working outside of a context"
        raise RuntimeError(message)

    @__class__.setter
    def __class__(self, cls: type) -> None:
        raise NotImplementedError


# Made in the test: pytest itself stumbles over them.
ODD_OBJECTS: dict[str, Callable[[], Any]] = {
    "says it is a promise": lambda: Liar(Promise),
    "says it is a class": lambda: Liar(type),
    "says nothing": Unreachable,
}


@pytest.mark.parametrize("odd", ODD_OBJECTS)
def test_the_type_counts_not_what_the_object_says_of_itself(odd: str, host: Host[Any]) -> None:
    """An object whose `__class__` lies or raises is a value like any other, in a chain, in `resolve` and in `all`."""
    value = ODD_OBJECTS[odd]()
    promises = host(
        lambda: [
            Promise.resolve(0).then(lambda _value: value),
            Promise.resolve(value),
            Promise.all([value]).then(lambda values: values[0]),
        ]
    )

    assert [promise.value is value for promise in promises] == [True] * 3


def test_a_mock_of_a_promise_is_a_thenable() -> None:
    """`Mock(spec=Promise)` passes for a promise in `isinstance` and is adopted by its `then`, once."""
    mock = Mock(spec=Promise)
    mock.then.side_effect = lambda resolve, _reject: resolve("mocked")

    assert Promise.resolve(0).then(lambda _value: mock).value == "mocked"
    mock.then.assert_called_once()
