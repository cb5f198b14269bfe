"""Where promises come from: an executor, `resolve`, `reject`, `try_`, resolvers."""

from collections.abc import Callable
from typing import Never, assert_type

from twisted.internet.defer import Deferred, fail, maybeDeferred, succeed

from .. import world
from ..world import User

# Promise.resolve.


def resolve_a_value(_: int) -> None:
    assert_type(succeed(1), Deferred[int])


def resolve_none(_: int) -> None:
    assert_type(succeed(None), Deferred[None])


def resolve_an_object(user: User) -> None:
    assert_type(succeed(user), Deferred[User])


def resolve_a_list(_: int) -> None:
    assert_type(succeed([1]), Deferred[list[int]])


def resolve_an_optional(user: User | None) -> None:
    assert_type(succeed(user), Deferred[User | None])


def resolve_a_union(value: int | str) -> None:
    assert_type(succeed(value), Deferred[int | str])


def resolve_a_function(_: int) -> None:
    assert_type(succeed(world.length).addCallback(lambda count: count("abc")), Deferred[int])


def resolve_a_class(_: int) -> None:
    assert_type(succeed(User), Deferred[type[User]])


def resolve_with_the_type_declared(_: int) -> None:

    def wide() -> Deferred[int | str]:
        return succeed(1)

    assert_type(wide(), Deferred[int | str])


# Promise.reject.


def reject_has_no_value(_: int) -> None:
    assert_type(fail(ValueError()), Deferred[Never])


def reject_fits_any_promise(_: int) -> None:

    def failed() -> Deferred[int]:
        return fail(ValueError())

    assert_type(failed(), Deferred[int])


def reject_in_one_branch(n: int) -> None:

    def checked(n: int) -> Deferred[int]:
        return succeed(n) if n > 0 else fail(ValueError(n))

    assert_type(checked(n), Deferred[int])


# Promise.try_.


def try_a_function(_: int) -> None:
    assert_type(maybeDeferred(world.read, 1), Deferred[bytes])


def try_a_function_with_a_keyword(_: int) -> None:
    assert_type(maybeDeferred(world.read, 1, mode="b"), Deferred[bytes])


def try_a_function_that_returns_a_promise(_: int) -> None:
    assert_type(maybeDeferred(world.read_later, 1, "b"), Deferred[bytes])


def try_an_async_function(_: int) -> None:
    assert_type(maybeDeferred(world.read_soon, 1), Deferred[bytes])


def try_a_lambda(_: int) -> None:
    assert_type(maybeDeferred(lambda: 1), Deferred[int])


def try_a_lambda_that_returns_a_promise(_: int) -> None:
    assert_type(maybeDeferred(lambda: world.fetch(1)), Deferred[str])


def try_a_class(_: int) -> None:
    assert_type(maybeDeferred(User, 1, "ada"), Deferred[User])


def try_a_class_method(_: int) -> None:
    assert_type(maybeDeferred(User.by_id, 1), Deferred[User])


def try_a_bound_method(user: User) -> None:
    assert_type(maybeDeferred(user.avatar, 1), Deferred[bytes])


def try_a_generic_function(_: int) -> None:
    assert_type(maybeDeferred(world.listed, 1), Deferred[list[int]])


def try_a_function_that_returns_none(_: int) -> None:
    assert_type(maybeDeferred(world.log, 1), Deferred[None])


def try_a_function_that_only_raises(_: int) -> None:
    assert_type(maybeDeferred(world.fail, 1), Deferred[Never])


def try_a_function_that_returns_a_value_or_a_promise(_: int) -> None:
    assert_type(maybeDeferred(world.cached, 1), Deferred[str])


def try_an_overloaded_function(_: int) -> None:
    assert_type(maybeDeferred(world.flip, 1), Deferred[str])


def try_an_overloaded_function_by_its_second_form(_: int) -> None:
    assert_type(maybeDeferred(world.flip, "a"), Deferred[int])


def resolvers_made_by_their_class(_: int) -> None:
    assert_type(Deferred[int](), Deferred[int])


def the_promise_of_resolvers(r: Deferred[int]) -> None:
    assert_type(r.addCallback(str), Deferred[str])


def resolvers_resolve_a_value(r: Deferred[int]) -> None:
    resolve = r.callback
    assert_type(resolve(1), None)


def resolvers_reject(r: Deferred[int]) -> None:
    reject = r.errback
    assert_type(reject(ValueError()), None)


def resolvers_can_be_passed_as_callbacks(r: Deferred[str]) -> None:
    def old_style(ok: Callable[[str], object], failed: Callable[[Exception], object]) -> Deferred[str]:
        ok("done")
        return r

    assert_type(old_style(r.callback, r.errback), Deferred[str])
