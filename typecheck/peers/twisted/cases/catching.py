"""`catch`: the new promise holds the value, or what the handler makes of the error."""

from collections.abc import Callable
from typing import Any, assert_type

from twisted.internet.defer import Deferred, fail
from twisted.python.failure import Failure

from .. import world

# Any error: the handler gets an `Exception`.


def a_lambda(n: Deferred[int]) -> None:
    assert_type(n.addErrback(lambda e: None), Deferred[int | None])


def a_lambda_of_the_same_type(n: Deferred[int]) -> None:
    assert_type(n.addErrback(lambda e: 0), Deferred[int])


def a_lambda_that_returns_the_error(n: Deferred[int]) -> None:
    # A Failure that is returned is raised again.
    assert_type(n.addErrback(lambda e: e), Deferred[int])


def a_lambda_that_reads_the_error(n: Deferred[int]) -> None:
    assert_type(n.addErrback(lambda e: e.getErrorMessage()), Deferred[int | str])


def a_function(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.to_bytes), Deferred[int | bytes])


def a_function_that_returns_none(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.ignore), Deferred[int | None])


def a_function_that_returns_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.fetch_bytes), Deferred[int | bytes])


def a_lambda_that_returns_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addErrback(lambda e: world.fetch(1)), Deferred[int | str])


def a_function_that_only_raises(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.reraise), Deferred[int])


def a_function_that_returns_a_union(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.text_or_bytes), Deferred[int | str | bytes])


def a_function_that_returns_a_value_or_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.cached_error), Deferred[int | str])


def a_function_that_returns_any(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.untyped_error), Deferred[int | Any])


def a_lambda_that_returns_any(n: Deferred[int]) -> None:
    assert_type(n.addErrback(lambda e: world.untyped(1)), Deferred[int | Any])


def a_function_of_base_exception(n: Deferred[int]) -> None:
    def note(error: object) -> str:
        return repr(error)

    assert_type(n.addErrback(note), Deferred[int | str])


def the_builtin_print(n: Deferred[int]) -> None:
    assert_type(n.addErrback(print), Deferred[int | None])


def the_builtin_repr(n: Deferred[int]) -> None:
    assert_type(n.addErrback(repr), Deferred[int | str])


def the_class_str(n: Deferred[int]) -> None:
    assert_type(n.addErrback(str), Deferred[int | str])


def a_bound_method(n: Deferred[int], errors: list[Failure]) -> None:
    assert_type(n.addErrback(errors.append), Deferred[int | None])


def a_generic_function(n: Deferred[int]) -> None:
    # A Failure that is returned is raised again.
    assert_type(n.addErrback(world.same), Deferred[int])


def a_promise_that_only_fails(n: int) -> None:
    assert_type(fail(ValueError()).addErrback(lambda e: "failed"), Deferred[str])


def a_handler_of_type_any(n: Deferred[int], handler: Any) -> None:
    assert_type(n.addErrback(handler), Deferred[int | Any])


def a_handler_of_an_unknown_signature(n: Deferred[int], handler: Callable[..., str]) -> None:
    assert_type(n.addErrback(handler), Deferred[int | str])


def an_overloaded_function(n: Deferred[int]) -> None:
    assert_type(n.addErrback(world.describe_error), Deferred[int | str])
