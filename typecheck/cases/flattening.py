"""A handler that returns something to wait for: the new promise holds what that gives, not the thing itself."""

import asyncio
import functools
from typing import Any, Never, assert_type

from typedpromise import Promise

from .. import world
from ..world import AsyncLabeller, User

# Promises.


def a_function_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(world.fetch), Promise[str])


def a_lambda_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x)), Promise[str])


def a_lambda_that_returns_a_resolved_promise(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: Promise.resolve(x + 1)), Promise[int])


def a_lambda_that_returns_a_chain(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x).then(len)), Promise[int])


def a_lambda_that_ignores_its_argument(n: Promise[int], other: Promise[str]) -> None:
    assert_type(n.then(lambda _: other), Promise[str])


def a_lambda_that_returns_a_rejection(n: Promise[int]) -> None:
    assert_type(n.then(lambda _: Promise.reject(ValueError())), Promise[Never])


def a_bound_method_that_returns_a_promise(n: Promise[int], user: User) -> None:
    assert_type(n.then(user.avatar), Promise[bytes])


def a_lambda_that_calls_such_a_method(user: Promise[User]) -> None:
    assert_type(user.then(lambda u: u.avatar(2)), Promise[bytes])


def a_class_method_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(User.load), Promise[User])


def a_generic_function_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(world.later), Promise[int])


def an_overloaded_function_that_returns_promises(n: Promise[int]) -> None:
    assert_type(n.then(world.look_up), Promise[str])


def the_same_by_its_second_form(s: Promise[str]) -> None:
    assert_type(s.then(world.look_up), Promise[int])


def a_partial_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(functools.partial(world.fetch_from, "base")), Promise[str])


def a_function_that_returns_a_subclass_of_promise(n: Promise[int]) -> None:
    assert_type(n.then(world.traced), Promise[str])


def a_promise_of_a_list(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: Promise.resolve([x])), Promise[list[int]])


def the_static_method_resolve_itself(n: Promise[int]) -> None:
    assert_type(n.then(Promise.resolve), Promise[int])


def a_function_inside_a_function_that_returns_a_promise(n: Promise[int]) -> None:
    def doubled(x: int) -> Promise[float]:
        return Promise.resolve(x * 2.0)

    assert_type(n.then(doubled), Promise[float])


# Coroutines.


def an_async_function(n: Promise[int]) -> None:
    assert_type(n.then(world.fetch_soon), Promise[str])


def a_lambda_that_returns_a_coroutine(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch_soon(x)), Promise[str])


def an_async_function_that_returns_none(n: Promise[int]) -> None:
    assert_type(n.then(world.log_soon), Promise[None])


def an_async_function_that_only_raises(n: Promise[int]) -> None:
    assert_type(n.then(world.fail_soon), Promise[Never])


def a_generic_async_function(n: Promise[int]) -> None:
    assert_type(n.then(world.soon), Promise[int])


def an_async_function_inside_a_function(n: Promise[int]) -> None:
    async def doubled(x: int) -> float:
        return x * 2.0

    assert_type(n.then(doubled), Promise[float])


def an_object_with_an_async_call(n: Promise[int]) -> None:
    assert_type(n.then(AsyncLabeller()), Promise[str])


def a_partial_of_an_async_function(n: Promise[int]) -> None:
    assert_type(n.then(functools.partial(world.read_soon, mode="b")), Promise[bytes])


# Other things to wait for.


def a_function_that_returns_an_awaitable(n: Promise[int]) -> None:
    assert_type(n.then(world.awaitable), Promise[str])


async def a_function_that_returns_an_asyncio_future(n: Promise[int]) -> None:
    assert_type(n.then(world.future), Promise[str])


async def a_function_that_returns_a_task(n: Promise[int]) -> None:
    assert_type(n.then(world.task), Promise[str])


async def a_lambda_that_returns_a_task(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: asyncio.create_task(world.fetch_soon(x))), Promise[str])


async def a_lambda_that_sleeps(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: asyncio.sleep(0, x)), Promise[int])


def a_function_that_returns_a_future_of_an_executor(n: Promise[int]) -> None:
    assert_type(n.then(world.pooled), Promise[str])


def a_lambda_that_returns_a_future_of_an_executor(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.pooled(x)), Promise[str])


# More than one level, and Any.


def a_promise_of_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(world.fetch_nested), Promise[str])


def an_async_function_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(world.fetch_in_coroutine), Promise[str])


def a_lambda_around_a_promise_of_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch_nested(x)), Promise[str])


def a_promise_of_any(n: Promise[int], anything: Promise[Any]) -> None:
    assert_type(n.then(lambda _: anything), Promise[Any])
