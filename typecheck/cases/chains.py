"""Whole chains: the type at the end follows from every link."""

from pathlib import Path
from typing import assert_type

from typedpromise import Promise

from .. import world
from ..world import AppError, User


def of_plain_handlers(n: Promise[int]) -> None:
    chain = n.then(str).then(len).then(lambda x: x * 2.0).catch(lambda e: None).finally_(world.clean_up)
    assert_type(chain, Promise[float | None])


def of_lambdas_only(user: Promise[User]) -> None:
    assert_type(user.then(lambda u: u.name).then(lambda s: s.encode()).then(lambda b: b[0]), Promise[int])


def that_flattens_at_every_link(n: Promise[int]) -> None:
    chain = n.then(world.fetch).then(lambda s: world.fetch_soon(len(s))).then(lambda s: world.fetch(len(s))).then(Path)
    assert_type(chain, Promise[Path])


def with_a_catch_in_the_middle(n: Promise[int]) -> None:
    assert_type(n.then(str).catch(AppError, lambda e: e.code).then(lambda s: s.upper()), Promise[str])


def with_a_narrowing_handler_after_a_catch(n: Promise[int]) -> None:
    assert_type(n.catch(lambda e: None).then(lambda x: x + 1 if x is not None else 0), Promise[int])


def with_both_handlers_in_the_middle(n: Promise[int]) -> None:
    assert_type(n.then(str, lambda e: "failed").then(len), Promise[int])


def with_finally_in_the_middle(n: Promise[int]) -> None:
    assert_type(n.then(str).finally_(lambda: None).then(len), Promise[int])


def with_an_empty_then_in_the_middle(n: Promise[int]) -> None:
    assert_type(n.then(str).then().then(len), Promise[int])


def from_a_combinator(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all(n, s).then(lambda both: both[1] * both[0]), Promise[str])


def from_an_executor(_: int) -> None:
    assert_type(Promise(world.start).then(str).then(len), Promise[int])


def from_a_resolved_value(_: int) -> None:
    assert_type(Promise.resolve("a.txt").then(Path).then(lambda p: p.suffix), Promise[str])


def from_try(_: int) -> None:
    assert_type(Promise.try_(world.read, 2).then(len), Promise[int])


def of_ten_links(n: Promise[int]) -> None:
    chain = (
        n.then(lambda x: x + 1)
        .then(lambda x: x + 1)
        .then(lambda x: x + 1)
        .then(lambda x: str(x))
        .then(lambda s: s + "!")
        .then(lambda s: [s])
        .then(lambda xs: xs * 2)
        .then(lambda xs: {x: len(x) for x in xs})
        .then(lambda sizes: sizes.items())
        .then(lambda items: sorted(items))
    )
    assert_type(chain, Promise[list[tuple[str, int]]])


def in_a_comprehension(promises: list[Promise[int]]) -> None:
    assert_type([p.then(str) for p in promises], list[Promise[str]])


def in_a_loop(promises: list[Promise[int]]) -> None:
    for p in promises:
        assert_type(p.then(lambda x: [x]), Promise[list[int]])


def through_a_function_of_the_user(n: Promise[int]) -> None:
    def described(p: Promise[int]) -> Promise[str]:
        return p.then(lambda x: f"it is {x}")

    assert_type(described(n).then(len), Promise[int])


def through_a_generic_function_of_the_user(n: Promise[int]) -> None:
    def boxed(p: Promise[world.X]) -> Promise[world.Box[world.X]]:
        return p.then(lambda x: world.Box(x))

    assert_type(boxed(n).then(lambda box: box.value), Promise[int])
