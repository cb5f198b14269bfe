"""Handlers of two minds: they return one type or another, a value or something to wait for."""

from typing import assert_type

from typedpromise import Promise

from .. import world
from ..world import User

# Plain values of two types.


def a_function_that_returns_a_union(n: Promise[int]) -> None:
    assert_type(n.then(world.number_or_text), Promise[int | str])


def a_function_that_returns_an_optional(n: Promise[int]) -> None:
    assert_type(n.then(world.maybe_text), Promise[str | None])


def a_lambda_that_returns_a_union(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.number_or_text(x)), Promise[int | str])


def a_lambda_that_returns_its_argument_or_none(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: x if x else None), Promise[int | None])


def a_lambda_that_returns_an_object_or_none(user: Promise[User]) -> None:
    assert_type(user.then(lambda u: u if u.id else None), Promise[User | None])


def a_lambda_with_or(s: Promise[str]) -> None:
    assert_type(s.then(lambda s: s or "default"), Promise[str])


# Values that are unions already.


def an_optional_value_is_narrowed(user: Promise[User | None]) -> None:
    assert_type(user.then(lambda u: u.name if u else ""), Promise[str])


def an_optional_value_is_passed_on(user: Promise[User | None]) -> None:
    assert_type(user.then(lambda u: u), Promise[User | None])


def an_optional_value_stays_optional(user: Promise[User | None]) -> None:
    assert_type(user.then(lambda u: u.name if u else None), Promise[str | None])


def a_union_value_is_passed_on(either: Promise[int | str]) -> None:
    assert_type(either.then(lambda v: v), Promise[int | str])


def a_union_value_without_handler(either: Promise[int | str]) -> None:
    assert_type(either.then(), Promise[int | str])


def a_union_value_is_narrowed(either: Promise[int | str]) -> None:
    assert_type(either.then(lambda v: v + 1 if isinstance(v, int) else len(v)), Promise[int])


# A value, or something to wait for.


def a_value_or_a_promise_of_it(n: Promise[int]) -> None:
    assert_type(n.then(world.cached), Promise[str])


def a_value_or_an_awaitable_of_it(n: Promise[int]) -> None:
    assert_type(n.then(world.cached_soon), Promise[str])


def a_lambda_around_a_value_or_a_promise_of_it(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.cached(x)), Promise[str])


def a_conditional_lambda(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x) if x else "none"), Promise[str])


def a_conditional_lambda_the_other_way_round(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: "none" if x else world.fetch(x)), Promise[str])


def a_value_or_a_promise_of_another_type(n: Promise[int]) -> None:
    assert_type(n.then(world.number_or_fetched), Promise[int | str])


def a_promise_or_none(n: Promise[int]) -> None:
    assert_type(n.then(world.found), Promise[str | None])


def a_conditional_promise_or_none(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x) if x else None), Promise[str | None])


# Two things to wait for.


def one_promise_or_another(n: Promise[int]) -> None:
    assert_type(n.then(world.either), Promise[int | str])


def a_conditional_of_two_promises(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch_number(x) if x else world.fetch(x)), Promise[int | str])


def a_promise_or_an_awaitable_of_the_same_type(n: Promise[int]) -> None:
    assert_type(n.then(world.fetch_or_soon), Promise[str])


def a_conditional_of_two_promises_of_one_type(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x) if x else world.fetch(0)), Promise[str])
