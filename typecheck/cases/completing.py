"""`Promise.as_completed`: an iterator, plain and asynchronous, of promises in the order in which they settle."""

from collections.abc import AsyncIterator, Iterable
from typing import assert_type

from typedpromise import Completions, Promise

from .. import world
from ..world import User

# One by one.


def as_completed_of_one(n: Promise[int]) -> None:
    assert_type(Promise.as_completed(n), Completions[int])


def as_completed_of_two(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.as_completed(n, s), Completions[int | str])


def as_completed_of_three(n: Promise[int], s: Promise[str], b: Promise[bytes]) -> None:
    assert_type(Promise.as_completed(n, s, b), Completions[int | str | bytes])


def as_completed_of_four(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float]) -> None:
    assert_type(Promise.as_completed(n, s, b, f), Completions[int | str | bytes | float])


def as_completed_of_five(
    n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]
) -> None:
    assert_type(Promise.as_completed(n, s, b, f, user), Completions[int | str | bytes | float | User])


def as_completed_of_six(
    n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]
) -> None:
    assert_type(Promise.as_completed(n, s, b, f, user, n), Completions[int | str | bytes | float | User])


def as_completed_of_seven(
    n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]
) -> None:
    assert_type(Promise.as_completed(n, s, b, f, user, n, s), Completions[int | str | bytes | float | User])


def as_completed_of_eight(
    n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]
) -> None:
    assert_type(Promise.as_completed(n, s, b, f, user, n, s, b), Completions[int | str | bytes | float | User])


def as_completed_of_nine(
    n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]
) -> None:
    assert_type(Promise.as_completed(n, s, b, f, user, n, s, b, f), Completions[int | str | bytes | float | User])


def as_completed_of_ten(
    n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]
) -> None:
    assert_type(Promise.as_completed(n, s, b, f, user, n, s, b, f, user), Completions[int | str | bytes | float | User])


def as_completed_of_twelve_of_one_type(n: Promise[int]) -> None:
    assert_type(Promise.as_completed(n, n, n, n, n, n, n, n, n, n, n, n), Completions[int])


def as_completed_of_an_unpacked_list(promises: list[Promise[int]]) -> None:
    assert_type(Promise.as_completed(*promises), Completions[int])


def as_completed_of_a_promise_and_a_coroutine(n: Promise[int]) -> None:
    assert_type(Promise.as_completed(n, world.fetch_soon(1)), Completions[int | str])


def as_completed_of_two_chains_of_lambdas(n: Promise[int]) -> None:
    assert_type(Promise.as_completed(n.then(lambda x: [x]), n.then(lambda x: str(x))), Completions[list[int] | str])


# A tuple, and any other iterable.


def as_completed_of_a_tuple_of_one(n: Promise[int]) -> None:
    assert_type(Promise.as_completed((n,)), Completions[int])


def as_completed_of_a_tuple_of_two(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.as_completed((n, s)), Completions[int | str])


def as_completed_of_a_tuple_of_three(n: Promise[int], s: Promise[str], b: Promise[bytes]) -> None:
    assert_type(Promise.as_completed((n, s, b)), Completions[int | str | bytes])


def as_completed_of_a_tuple_of_four(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float]) -> None:
    assert_type(Promise.as_completed((n, s, b, f)), Completions[int | str | bytes | float])


def as_completed_of_a_tuple_of_five(
    n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]
) -> None:
    assert_type(Promise.as_completed((n, s, b, f, user)), Completions[int | str | bytes | float | User])


def as_completed_of_a_list(n: Promise[int]) -> None:
    assert_type(Promise.as_completed([n, n]), Completions[int])


def as_completed_of_a_list_of_two_types(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.as_completed([n, s]), Completions[int | str])


def as_completed_of_a_list_of_values_and_promises(values: list[int | Promise[int]]) -> None:
    assert_type(Promise.as_completed(values), Completions[int])


def as_completed_of_a_generator(_: int) -> None:
    assert_type(Promise.as_completed(world.fetch(i) for i in range(3)), Completions[str])


def as_completed_of_an_iterable(promises: Iterable[Promise[int]]) -> None:
    assert_type(Promise.as_completed(promises), Completions[int])


# What it gives.


async def async_for_gives_promises(n: Promise[int]) -> None:
    async for promise in Promise.as_completed(n, n):
        assert_type(promise, Promise[int])


async def async_for_over_two_types(n: Promise[int], s: Promise[str]) -> None:
    async for promise in Promise.as_completed(n, s):
        assert_type(await promise, int | str)


async def an_async_comprehension(promises: list[Promise[int]]) -> None:
    assert_type([await promise async for promise in Promise.as_completed(promises)], list[int])


async def the_next_one(n: Promise[int]) -> None:
    assert_type(await anext(Promise.as_completed([n])), Promise[int])


async def it_is_an_asynchronous_iterator(found: Completions[int]) -> None:
    soon: AsyncIterator[Promise[int]] = found
    assert_type(await anext(soon), Promise[int])


def it_is_made_of_promises(n: Promise[int]) -> None:
    assert_type(Completions(n, n), Completions[int])
