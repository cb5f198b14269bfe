"""`tap` and `tap_catch`: the handler looks, whatever it returns; the type of the promise stays."""

from typing import Any, assert_type

from typedpromise import Promise

from .. import world
from ..world import AppError, NetworkError, StoreError, User

# tap.


def a_lambda(n: Promise[int]) -> None:
    assert_type(n.tap(lambda x: str(x)), Promise[int])


def a_lambda_that_uses_the_value(user: Promise[User]) -> None:
    assert_type(user.tap(lambda u: u.name.upper()), Promise[User])


def a_function(n: Promise[int]) -> None:
    assert_type(n.tap(world.label), Promise[int])


def a_function_that_returns_none(n: Promise[int]) -> None:
    assert_type(n.tap(world.log), Promise[int])


def a_function_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.tap(world.fetch), Promise[int])


def a_function_that_only_raises(n: Promise[int]) -> None:
    assert_type(n.tap(world.fail), Promise[int])


def an_async_function(n: Promise[int]) -> None:
    assert_type(n.tap(world.fetch_soon), Promise[int])


def a_generic_function(n: Promise[int]) -> None:
    assert_type(n.tap(world.same), Promise[int])


def an_overloaded_function(n: Promise[int]) -> None:
    assert_type(n.tap(world.flip), Promise[int])


def a_class(n: Promise[int]) -> None:
    assert_type(n.tap(world.Box), Promise[int])


def a_method(n: Promise[int], user: User) -> None:
    assert_type(n.tap(user.greet), Promise[int])


def the_append_of_a_list(n: Promise[int], numbers: list[int]) -> None:
    assert_type(n.tap(numbers.append), Promise[int])


def the_builtin_print(n: Promise[int]) -> None:
    assert_type(n.tap(print), Promise[int])


def a_handler_of_type_any(n: Promise[int], handler: Any) -> None:
    assert_type(n.tap(handler), Promise[int])


def an_optional_value(user: Promise[User | None]) -> None:
    assert_type(user.tap(print), Promise[User | None])


def between_two_handlers(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: [x]).tap(lambda xs: xs.sort()).then(lambda xs: xs[0]), Promise[int])


# tap_catch.


def a_lambda_for_the_error(n: Promise[int]) -> None:
    assert_type(n.tap_catch(lambda e: repr(e)), Promise[int])


def a_lambda_that_uses_the_error(n: Promise[int]) -> None:
    assert_type(n.tap_catch(lambda e: e.args), Promise[int])


def a_function_for_the_error(n: Promise[int]) -> None:
    assert_type(n.tap_catch(world.to_bytes), Promise[int])


def a_function_for_the_error_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.tap_catch(world.fetch_bytes), Promise[int])


def a_function_for_the_error_that_only_raises(n: Promise[int]) -> None:
    assert_type(n.tap_catch(world.reraise), Promise[int])


def an_async_function_for_the_error(n: Promise[int]) -> None:
    assert_type(n.tap_catch(world.to_bytes_soon), Promise[int])


def a_generic_function_for_the_error(n: Promise[int]) -> None:
    assert_type(n.tap_catch(world.same), Promise[int])


def an_overloaded_function_for_the_error(n: Promise[int]) -> None:
    assert_type(n.tap_catch(world.describe_error), Promise[int])


def a_class_for_the_error(n: Promise[int]) -> None:
    assert_type(n.tap_catch(str), Promise[int])


def a_method_for_the_error(n: Promise[int], errors: list[Exception]) -> None:
    assert_type(n.tap_catch(errors.append), Promise[int])


def a_class_of_errors(n: Promise[int]) -> None:
    assert_type(n.tap_catch(AppError, lambda e: e.code), Promise[int])


def a_class_of_errors_and_a_function(n: Promise[int]) -> None:
    assert_type(n.tap_catch(AppError, world.code_of), Promise[int])


def a_class_of_errors_and_an_async_function(n: Promise[int]) -> None:
    assert_type(n.tap_catch(AppError, world.code_soon), Promise[int])


def a_class_of_errors_and_a_function_of_any_error(n: Promise[int]) -> None:
    assert_type(n.tap_catch(AppError, world.to_bytes), Promise[int])


def a_class_of_errors_and_a_method(n: Promise[int]) -> None:
    errors: list[AppError] = []
    assert_type(n.tap_catch(AppError, errors.append), Promise[int])


def a_class_of_errors_and_a_generic_function(n: Promise[int]) -> None:
    assert_type(n.tap_catch(AppError, world.same), Promise[int])


def a_class_of_errors_and_an_overloaded_function(n: Promise[int]) -> None:
    assert_type(n.tap_catch(AppError, world.describe_error), Promise[int])


def a_class_of_errors_and_a_class(n: Promise[int]) -> None:
    assert_type(n.tap_catch(AppError, str), Promise[int])


def two_classes(n: Promise[int]) -> None:
    assert_type(n.tap_catch((AppError, StoreError), lambda e: e.code), Promise[int])


def two_classes_and_a_function_of_just_these(n: Promise[int]) -> None:
    def described(error: AppError | StoreError) -> str:
        return repr(error)

    assert_type(n.tap_catch((AppError, StoreError), described), Promise[int])


def two_classes_and_an_async_function(n: Promise[int]) -> None:
    assert_type(n.tap_catch((AppError, StoreError), world.to_bytes_soon), Promise[int])


def two_classes_and_a_method(n: Promise[int]) -> None:
    errors: list[AppError | StoreError] = []
    assert_type(n.tap_catch((AppError, StoreError), errors.append), Promise[int])


def two_classes_and_a_generic_function(n: Promise[int]) -> None:
    assert_type(n.tap_catch((AppError, StoreError), world.same), Promise[int])


def two_classes_and_an_overloaded_function(n: Promise[int]) -> None:
    assert_type(n.tap_catch((AppError, StoreError), world.describe_error), Promise[int])


def two_classes_and_a_class(n: Promise[int]) -> None:
    assert_type(n.tap_catch((AppError, StoreError), str), Promise[int])


def three_classes_and_a_function_of_just_these(n: Promise[int]) -> None:
    def described(error: AppError | KeyError | OSError) -> str:
        return repr(error)

    assert_type(n.tap_catch((AppError, KeyError, OSError), described), Promise[int])


def four_classes_and_a_function_of_just_these(n: Promise[int]) -> None:
    def described(error: AppError | NetworkError | KeyError | OSError) -> str:
        return repr(error)

    assert_type(n.tap_catch((AppError, NetworkError, KeyError, OSError), described), Promise[int])


def a_tuple_of_any_length(n: Promise[int], kinds: tuple[type[AppError], ...]) -> None:
    assert_type(n.tap_catch(kinds, lambda e: e.code), Promise[int])


def a_union_value(either: Promise[int | str]) -> None:
    assert_type(either.tap_catch(world.ignore), Promise[int | str])


def between_a_handler_and_a_catch(n: Promise[int]) -> None:
    assert_type(n.then(str).tap_catch(world.ignore).catch(world.to_bytes), Promise[str | bytes])
