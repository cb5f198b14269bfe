"""Handlers of two minds: they return one type or another, a value or something to wait for."""

from typing import assert_type

from twisted.internet.defer import Deferred

from .. import world
from ..world import User

# Plain values of two types.


def a_function_that_returns_a_union(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.number_or_text), Deferred[int | str])


def a_function_that_returns_an_optional(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.maybe_text), Deferred[str | None])


def a_lambda_that_returns_a_union(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.number_or_text(x)), Deferred[int | str])


def a_lambda_that_returns_its_argument_or_none(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: x if x else None), Deferred[int | None])


def a_lambda_that_returns_an_object_or_none(user: Deferred[User]) -> None:
    assert_type(user.addCallback(lambda u: u if u.id else None), Deferred[User | None])


def a_lambda_with_or(s: Deferred[str]) -> None:
    assert_type(s.addCallback(lambda s: s or "default"), Deferred[str])


# Values that are unions already.


def an_optional_value_is_narrowed(user: Deferred[User | None]) -> None:
    assert_type(user.addCallback(lambda u: u.name if u else ""), Deferred[str])


def an_optional_value_is_passed_on(user: Deferred[User | None]) -> None:
    assert_type(user.addCallback(lambda u: u), Deferred[User | None])


def an_optional_value_stays_optional(user: Deferred[User | None]) -> None:
    assert_type(user.addCallback(lambda u: u.name if u else None), Deferred[str | None])


def a_union_value_is_passed_on(either: Deferred[int | str]) -> None:
    assert_type(either.addCallback(lambda v: v), Deferred[int | str])


def a_union_value_is_narrowed(either: Deferred[int | str]) -> None:
    assert_type(either.addCallback(lambda v: v + 1 if isinstance(v, int) else len(v)), Deferred[int])


# A value, or something to wait for.


def a_value_or_a_promise_of_it(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.cached), Deferred[str])


def a_lambda_around_a_value_or_a_promise_of_it(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.cached(x)), Deferred[str])


def a_conditional_lambda(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.fetch(x) if x else "none"), Deferred[str])


def a_conditional_lambda_the_other_way_round(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: "none" if x else world.fetch(x)), Deferred[str])


def a_value_or_a_promise_of_another_type(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.number_or_fetched), Deferred[int | str])


def a_promise_or_none(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.found), Deferred[str | None])


def a_conditional_promise_or_none(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.fetch(x) if x else None), Deferred[str | None])


# Two things to wait for.


def one_promise_or_another(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.either), Deferred[int | str])


def a_conditional_of_two_promises(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.fetch_number(x) if x else world.fetch(x)), Deferred[int | str])


def a_conditional_of_two_promises_of_one_type(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.fetch(x) if x else world.fetch(0)), Deferred[str])
