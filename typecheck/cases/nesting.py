"""Handlers inside handlers: types reach the inner lambda, at every depth that people write."""

from typing import assert_type

from typedpromise import Promise

from .. import world
from ..world import AppError, User


def two_levels(n: Promise[int], s: Promise[str]) -> None:
    assert_type(n.then(lambda x: s.then(lambda t: t * x)), Promise[str])


def three_levels(n: Promise[int]) -> None:
    chain = n.then(lambda a: world.fetch(a).then(lambda b: world.fetch(len(b)).then(lambda c: (a, b, c))))
    assert_type(chain, Promise[tuple[int, str, str]])


def four_levels(n: Promise[int]) -> None:
    chain = n.then(lambda a: n.then(lambda b: n.then(lambda c: n.then(lambda d: a + b + c + d))))
    assert_type(chain, Promise[int])


def an_inner_value_of_the_outer_object(user: Promise[User]) -> None:
    assert_type(user.then(lambda u: u.avatar(2).then(lambda picture: (u.name, len(picture)))), Promise[tuple[str, int]])


def a_catch_inside(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x).catch(AppError, lambda e: e.code)), Promise[str])


def a_catch_that_adds_a_type_inside(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x).catch(lambda e: None)), Promise[str | None])


def a_finally_inside(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x).finally_(lambda: None)), Promise[str])


def a_combinator_inside(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: Promise.all(world.fetch(x), world.fetch_number(x))), Promise[tuple[str, int]])


def a_chain_in_an_error_handler(n: Promise[int]) -> None:
    assert_type(n.catch(lambda e: world.fetch(0).then(lambda s: s.encode())), Promise[int | bytes])


def a_chain_in_each_of_two_handlers(n: Promise[int]) -> None:
    chain = n.then(lambda x: world.fetch(x).then(len), lambda e: world.fetch(0).then(lambda s: [s]))
    assert_type(chain, Promise[int | list[str]])


def a_chain_on_what_the_handler_was_given(promises: Promise[list[int]]) -> None:
    chain = promises.then(lambda xs: Promise.all([world.fetch(x) for x in xs]).then(lambda texts: ", ".join(texts)))
    assert_type(chain, Promise[str])
