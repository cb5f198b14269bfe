"""`catch`: the new promise holds the value, or what the handler makes of the error."""

import asyncio
from collections.abc import Callable
from typing import Any, assert_type

from typedpromise import Promise

from .. import world
from ..world import AppError, NetworkError, StoreError, User

# Any error: the handler gets an `Exception`.


def a_lambda(n: Promise[int]) -> None:
    assert_type(n.catch(lambda e: None), Promise[int | None])


def a_lambda_of_the_same_type(n: Promise[int]) -> None:
    assert_type(n.catch(lambda e: 0), Promise[int])


def a_lambda_that_returns_the_error(n: Promise[int]) -> None:
    assert_type(n.catch(lambda e: e), Promise[int | Exception])


def a_lambda_that_reads_the_error(n: Promise[int]) -> None:
    assert_type(n.catch(lambda e: e.args), Promise[int | tuple[Any, ...]])


def a_function(n: Promise[int]) -> None:
    assert_type(n.catch(world.to_bytes), Promise[int | bytes])


def a_function_that_returns_none(n: Promise[int]) -> None:
    assert_type(n.catch(world.ignore), Promise[int | None])


def an_async_function(n: Promise[int]) -> None:
    assert_type(n.catch(world.to_bytes_soon), Promise[int | bytes])


def a_function_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.catch(world.fetch_bytes), Promise[int | bytes])


def a_lambda_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.catch(lambda e: world.fetch(1)), Promise[int | str])


def a_function_that_only_raises(n: Promise[int]) -> None:
    assert_type(n.catch(world.reraise), Promise[int])


def an_async_function_that_only_raises(n: Promise[int]) -> None:
    assert_type(n.catch(world.reraise_soon), Promise[int])


def a_function_that_returns_a_union(n: Promise[int]) -> None:
    assert_type(n.catch(world.text_or_bytes), Promise[int | str | bytes])


def a_function_that_returns_a_value_or_a_promise(n: Promise[int]) -> None:
    assert_type(n.catch(world.cached_error), Promise[int | str])


def a_function_that_returns_any(n: Promise[int]) -> None:
    assert_type(n.catch(world.untyped_error), Promise[int | Any])


def a_lambda_that_returns_any(n: Promise[int]) -> None:
    assert_type(n.catch(lambda e: world.untyped(1)), Promise[int | Any])


def a_function_of_base_exception(n: Promise[int]) -> None:
    def note(error: BaseException) -> str:
        return repr(error)

    assert_type(n.catch(note), Promise[int | str])


def the_builtin_print(n: Promise[int]) -> None:
    assert_type(n.catch(print), Promise[int | None])


def the_builtin_repr(n: Promise[int]) -> None:
    assert_type(n.catch(repr), Promise[int | str])


def the_class_str(n: Promise[int]) -> None:
    assert_type(n.catch(str), Promise[int | str])


def a_bound_method(n: Promise[int], errors: list[Exception]) -> None:
    assert_type(n.catch(errors.append), Promise[int | None])


def a_generic_function(n: Promise[int]) -> None:
    assert_type(n.catch(world.same), Promise[int | Exception])


def an_overloaded_function(n: Promise[int]) -> None:
    assert_type(n.catch(world.describe_error), Promise[int | str])


def a_promise_that_only_fails(n: int) -> None:
    assert_type(Promise.reject(ValueError()).catch(lambda e: "failed"), Promise[str])


def a_handler_of_type_any(n: Promise[int], handler: Any) -> None:
    assert_type(n.catch(handler), Promise[int | Any])


def a_handler_of_an_unknown_signature(n: Promise[int], handler: Callable[..., str]) -> None:
    assert_type(n.catch(handler), Promise[int | str])


# One class: the handler gets that class.


def a_class_and_a_lambda(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, lambda e: e.code), Promise[int | str])


def a_class_and_a_lambda_that_returns_the_error(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, lambda e: e), Promise[int | AppError])


def a_class_and_a_lambda_that_returns_none(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, lambda e: None), Promise[int | None])


def a_class_and_a_function(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, world.code_of), Promise[int | str])


def a_class_and_a_function_of_a_wider_error(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, world.to_bytes), Promise[int | bytes])


def a_class_and_an_async_function(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, world.code_soon), Promise[int | str])


def a_class_and_a_function_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, world.fetch_code), Promise[int | str])


def a_class_and_a_lambda_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, lambda e: world.fetch(1)), Promise[int | str])


def a_class_and_a_function_that_only_raises(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, world.reraise), Promise[int])


def a_class_and_a_bound_method(n: Promise[int]) -> None:
    errors: list[AppError] = []
    assert_type(n.catch(AppError, errors.append), Promise[int | None])


def a_class_and_a_generic_function(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, world.same), Promise[int | AppError])


def a_class_and_an_overloaded_function(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, world.describe_error), Promise[int | str])


def a_class_and_the_class_str(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, str), Promise[int | str])


def a_class_and_the_builtin_print(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, print), Promise[int | None])


def a_builtin_error(n: Promise[int]) -> None:
    assert_type(n.catch(OSError, lambda e: e.errno), Promise[int | None])


def the_class_exception(n: Promise[int]) -> None:
    assert_type(n.catch(Exception, lambda e: e), Promise[int | Exception])


def a_class_outside_exception(n: Promise[int]) -> None:
    assert_type(n.catch(asyncio.CancelledError, lambda e: e), Promise[int | asyncio.CancelledError])


def a_class_in_a_variable(n: Promise[int], kind: type[AppError]) -> None:
    assert_type(n.catch(kind, lambda e: e.code), Promise[int | str])


# A tuple of classes: the handler gets any of them.


def two_classes(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, StoreError), lambda e: e.code), Promise[int | str | bytes])


def two_classes_and_the_error(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, StoreError), lambda e: e), Promise[int | AppError | StoreError])


def two_classes_and_a_function(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, StoreError), world.to_bytes), Promise[int | bytes])


def two_classes_and_an_async_function(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, StoreError), world.to_bytes_soon), Promise[int | bytes])


def two_classes_and_a_bound_method(n: Promise[int]) -> None:
    errors: list[AppError | NetworkError] = []
    assert_type(n.catch((AppError, NetworkError), errors.append), Promise[int | None])


def two_classes_and_a_generic_function(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, NetworkError), world.same), Promise[int | AppError | NetworkError])


def two_classes_and_an_overloaded_function(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, NetworkError), world.describe_error), Promise[int | str])


def two_classes_and_the_class_str(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, NetworkError), str), Promise[int | str])


def two_classes_and_a_lambda_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, StoreError), lambda e: world.fetch(1)), Promise[int | str])


def three_classes(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, KeyError, OSError), lambda e: e), Promise[int | AppError | KeyError | OSError])


def three_classes_and_a_promise(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, KeyError, OSError), world.fetch_bytes), Promise[int | bytes])


def four_classes(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, NetworkError, KeyError, OSError), lambda e: None), Promise[int | None])


def four_classes_and_a_promise(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, NetworkError, KeyError, OSError), world.fetch_bytes), Promise[int | bytes])


def two_classes_and_a_lambda_that_reads_what_both_have(n: Promise[int]) -> None:
    assert_type(n.catch((AppError, StoreError), lambda e: len(e.code) > 1), Promise[int | bool])


def two_classes_and_a_function_of_just_these(n: Promise[int]) -> None:
    def described(error: AppError | StoreError) -> str:
        return repr(error)

    assert_type(n.catch((AppError, StoreError), described), Promise[int | str])


def two_classes_and_a_function_of_just_these_that_returns_a_promise(n: Promise[int]) -> None:
    def described(error: AppError | StoreError) -> Promise[str]:
        return Promise.resolve(repr(error))

    assert_type(n.catch((AppError, StoreError), described), Promise[int | str])


def three_classes_and_a_function_of_just_these(n: Promise[int]) -> None:
    def described(error: AppError | KeyError | OSError) -> str:
        return repr(error)

    assert_type(n.catch((AppError, KeyError, OSError), described), Promise[int | str])


def three_classes_and_a_function_of_just_these_that_returns_a_promise(n: Promise[int]) -> None:
    def described(error: AppError | KeyError | OSError) -> Promise[str]:
        return Promise.resolve(repr(error))

    assert_type(n.catch((AppError, KeyError, OSError), described), Promise[int | str])


def four_classes_and_a_function_of_just_these(n: Promise[int]) -> None:
    def described(error: AppError | NetworkError | KeyError | OSError) -> str:
        return repr(error)

    assert_type(n.catch((AppError, NetworkError, KeyError, OSError), described), Promise[int | str])


def four_classes_and_a_function_of_just_these_that_returns_a_promise(n: Promise[int]) -> None:
    def described(error: AppError | NetworkError | KeyError | OSError) -> Promise[str]:
        return Promise.resolve(repr(error))

    assert_type(n.catch((AppError, NetworkError, KeyError, OSError), described), Promise[int | str])


def five_classes(n: Promise[int]) -> None:
    errors = (AppError, NetworkError, KeyError, OSError, ValueError)
    assert_type(n.catch(errors, lambda e: None), Promise[int | None])


def five_classes_and_a_promise(n: Promise[int]) -> None:
    errors = (AppError, NetworkError, KeyError, OSError, ValueError)
    assert_type(n.catch(errors, world.fetch_bytes), Promise[int | bytes])


def a_tuple_of_one_class(n: Promise[int]) -> None:
    assert_type(n.catch((AppError,), lambda e: e.code), Promise[int | str])


def a_tuple_of_any_length(n: Promise[int], kinds: tuple[type[AppError], ...]) -> None:
    assert_type(n.catch(kinds, lambda e: e.code), Promise[int | str])


def a_tuple_of_any_length_and_a_promise(n: Promise[int], kinds: tuple[type[AppError], ...]) -> None:
    assert_type(n.catch(kinds, world.fetch_code), Promise[int | str])


# More than one catch.


def one_class_after_another(n: Promise[int]) -> None:
    caught = n.catch(AppError, lambda e: e.code).catch(StoreError, lambda e: e.code)
    assert_type(caught, Promise[int | str | bytes])


def a_class_first_and_the_rest_after(n: Promise[int]) -> None:
    assert_type(n.catch(AppError, lambda e: e.code).catch(lambda e: None), Promise[int | str | None])


def an_optional_value(user: Promise[User | None]) -> None:
    assert_type(user.catch(KeyError, lambda e: None), Promise[User | None])
