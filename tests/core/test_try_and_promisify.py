"""`try_` and `promisify`: a call that never raises, but gives a promise."""

from __future__ import annotations

import asyncio
import functools
import inspect
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, promisify

ERROR = ValueError("boom")


def double(value: int, *, times: int = 2) -> int:
    """Double the value."""
    return value * times


async def double_later(value: int, *, times: int = 2) -> int:
    """Double the value, later."""
    return await Promise.resolve(value) * times


def promise_double(value: int, *, times: int = 2) -> Promise[int]:
    """Double the value in a promise."""
    return Promise.resolve(value).then(lambda value: value * times)


def fail(*_arguments: object, **_named: object) -> Any:
    """Raise the one error."""
    raise ERROR


async def fail_later(*_arguments: object) -> Any:
    """Raise the one error, later."""
    raise ERROR


def call_try(fn: Any, /, *args: Any, **kwargs: Any) -> Promise[Any]:
    """Call by `try_`."""
    promise: Promise[Any] = Promise.try_(fn, *args, **kwargs)
    return promise


def call_promisified(fn: Any, /, *args: Any, **kwargs: Any) -> Promise[Any]:
    """Call by `promisify`."""
    promise: Promise[Any] = promisify(fn)(*args, **kwargs)
    return promise


every_call = pytest.mark.parametrize("call", [call_try, call_promisified], ids=["try_", "promisify"])


@every_call
@pytest.mark.parametrize("fn", [double, double_later, promise_double], ids=lambda fn: fn.__name__)
def test_what_the_function_returns(call: Callable[..., Promise[Any]], fn: Any, host: Host[Any]) -> None:
    """A value, a coroutine or a promise becomes the promise; arguments are handed on."""
    promises = host(lambda: [call(fn, 2), call(fn, 2, times=5)])

    assert [promise.value for promise in promises] == [4, 10]


@every_call
@pytest.mark.parametrize("fn", [fail, fail_later], ids=lambda fn: fn.__name__)
def test_what_the_function_raises(call: Callable[..., Promise[Any]], fn: Any, host: Host[Any]) -> None:
    """An exception rejects the promise and does not come out of the call."""
    assert host(lambda: call(fn, 1)).reason is ERROR


@every_call
def test_wrong_arguments_reject(call: Callable[..., Promise[Any]]) -> None:
    """A call that does not fit the function rejects with Python's own TypeError."""
    assert "double() got an unexpected keyword argument 'wrong'" in str(call(double, 1, wrong=1).reason)


@every_call
@pytest.mark.parametrize("name", ["function", "fn", "self", "cls", "args", "kwargs", "value", "context"])
def test_any_keyword_is_the_functions(call: Callable[..., Promise[Any]], name: str) -> None:
    """No name of a keyword argument is taken by the library."""
    assert call(lambda **named: named, **{name: 1}).value == {name: 1}


@every_call
def test_the_function_is_called_at_once(call: Callable[..., Promise[Any]]) -> None:
    """Also inside a loop the call is no job; what it returns is."""

    async def main() -> list[int]:
        log: list[int] = []
        call(log.append, 1)
        log.append(2)
        return log

    assert asyncio.run(main()) == [1, 2]


@every_call
@pytest.mark.parametrize("kind", [StopIteration, StopAsyncIteration, GeneratorExit])
def test_exceptions_that_steer_the_interpreter(call: Callable[..., Promise[Any]], kind: type[BaseException]) -> None:
    """StopIteration is the reason, as of `next` on an empty iterator, and not a RuntimeError about generators."""
    error = kind("x")

    def stop() -> None:
        raise error

    assert call(stop).reason is error
    assert isinstance(call(next, iter(())).reason, StopIteration)


@every_call
def test_handlers_wait_for_the_function_to_return(call: Callable[..., Promise[Any]]) -> None:
    """Jobs that come up inside the function run after it."""
    log: list[str] = []

    def work() -> None:
        Promise.resolve("inner").then(log.append)
        log.append("function")

    call(work).then(lambda _value: log.append("outer"))

    assert log == ["function", "inner", "outer"]


class Greeter:
    """A class whose methods are decorated."""

    greeting = "hello"

    @promisify
    def greet(self, name: str) -> str:
        """Greet by name."""
        return f"{self.greeting} {name}"

    @classmethod
    @promisify
    def make(cls) -> Greeter:
        """Make one."""
        return cls()

    @staticmethod
    @promisify
    def fixed(value: int) -> int:
        """Return the value."""
        return value


def test_as_a_decorator_of_methods() -> None:
    """Decorated methods, class methods and static methods are bound as ever."""
    assert Greeter().greet("you").value == "hello you"
    assert Greeter.greet(Greeter(), "you").value == "hello you"
    assert isinstance(Greeter.make().value, Greeter)
    assert Greeter().fixed(1).value == 1


def test_the_decorated_function_keeps_its_name() -> None:
    """Name, docstring, module, attributes and signature are the function's, as functools.wraps does it."""

    def original(value: int, *, times: int = 2) -> int:
        """Say what it does."""
        return value * times

    original.label = "mine"  # type: ignore[attr-defined]
    promisified: Any = promisify(original)
    wrapped = functools.wraps(original)(lambda: None)

    for name in ("__module__", "__name__", "__qualname__", "__doc__", "__wrapped__"):
        assert getattr(promisified, name) == getattr(wrapped, name)
    assert promisified.label == "mine"
    assert inspect.signature(promisified) == inspect.signature(original)


class Callable42:
    """A callable without a name."""

    def __call__(self) -> int:
        """Give 42."""
        return 42


@pytest.mark.parametrize("fn", [Callable42(), functools.partial(int, "42")], ids=["object", "partial"])
def test_of_a_callable_without_a_name(fn: Any) -> None:
    """Objects and partials, which have no `__name__`, are wrapped as well."""
    assert promisify(fn)().value == 42


def test_of_a_class() -> None:
    """A class is a function of its instances."""
    promisified: Any = promisify(int)

    assert promisified("42").value == 42
    assert promisified.__name__ == "int"
