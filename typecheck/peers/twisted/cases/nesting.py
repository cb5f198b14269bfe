"""Handlers inside handlers: types reach the inner lambda, at every depth that people write."""

from typing import assert_type

from twisted.internet.defer import Deferred, gatherResults

from .. import world
from ..world import User


def two_levels(n: Deferred[int], s: Deferred[str]) -> None:
    assert_type(n.addCallback(lambda x: s.addCallback(lambda t: t * x)), Deferred[str])


def three_levels(n: Deferred[int]) -> None:
    chain = n.addCallback(
        lambda a: world.fetch(a).addCallback(lambda b: world.fetch(len(b)).addCallback(lambda c: (a, b, c)))
    )
    assert_type(chain, Deferred[tuple[int, str, str]])


def an_inner_value_of_the_outer_object(user: Deferred[User]) -> None:
    assert_type(
        user.addCallback(lambda u: u.avatar(2).addCallback(lambda picture: (u.name, len(picture)))),
        Deferred[tuple[str, int]],
    )


def a_catch_that_adds_a_type_inside(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.fetch(x).addErrback(lambda e: None)), Deferred[str | None])


def a_chain_in_an_error_handler(n: Deferred[int]) -> None:
    assert_type(n.addErrback(lambda e: world.fetch(0).addCallback(lambda s: s.encode())), Deferred[int | bytes])


def a_chain_in_each_of_two_handlers(n: Deferred[int]) -> None:
    chain = n.addCallbacks(
        lambda x: world.fetch(x).addCallback(len), lambda e: world.fetch(0).addCallback(lambda s: [s])
    )
    assert_type(chain, Deferred[int | list[str]])


def a_chain_on_what_the_handler_was_given(promises: Deferred[list[int]]) -> None:
    chain = promises.addCallback(
        lambda xs: gatherResults([world.fetch(x) for x in xs]).addCallback(lambda texts: ", ".join(texts))
    )
    assert_type(chain, Deferred[str])
