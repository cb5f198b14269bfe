"""A promise is read, never written: `Promise[Admin]` is a `Promise[User]`. A writer is neither."""

from collections.abc import Awaitable, Sequence
from typing import assert_type

from twisted.internet.defer import Deferred

from .. import world
from ..world import Admin, User

# Accepted.


def a_promise_is_an_awaitable(n: Deferred[int]) -> None:
    def widened(p: Deferred[int]) -> Awaitable[float]:
        return p

    assert_type(widened(n), Awaitable[float])


def a_handler_of_a_wider_type(admin: Deferred[Admin]) -> None:

    def name_of(user: User) -> str:
        return user.name

    assert_type(admin.addCallback(name_of), Deferred[str])


# What is declared guides what is inferred.


def a_declared_type_reaches_the_handler(n: Deferred[int]) -> None:
    p: Deferred[list[float]] = n.addCallback(lambda x: [x])
    assert_type(p, Deferred[list[float]])


def a_declared_union_takes_one_member(n: Deferred[int]) -> None:

    def wide(n: Deferred[int]) -> Deferred[int | str]:
        return n.addCallback(lambda x: world.fetch(x))

    assert_type(wide(n), Deferred[int | str])


def a_declared_optional_takes_a_value(n: Deferred[int]) -> None:

    def wide(n: Deferred[int]) -> Deferred[str | None]:
        return n.addCallback(str)

    assert_type(wide(n), Deferred[str | None])


def a_declared_return_type_reaches_the_handler(n: Deferred[int]) -> None:

    def boxes(n: Deferred[int]) -> Deferred[list[int | None]]:
        return n.addCallback(lambda x: [x, None])

    assert_type(boxes(n), Deferred[list[int | None]])


def an_argument_guides_the_handler(n: Deferred[int]) -> None:

    def first(p: Deferred[Sequence[float]]) -> Deferred[float]:
        return p.addCallback(lambda xs: xs[0])

    assert_type(first(n.addCallback(lambda x: [x])), Deferred[float])


def an_empty_list_takes_the_declared_type(n: Deferred[int]) -> None:
    p: Deferred[list[str]] = n.addCallback(lambda _: [])
    assert_type(p, Deferred[list[str]])


# Refused.


def a_promise_of_a_superclass(user: Deferred[User]) -> None:
    p: Deferred[Admin] = user  # E[error]


def a_promise_of_another_type(n: Deferred[int]) -> None:
    p: Deferred[str] = n  # E[error]


def a_list_of_promises_of_a_subclass(admins: list[Deferred[Admin]]) -> None:
    users: list[Deferred[User]] = admins  # E[error]


def a_chain_of_another_type_than_declared(n: Deferred[int]) -> None:
    p: Deferred[int] = n.addCallback(world.fetch)  # E[error]


def a_returned_chain_of_another_type(n: Deferred[int]) -> None:

    def text(n: Deferred[int]) -> Deferred[str]:
        return n.addCallback(lambda x: x + 1)  # E[error]


def resolvers_of_a_subclass(admins: Deferred[Admin]) -> None:
    r: Deferred[User] = admins  # E[error]


def resolvers_of_a_superclass(users: Deferred[User]) -> None:
    r: Deferred[Admin] = users  # E[error]
