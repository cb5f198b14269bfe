"""`then(on_fulfilled, on_rejected)`: the new promise holds what either of the two returns."""

from collections.abc import Callable
from typing import Any, Never, assert_type

from typedpromise import Promise

from .. import world

# Both handlers give a plain value.


def of_one_type(n: Promise[int]) -> None:
    assert_type(n.then(str, lambda e: "failed"), Promise[str])


def of_two_types(n: Promise[int]) -> None:
    assert_type(n.then(str, world.to_bytes), Promise[str | bytes])


def two_functions(n: Promise[int]) -> None:
    assert_type(n.then(world.label, world.to_bytes), Promise[str | bytes])


def two_lambdas(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: x, lambda e: e), Promise[int | Exception])


def two_lambdas_of_one_type(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: x + 1, lambda e: 0), Promise[int])


def a_class_and_a_builtin(n: Promise[int]) -> None:
    assert_type(n.then(float, print), Promise[float | None])


def a_lambda_and_a_method(n: Promise[int], errors: list[Exception]) -> None:
    assert_type(n.then(lambda x: str(x), errors.append), Promise[str | None])


def a_generic_function_and_a_function(n: Promise[int]) -> None:
    assert_type(n.then(world.listed, world.to_bytes), Promise[list[int] | bytes])


def a_function_and_a_generic_function(n: Promise[int]) -> None:
    assert_type(n.then(world.label, world.same), Promise[str | Exception])


def two_overloaded_functions(n: Promise[int]) -> None:
    assert_type(n.then(world.flip, world.describe_error), Promise[str])


def two_classes(n: Promise[int]) -> None:
    assert_type(n.then(float, str), Promise[float | str])


def a_method_and_a_lambda(n: Promise[int], user: world.User) -> None:
    assert_type(n.then(user.greet, lambda e: None), Promise[str | None])


# One or both give something to wait for.


def a_promise_and_a_value(n: Promise[int]) -> None:
    assert_type(n.then(world.fetch, lambda e: None), Promise[str | None])


def a_value_and_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(str, world.fetch_bytes), Promise[str | bytes])


def a_value_and_a_coroutine(n: Promise[int]) -> None:
    assert_type(n.then(str, world.to_bytes_soon), Promise[str | bytes])


def a_coroutine_and_a_value(n: Promise[int]) -> None:
    assert_type(n.then(world.fetch_soon, world.to_bytes), Promise[str | bytes])


def two_promises(n: Promise[int]) -> None:
    assert_type(n.then(world.fetch, world.fetch_bytes), Promise[str | bytes])


def two_lambdas_with_promises(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x), lambda e: world.fetch(0)), Promise[str])


# One of them says nothing about the type.


def an_error_handler_that_only_raises(n: Promise[int]) -> None:
    assert_type(n.then(str, world.reraise), Promise[str])


def a_value_handler_that_only_raises(n: Promise[int]) -> None:
    assert_type(n.then(world.fail, world.to_bytes), Promise[bytes])


def two_handlers_that_only_raise(n: Promise[int]) -> None:
    assert_type(n.then(world.fail, world.reraise), Promise[Never])


def an_error_handler_that_returns_any(n: Promise[int]) -> None:
    assert_type(n.then(str, world.untyped_error), Promise[str | Any])


# `then(None, on_rejected)`: the value passes by.


def none_and_a_function(n: Promise[int]) -> None:
    assert_type(n.then(None, world.to_bytes), Promise[int | bytes])


def none_and_a_lambda(n: Promise[int]) -> None:
    assert_type(n.then(None, lambda e: None), Promise[int | None])


def none_and_a_coroutine(n: Promise[int]) -> None:
    assert_type(n.then(None, world.to_bytes_soon), Promise[int | bytes])


def none_and_a_method(n: Promise[int], errors: list[Exception]) -> None:
    assert_type(n.then(None, errors.append), Promise[int | None])


def none_and_a_generic_function(n: Promise[int]) -> None:
    assert_type(n.then(None, world.same), Promise[int | Exception])


def none_and_an_overloaded_function(n: Promise[int]) -> None:
    assert_type(n.then(None, world.describe_error), Promise[int | str])


def none_and_a_class(n: Promise[int]) -> None:
    assert_type(n.then(None, str), Promise[int | str])


def none_and_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(None, lambda e: world.fetch(1)), Promise[int | str])


def none_and_a_handler_that_only_raises(n: Promise[int]) -> None:
    assert_type(n.then(None, world.reraise), Promise[int])


# `then(on_fulfilled, None)`: as without the None.


def a_function_and_none(n: Promise[int]) -> None:
    assert_type(n.then(world.label, None), Promise[str])


def a_lambda_and_none(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x), None), Promise[str])


def a_function_and_perhaps_none(n: Promise[int], on_rejected: Callable[[Exception], str] | None) -> None:
    assert_type(n.then(world.label, on_rejected), Promise[str])
