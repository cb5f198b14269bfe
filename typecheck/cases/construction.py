"""Where promises come from: an executor, `resolve`, `reject`, `try_`, resolvers."""

import asyncio
from collections.abc import Callable
from typing import Never, assert_type

from typedpromise import Promise, Resolvers

from .. import world
from ..world import User

# Promise(executor).


def a_lambda_that_resolves(_: int) -> None:
    assert_type(Promise(lambda resolve, reject: resolve(1)), Promise[int])


def a_lambda_with_the_type_on_the_class(_: int) -> None:
    assert_type(Promise[int](lambda resolve, reject: resolve(1)), Promise[int])


def a_lambda_with_the_type_declared(_: int) -> None:
    p: Promise[int] = Promise(lambda resolve, reject: resolve(1))
    assert_type(p, Promise[int])


def a_lambda_that_rejects(_: int) -> None:
    assert_type(Promise[int](lambda resolve, reject: reject(ValueError())), Promise[int])


def a_function(_: int) -> None:
    assert_type(Promise(world.start), Promise[int])


def a_function_that_resolves_with_a_promise(s: Promise[str]) -> None:
    def run(resolve: Callable[[str | Promise[str]], None], reject: Callable[[Exception], None]) -> None:
        resolve(s)

    assert_type(Promise(run), Promise[str])


def a_method(_: int) -> None:
    assert_type(Promise(world.Starter().start), Promise[int])


def a_generic_function(_: int) -> None:
    assert_type(Promise[int](world.start_nothing), Promise[int])


def an_overloaded_function(_: int) -> None:
    assert_type(Promise[int](world.start_one), Promise[int])


def a_class(_: int) -> None:
    assert_type(Promise(world.Starting), Promise[int])


def a_lambda_that_resolves_with_a_promise(n: Promise[int]) -> None:
    assert_type(Promise[int](lambda resolve, reject: resolve(n)), Promise[int])


def a_lambda_that_resolves_with_a_coroutine(_: int) -> None:
    assert_type(Promise[str](lambda resolve, reject: resolve(world.fetch_soon(1))), Promise[str])


def a_lambda_that_resolves_with_a_future_of_an_executor(_: int) -> None:
    assert_type(Promise[str](lambda resolve, reject: resolve(world.pooled(1))), Promise[str])


def a_promise_of_nothing(_: int) -> None:
    assert_type(Promise[None](lambda resolve, reject: resolve(None)), Promise[None])


def a_promise_of_a_union(_: int) -> None:
    assert_type(Promise[int | str](lambda resolve, reject: resolve("a")), Promise[int | str])


def what_an_executor_returns_does_not_matter(_: int) -> None:
    def run(resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> str:
        resolve(1)
        return "ignored"

    assert_type(Promise(run), Promise[int])


# Promise.resolve.


def resolve_a_value(_: int) -> None:
    assert_type(Promise.resolve(1), Promise[int])


def resolve_nothing(_: int) -> None:
    assert_type(Promise.resolve(), Promise[None])


def resolve_none(_: int) -> None:
    assert_type(Promise.resolve(None), Promise[None])


def resolve_an_object(user: User) -> None:
    assert_type(Promise.resolve(user), Promise[User])


def resolve_a_list(_: int) -> None:
    assert_type(Promise.resolve([1]), Promise[list[int]])


def resolve_an_optional(user: User | None) -> None:
    assert_type(Promise.resolve(user), Promise[User | None])


def resolve_a_union(value: int | str) -> None:
    assert_type(Promise.resolve(value), Promise[int | str])


def resolve_a_function(_: int) -> None:
    assert_type(Promise.resolve(world.length).then(lambda count: count("abc")), Promise[int])


def resolve_a_class(_: int) -> None:
    assert_type(Promise.resolve(User), Promise[type[User]])


def resolve_a_promise(n: Promise[int]) -> None:
    assert_type(Promise.resolve(n), Promise[int])


def resolve_a_coroutine(_: int) -> None:
    assert_type(Promise.resolve(world.fetch_soon(1)), Promise[str])


def resolve_an_awaitable(_: int) -> None:
    assert_type(Promise.resolve(world.awaitable(1)), Promise[str])


async def resolve_an_asyncio_future(_: int) -> None:
    assert_type(Promise.resolve(world.future(1)), Promise[str])


async def resolve_a_task(_: int) -> None:
    assert_type(Promise.resolve(asyncio.create_task(world.fetch_soon(1))), Promise[str])


def resolve_a_future_of_an_executor(_: int) -> None:
    assert_type(Promise.resolve(world.pooled(1)), Promise[str])


def resolve_a_promise_of_a_promise(_: int) -> None:
    assert_type(Promise.resolve(world.fetch_nested(1)), Promise[str])


def resolve_a_value_or_a_promise_of_it(_: int) -> None:
    assert_type(Promise.resolve(world.cached(1)), Promise[str])


def resolve_a_value_or_a_promise_of_another_type(_: int) -> None:
    assert_type(Promise.resolve(world.number_or_fetched(2)), Promise[int | str])


def resolve_with_the_type_declared(_: int) -> None:
    def wide() -> Promise[int | str]:
        return Promise.resolve(1)

    assert_type(wide(), Promise[int | str])


# Promise.reject.


def reject_has_no_value(_: int) -> None:
    assert_type(Promise.reject(ValueError()), Promise[Never])


def reject_fits_any_promise(_: int) -> None:
    def failed() -> Promise[int]:
        return Promise.reject(ValueError())

    assert_type(failed(), Promise[int])


def reject_in_one_branch(n: int) -> None:
    def checked(n: int) -> Promise[int]:
        return Promise.resolve(n) if n > 0 else Promise.reject(ValueError(n))

    assert_type(checked(n), Promise[int])


# Promise.try_.


def try_a_function(_: int) -> None:
    assert_type(Promise.try_(world.read, 1), Promise[bytes])


def try_a_function_with_a_keyword(_: int) -> None:
    assert_type(Promise.try_(world.read, 1, mode="b"), Promise[bytes])


def try_a_function_that_returns_a_promise(_: int) -> None:
    assert_type(Promise.try_(world.read_later, 1, "b"), Promise[bytes])


def try_an_async_function(_: int) -> None:
    assert_type(Promise.try_(world.read_soon, 1), Promise[bytes])


def try_a_lambda(_: int) -> None:
    assert_type(Promise.try_(lambda: 1), Promise[int])


def try_a_lambda_that_returns_a_promise(_: int) -> None:
    assert_type(Promise.try_(lambda: world.fetch(1)), Promise[str])


def try_a_class(_: int) -> None:
    assert_type(Promise.try_(User, 1, "ada"), Promise[User])


def try_a_class_method(_: int) -> None:
    assert_type(Promise.try_(User.by_id, 1), Promise[User])


def try_a_bound_method(user: User) -> None:
    assert_type(Promise.try_(user.avatar, 1), Promise[bytes])


def try_a_generic_function(_: int) -> None:
    assert_type(Promise.try_(world.listed, 1), Promise[list[int]])


def try_a_function_that_returns_none(_: int) -> None:
    assert_type(Promise.try_(world.log, 1), Promise[None])


def try_a_function_that_only_raises(_: int) -> None:
    assert_type(Promise.try_(world.fail, 1), Promise[Never])


def try_a_function_that_returns_a_value_or_a_promise(_: int) -> None:
    assert_type(Promise.try_(world.cached, 1), Promise[str])


def try_an_overloaded_function(_: int) -> None:
    assert_type(Promise.try_(world.flip, 1), Promise[str])


def try_an_overloaded_function_by_its_second_form(_: int) -> None:
    assert_type(Promise.try_(world.flip, "a"), Promise[int])


# Resolvers: the promise and the two functions that settle it.


def with_resolvers_and_the_type_on_the_class(_: int) -> None:
    assert_type(Promise[int].with_resolvers(), Resolvers[int])


def with_resolvers_and_the_type_declared(_: int) -> None:
    r: Resolvers[int] = Promise.with_resolvers()
    r.resolve(1)
    assert_type(r.promise, Promise[int])


def resolvers_made_by_their_class(_: int) -> None:
    assert_type(Resolvers[int](), Resolvers[int])


def the_promise_of_resolvers(r: Resolvers[int]) -> None:
    assert_type(r.promise.then(str), Promise[str])


def resolvers_resolve_a_value(r: Resolvers[int]) -> None:
    resolve = r.resolve
    assert_type(resolve(1), None)


def resolvers_resolve_a_promise(r: Resolvers[int], n: Promise[int]) -> None:
    resolve = r.resolve
    assert_type(resolve(n), None)


def resolvers_resolve_a_future_of_an_executor(r: Resolvers[str]) -> None:
    resolve = r.resolve
    assert_type(resolve(world.pooled(1)), None)


def resolvers_resolve_nothing(r: Resolvers[None]) -> None:
    resolve = r.resolve
    assert_type(resolve(), None)


def resolvers_reject(r: Resolvers[int]) -> None:
    reject = r.reject
    assert_type(reject(ValueError()), None)


def resolvers_can_be_passed_as_callbacks(r: Resolvers[str]) -> None:
    def old_style(ok: Callable[[str], object], failed: Callable[[Exception], object]) -> Promise[str]:
        ok("done")
        return r.promise

    assert_type(old_style(r.resolve, r.reject), Promise[str])
