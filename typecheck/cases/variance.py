"""A promise is read, never written: `Promise[Admin]` is a `Promise[User]`. A writer is neither."""

from collections.abc import Awaitable, Callable, Sequence
from typing import assert_type

from typedpromise import Promise, Resolvers

from .. import world
from ..world import Admin, User

# Accepted.


def a_promise_of_a_subclass(admin: Promise[Admin]) -> None:
    def widened(p: Promise[Admin]) -> Promise[User]:
        return p

    assert_type(widened(admin), Promise[User])


def a_promise_of_an_int_is_one_of_a_float(n: Promise[int]) -> None:
    def widened(p: Promise[int]) -> Promise[float]:
        return p

    assert_type(widened(n), Promise[float])


def a_promise_of_part_of_a_union(n: Promise[int]) -> None:
    def widened(p: Promise[int]) -> Promise[int | None]:
        return p

    assert_type(widened(n), Promise[int | None])


def a_promise_of_anything(n: Promise[int]) -> None:
    def widened(p: Promise[int]) -> Promise[object]:
        return p

    assert_type(widened(n), Promise[object])


def a_promise_is_an_awaitable(n: Promise[int]) -> None:
    def widened(p: Promise[int]) -> Awaitable[float]:
        return p

    assert_type(Promise.resolve(widened(n)), Promise[float])


def a_list_of_promises_as_a_sequence(admins: list[Promise[Admin]]) -> None:
    def users(promises: Sequence[Promise[User]]) -> Promise[list[User]]:
        return Promise.all(promises)

    assert_type(users(admins), Promise[list[User]])


def a_subclass_of_promise(traced: world.Traced[Admin]) -> None:
    def widened(p: world.Traced[Admin]) -> Promise[User]:
        return p

    assert_type(widened(traced), Promise[User])


def a_handler_of_a_wider_type(admin: Promise[Admin]) -> None:
    def name_of(user: User) -> str:
        return user.name

    assert_type(admin.then(name_of), Promise[str])


def a_function_that_returns_a_promise_of_a_subclass(admin: Promise[Admin]) -> None:
    def load() -> Promise[Admin]:
        return admin

    def called(loader: Callable[[], Promise[User]]) -> Promise[User]:
        return loader()

    assert_type(called(load), Promise[User])


# What is declared guides what is inferred.


def a_declared_type_reaches_the_handler(n: Promise[int]) -> None:
    p: Promise[list[float]] = n.then(lambda x: [x])
    assert_type(p, Promise[list[float]])


def a_declared_union_takes_one_member(n: Promise[int]) -> None:
    def wide(n: Promise[int]) -> Promise[int | str]:
        return n.then(lambda x: world.fetch(x))

    assert_type(wide(n), Promise[int | str])


def a_declared_optional_takes_a_value(n: Promise[int]) -> None:
    def wide(n: Promise[int]) -> Promise[str | None]:
        return n.then(str)

    assert_type(wide(n), Promise[str | None])


def a_declared_return_type_reaches_the_handler(n: Promise[int]) -> None:
    def boxes(n: Promise[int]) -> Promise[list[int | None]]:
        return n.then(lambda x: [x, None])

    assert_type(boxes(n), Promise[list[int | None]])


def an_argument_guides_the_handler(n: Promise[int]) -> None:
    def first(p: Promise[Sequence[float]]) -> Promise[float]:
        return p.then(lambda xs: xs[0])

    assert_type(first(n.then(lambda x: [x])), Promise[float])


def an_empty_list_takes_the_declared_type(n: Promise[int]) -> None:
    p: Promise[list[str]] = n.then(lambda _: [])
    assert_type(p, Promise[list[str]])


# Refused.


def a_promise_of_a_superclass(user: Promise[User]) -> None:
    p: Promise[Admin] = user  # E[assignment]


def a_promise_of_another_type(n: Promise[int]) -> None:
    p: Promise[str] = n  # E[assignment]


def resolvers_of_a_subclass(admins: Resolvers[Admin]) -> None:
    r: Resolvers[User] = admins  # E[assignment]


def resolvers_of_a_superclass(users: Resolvers[User]) -> None:
    r: Resolvers[Admin] = users  # E[assignment]


def a_list_of_promises_of_a_subclass(admins: list[Promise[Admin]]) -> None:
    users: list[Promise[User]] = admins  # E[assignment]


def a_chain_of_another_type_than_declared(n: Promise[int]) -> None:
    p: Promise[int] = n.then(world.fetch)  # E[arg-type]


def a_returned_chain_of_another_type(n: Promise[int]) -> None:
    def text(n: Promise[int]) -> Promise[str]:
        return n.then(lambda x: x + 1)  # E[arg-type, return-value]
