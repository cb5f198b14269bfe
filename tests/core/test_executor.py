"""The constructor calls its executor at once, and the executor decides the promise."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from typedpromise import Promise


def test_the_executor_runs_once_before_the_constructor_returns() -> None:
    """The executor gets two functions, once, and before there is a promise to look at."""
    calls: list[tuple[object, ...]] = []

    promise: Promise[int] = Promise(lambda *functions: calls.append(functions))

    [functions] = calls
    assert len(functions) == 2
    assert all(map(callable, functions))
    assert promise.is_pending


def test_the_executor_runs_at_once_inside_a_loop() -> None:
    """A running loop defers handlers, not executors."""

    async def main() -> list[str]:
        log: list[str] = []
        Promise[int](lambda resolve, reject: log.append("executor"))
        log.append("after")
        return log

    assert asyncio.run(main()) == ["executor", "after"]


def test_what_the_executor_returns_is_ignored() -> None:
    """Only the two functions decide; a returned value does not."""
    promise: Promise[int] = Promise(lambda resolve, reject: 42)

    assert promise.is_pending


def test_resolve_without_a_value_gives_none() -> None:
    """`resolve()` fulfils with None."""
    untyped: Any = Promise

    assert untyped(lambda resolve, reject: resolve()).get() is None


def test_what_the_executor_raises_is_the_reason() -> None:
    """An executor that raises rejects its promise with just that exception."""
    error = KeyError("x")

    def executor(resolve: object, reject: object) -> None:
        raise error

    assert Promise[int](executor).reason is error


@pytest.mark.parametrize("first", ["resolve", "reject"])
def test_what_the_executor_raises_after_deciding_is_dropped(first: str) -> None:
    """Who has decided cannot change it by raising."""
    error = ValueError("first")

    def executor(resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None:
        if first == "resolve":
            resolve(1)
        else:
            reject(error)
        message = "later"
        raise KeyError(message)

    promise = Promise[int](executor)

    assert promise.value == 1 if first == "resolve" else promise.reason is error


def test_handlers_wait_for_the_executor_to_return() -> None:
    """Jobs that come up inside an executor run after it, as they would in a loop."""
    log: list[str] = []

    def executor(resolve: Callable[[str], None], reject: object) -> None:
        resolve("promise")
        Promise.resolve("inner").then(log.append)
        log.append("executor")

    Promise[str](executor).then(log.append)

    assert log == ["executor", "inner", "promise"]


class Executor:
    """Every kind of callable will do."""

    def __call__(self, resolve: Callable[[int], None], reject: object) -> None:
        """Be an object that can be called."""
        resolve(1)

    def method(self, resolve: Callable[[int], None], reject: object) -> None:
        """Be a bound method."""
        resolve(1)


EXECUTORS: list[Any] = [
    Executor(),
    Executor().method,
    partial(lambda value, resolve, reject: resolve(value), 1),
    lambda *functions: functions[0](1),
]


@pytest.mark.parametrize("executor", EXECUTORS, ids=["object", "method", "partial", "lambda"])
def test_any_callable_is_an_executor(executor: Any) -> None:
    """A callable object, a bound method and a partial do as well as a function."""
    assert Promise[int](executor).value == 1


@pytest.mark.parametrize("kind", [StopIteration, StopAsyncIteration, GeneratorExit, asyncio.CancelledError])
def test_exceptions_that_steer_the_interpreter_are_reasons_too(kind: type[BaseException]) -> None:
    """StopIteration and its kind reject like any other, and are not turned into something else on their way."""
    error = kind("x")

    def executor(resolve: object, reject: object) -> None:
        raise error

    assert Promise[int](executor).reason is error


@dataclass(frozen=True)
class FrozenError(Exception):
    """An exception whose attributes cannot be set from Python."""

    code: int


def test_a_frozen_exception_is_a_reason() -> None:
    """An exception that refuses `__setattr__`, as a frozen dataclass does, still rejects."""

    def executor(resolve: object, reject: object) -> None:
        raise FrozenError(7)

    assert Promise[int](executor).reason == FrozenError(7)


def test_a_subclass_has_its_own_constructor() -> None:
    """A subclass may take other arguments, and what its methods return is a plain promise."""

    class Named(Promise[int]):
        def __init__(self, name: str, value: int = 1) -> None:
            super().__init__(lambda resolve, reject: resolve(value))
            self.name = name

    promise = Named("a", value=2)
    child = promise.then(lambda value: value + 1)

    assert (promise.name, promise.value, child.value) == ("a", 2, 3)
    assert type(child) is Promise
    assert Promise.resolve(promise) is promise
