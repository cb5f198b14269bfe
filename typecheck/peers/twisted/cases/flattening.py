"""A handler that returns something to wait for: the new promise holds what that gives, not the thing itself."""

import functools
from typing import Any, Never, assert_type

from twisted.internet.defer import Deferred, fail, succeed

from .. import world
from ..world import User

# Promises.


def a_function_that_returns_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.fetch), Deferred[str])


def a_lambda_that_returns_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.fetch(x)), Deferred[str])


def a_lambda_that_returns_a_resolved_promise(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: succeed(x + 1)), Deferred[int])


def a_lambda_that_returns_a_chain(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.fetch(x).addCallback(len)), Deferred[int])


def a_lambda_that_ignores_its_argument(n: Deferred[int], other: Deferred[str]) -> None:
    assert_type(n.addCallback(lambda _: other), Deferred[str])


def a_lambda_that_returns_a_rejection(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda _: fail(ValueError())), Deferred[Never])


def a_bound_method_that_returns_a_promise(n: Deferred[int], user: User) -> None:
    assert_type(n.addCallback(user.avatar), Deferred[bytes])


def a_lambda_that_calls_such_a_method(user: Deferred[User]) -> None:
    assert_type(user.addCallback(lambda u: u.avatar(2)), Deferred[bytes])


def a_class_method_that_returns_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addCallback(User.load), Deferred[User])


def a_generic_function_that_returns_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.later), Deferred[int])


def an_overloaded_function_that_returns_promises(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.look_up), Deferred[str])


def the_same_by_its_second_form(s: Deferred[str]) -> None:
    assert_type(s.addCallback(world.look_up), Deferred[int])


def a_partial_that_returns_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addCallback(functools.partial(world.fetch_from, "base")), Deferred[str])


def a_promise_of_a_list(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: succeed([x])), Deferred[list[int]])


def a_function_inside_a_function_that_returns_a_promise(n: Deferred[int]) -> None:

    def doubled(x: int) -> Deferred[float]:
        return succeed(x * 2.0)

    assert_type(n.addCallback(doubled), Deferred[float])


# More than one level, and Any.


def a_promise_of_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.fetch_nested), Deferred[str])


def a_lambda_around_a_promise_of_a_promise(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.fetch_nested(x)), Deferred[str])


def a_promise_of_any(n: Deferred[int], anything: Deferred[Any]) -> None:
    assert_type(n.addCallback(lambda _: anything), Deferred[Any])
