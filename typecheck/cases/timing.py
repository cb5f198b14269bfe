"""`delay` and `timeout`: later, or not too late, the same value."""

from typing import assert_type

from typedpromise import Promise, PromiseTimeoutError

from .. import world
from ..world import User


def delay(n: Promise[int]) -> None:
    assert_type(n.delay(0), Promise[int])


def delay_by_a_fraction(n: Promise[int]) -> None:
    assert_type(n.delay(0.001), Promise[int])


def delay_an_optional_value(user: Promise[User | None]) -> None:
    assert_type(user.delay(0), Promise[User | None])


def delay_and_a_lambda(n: Promise[int]) -> None:
    assert_type(n.delay(0).then(lambda x: [x]), Promise[list[int]])


def delay_nothing(_: int) -> None:
    assert_type(Promise.resolve().delay(0), Promise[None])


def delay_inside_a_handler(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.fetch(x).delay(0)), Promise[str])


def timeout(n: Promise[int]) -> None:
    assert_type(n.timeout(1), Promise[int])


def timeout_by_a_fraction(n: Promise[int]) -> None:
    assert_type(n.timeout(0.5), Promise[int])


def timeout_of_a_union(either: Promise[int | str]) -> None:
    assert_type(either.timeout(1), Promise[int | str])


def timeout_that_is_caught(n: Promise[int]) -> None:
    assert_type(n.timeout(1).catch(PromiseTimeoutError, lambda e: None), Promise[int | None])


def timeout_that_is_caught_by_the_standard_class(n: Promise[int]) -> None:
    assert_type(n.timeout(1).catch(TimeoutError, lambda e: str(e)), Promise[int | str])


async def timeout_and_await(n: Promise[int]) -> None:
    assert_type(await n.timeout(1), int)


def a_subclass_is_delayed(traced: world.Traced[int]) -> None:
    assert_type(traced.delay(0), Promise[int])


def a_subclass_is_timed_out(traced: world.Traced[int]) -> None:
    assert_type(traced.timeout(1), Promise[int])
