"""`then(on_fulfilled, on_rejected)`: the new promise holds what either of the two returns."""

from collections.abc import Callable
from typing import Any, Never, assert_type

from twisted.internet.defer import Deferred
from twisted.python.failure import Failure

from .. import world

# Both handlers give a plain value.


def of_one_type(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(str, lambda e: "failed"), Deferred[str])


def of_two_types(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(str, world.to_bytes), Deferred[str | bytes])


def two_functions(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(world.label, world.to_bytes), Deferred[str | bytes])


def two_lambdas(n: Deferred[int]) -> None:
    # A Failure that is returned is raised again.
    assert_type(n.addCallbacks(lambda x: x, lambda e: e), Deferred[int])


def two_lambdas_of_one_type(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(lambda x: x + 1, lambda e: 0), Deferred[int])


def a_class_and_a_builtin(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(float, print), Deferred[float | None])


def a_method_and_a_lambda(n: Deferred[int], user: world.User) -> None:
    assert_type(n.addCallbacks(user.greet, lambda e: None), Deferred[str | None])


# One or both give something to wait for.


def a_promise_and_a_value(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(world.fetch, lambda e: None), Deferred[str | None])


def a_value_and_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(str, world.fetch_bytes), Deferred[str | bytes])


def two_promises(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(world.fetch, world.fetch_bytes), Deferred[str | bytes])


def two_lambdas_with_promises(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(lambda x: world.fetch(x), lambda e: world.fetch(0)), Deferred[str])


# One of them says nothing about the type.


def an_error_handler_that_only_raises(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(str, world.reraise), Deferred[str])


def a_value_handler_that_only_raises(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(world.fail, world.to_bytes), Deferred[bytes])


def two_handlers_that_only_raise(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(world.fail, world.reraise), Deferred[Never])


def an_error_handler_that_returns_any(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(str, world.untyped_error), Deferred[str | Any])


# `then(None, on_rejected)`: the value passes by.


def none_and_a_function(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.to_bytes), Deferred[int | bytes])


def none_and_a_lambda(n: Deferred[int]) -> None:
    assert_type(n.addErrback(lambda e: None), Deferred[int | None])


def none_and_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addErrback(lambda e: world.fetch(1)), Deferred[int | str])


def none_and_a_handler_that_only_raises(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.reraise), Deferred[int])


# `then(on_fulfilled, None)`: as without the None.


def a_function_and_none(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(world.label, None), Deferred[str])


def a_lambda_and_none(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(lambda x: world.fetch(x), None), Deferred[str])


def a_function_and_perhaps_none(n: Deferred[int], on_rejected: Callable[[Exception], str] | None) -> None:
    assert_type(n.addCallbacks(world.label, on_rejected), Deferred[str])


def a_lambda_and_a_method(n: Deferred[int], errors: list[Failure]) -> None:
    assert_type(n.addCallbacks(lambda x: str(x), errors.append), Deferred[str | None])


def a_generic_function_and_a_function(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(world.listed, world.to_bytes), Deferred[list[int] | bytes])


def a_function_and_a_generic_function(n: Deferred[int]) -> None:
    # A Failure that is returned is raised again.
    assert_type(n.addCallbacks(world.label, world.same), Deferred[str])


def two_overloaded_functions(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(world.flip, world.describe_error), Deferred[str])


def two_classes(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(float, str), Deferred[float | str])


def none_and_a_method(n: Deferred[int], errors: list[Failure]) -> None:
    assert_type(n.addErrback(errors.append), Deferred[int | None])


def none_and_a_generic_function(n: Deferred[int]) -> None:
    # A Failure that is returned is raised again.
    assert_type(n.addErrback(world.same), Deferred[int])


def none_and_an_overloaded_function(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.describe_error), Deferred[int | str])


def none_and_a_class(n: Deferred[int]) -> None:
    assert_type(n.addErrback(str), Deferred[int | str])
