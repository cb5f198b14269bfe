"""Whole chains: the type at the end follows from every link."""

from pathlib import Path
from typing import assert_type

from twisted.internet.defer import Deferred, maybeDeferred, succeed

from .. import world
from ..world import User


def of_lambdas_only(user: Deferred[User]) -> None:
    assert_type(
        user.addCallback(lambda u: u.name).addCallback(lambda s: s.encode()).addCallback(lambda b: b[0]), Deferred[int]
    )


def that_flattens_at_every_link(n: Deferred[int]) -> None:
    chain = n.addCallback(world.fetch).addCallback(lambda s: world.fetch(len(s))).addCallback(Path)
    assert_type(chain, Deferred[Path])


def with_a_narrowing_handler_after_a_catch(n: Deferred[int]) -> None:
    assert_type(n.addErrback(lambda e: None).addCallback(lambda x: x + 1 if x is not None else 0), Deferred[int])


def with_both_handlers_in_the_middle(n: Deferred[int]) -> None:
    assert_type(n.addCallbacks(str, lambda e: "failed").addCallback(len), Deferred[int])


def from_a_resolved_value(_: int) -> None:
    assert_type(succeed("a.txt").addCallback(Path).addCallback(lambda p: p.suffix), Deferred[str])


def from_try(_: int) -> None:
    assert_type(maybeDeferred(world.read, 2).addCallback(len), Deferred[int])


def of_ten_links(n: Deferred[int]) -> None:
    chain = (
        n.addCallback(lambda x: x + 1)
        .addCallback(lambda x: x + 1)
        .addCallback(lambda x: x + 1)
        .addCallback(lambda x: str(x))
        .addCallback(lambda s: s + "!")
        .addCallback(lambda s: [s])
        .addCallback(lambda xs: xs * 2)
        .addCallback(lambda xs: {x: len(x) for x in xs})
        .addCallback(lambda sizes: sizes.items())
        .addCallback(lambda items: sorted(items))
    )
    assert_type(chain, Deferred[list[tuple[str, int]]])


def in_a_comprehension(promises: list[Deferred[int]]) -> None:
    assert_type([p.addCallback(str) for p in promises], list[Deferred[str]])


def in_a_loop(promises: list[Deferred[int]]) -> None:
    for p in promises:
        assert_type(p.addCallback(lambda x: [x]), Deferred[list[int]])


def through_a_function_of_the_user(n: Deferred[int]) -> None:

    def described(p: Deferred[int]) -> Deferred[str]:
        return p.addCallback(lambda x: f"it is {x}")

    assert_type(described(n).addCallback(len), Deferred[int])


def through_a_generic_function_of_the_user(n: Deferred[int]) -> None:

    def boxed(p: Deferred[world.X]) -> Deferred[world.Box[world.X]]:
        return p.addCallback(lambda x: world.Box(x))

    assert_type(boxed(n).addCallback(lambda box: box.value), Deferred[int])
