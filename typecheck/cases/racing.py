"""`Promise.any` and `Promise.race`: one of the values, so the union of their types."""

from collections.abc import Iterable
from typing import assert_type

from typedpromise import Promise

from .. import world
from ..world import User

# any, one by one.


def any_of_one(n: Promise[int]) -> None:
    assert_type(Promise.any(n), Promise[int])


def any_of_two(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.any(n, s), Promise[int | str])


def any_of_three(n: Promise[int], s: Promise[str], b: Promise[bytes]) -> None:
    assert_type(Promise.any(n, s, b), Promise[int | str | bytes])


def any_of_four(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float]) -> None:
    assert_type(Promise.any(n, s, b, f), Promise[int | str | bytes | float])


def any_of_five(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.any(n, s, b, f, user), Promise[int | str | bytes | float | User])


def any_of_six(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.any(n, s, b, f, user, n), Promise[int | str | bytes | float | User])


def any_of_seven(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.any(n, s, b, f, user, n, s), Promise[int | str | bytes | float | User])


def any_of_eight(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.any(n, s, b, f, user, n, s, b), Promise[int | str | bytes | float | User])


def any_of_nine(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.any(n, s, b, f, user, n, s, b, f), Promise[int | str | bytes | float | User])


def any_of_ten(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.any(n, s, b, f, user, n, s, b, f, user), Promise[int | str | bytes | float | User])


def any_of_twelve_of_one_type(n: Promise[int]) -> None:
    assert_type(Promise.any(n, n, n, n, n, n, n, n, n, n, n, n), Promise[int])


def any_of_an_unpacked_list(promises: list[Promise[int]]) -> None:
    assert_type(Promise.any(*promises), Promise[int])


def any_of_a_promise_and_a_coroutine(n: Promise[int]) -> None:
    assert_type(Promise.any(n, world.fetch_soon(1)), Promise[int | str])


def any_of_a_promise_and_a_future_of_an_executor(n: Promise[int]) -> None:
    assert_type(Promise.any(n, world.pooled(1)), Promise[int | str])


def any_of_two_of_one_type(n: Promise[int]) -> None:
    assert_type(Promise.any(n, n), Promise[int])


def any_of_two_chains_of_lambdas(n: Promise[int]) -> None:
    assert_type(Promise.any(n.then(lambda x: [x]), n.then(lambda x: str(x))), Promise[list[int] | str])


def any_with_a_rejection(n: Promise[int]) -> None:
    assert_type(Promise.any(n, Promise.reject(ValueError())), Promise[int])


def any_and_a_handler(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.any(n, s).then(lambda value: repr(value)), Promise[str])


def any_of_an_optional_value(user: Promise[User | None], n: Promise[int]) -> None:
    assert_type(Promise.any(user, n), Promise[User | None | int])


async def any_and_await(n: Promise[int], s: Promise[str]) -> None:
    assert_type(await Promise.any(n, s), int | str)


# any, of a tuple and of any other iterable.


def any_of_a_tuple_of_one(n: Promise[int]) -> None:
    assert_type(Promise.any((n,)), Promise[int])


def any_of_a_tuple_of_two(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.any((n, s)), Promise[int | str])


def any_of_a_tuple_of_three(n: Promise[int], s: Promise[str], b: Promise[bytes]) -> None:
    assert_type(Promise.any((n, s, b)), Promise[int | str | bytes])


def any_of_a_tuple_of_four(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float]) -> None:
    assert_type(Promise.any((n, s, b, f)), Promise[int | str | bytes | float])


def any_of_a_tuple_of_five(
    n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]
) -> None:
    assert_type(Promise.any((n, s, b, f, user)), Promise[int | str | bytes | float | User])


def any_of_a_tuple_of_any_length(promises: tuple[Promise[int], ...]) -> None:
    assert_type(Promise.any(promises), Promise[int])


def any_of_a_list(n: Promise[int]) -> None:
    assert_type(Promise.any([n, n]), Promise[int])


def any_of_a_list_in_a_variable(promises: list[Promise[int]]) -> None:
    assert_type(Promise.any(promises), Promise[int])


def any_of_a_list_of_two_types(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.any([n, s]), Promise[int | str])


def any_of_a_list_of_values_and_promises(values: list[int | Promise[int]]) -> None:
    assert_type(Promise.any(values), Promise[int])


def any_of_a_list_of_coroutines(_: int) -> None:
    assert_type(Promise.any([world.fetch_soon(1), world.fetch_soon(2)]), Promise[str])


def any_of_a_generator(_: int) -> None:
    assert_type(Promise.any(world.fetch(i) for i in range(3)), Promise[str])


def any_of_an_iterable(promises: Iterable[Promise[int]]) -> None:
    assert_type(Promise.any(promises), Promise[int])


# race, one by one.


def race_of_one(n: Promise[int]) -> None:
    assert_type(Promise.race(n), Promise[int])


def race_of_two(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.race(n, s), Promise[int | str])


def race_of_three(n: Promise[int], s: Promise[str], b: Promise[bytes]) -> None:
    assert_type(Promise.race(n, s, b), Promise[int | str | bytes])


def race_of_four(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float]) -> None:
    assert_type(Promise.race(n, s, b, f), Promise[int | str | bytes | float])


def race_of_five(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.race(n, s, b, f, user), Promise[int | str | bytes | float | User])


def race_of_six(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.race(n, s, b, f, user, n), Promise[int | str | bytes | float | User])


def race_of_seven(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.race(n, s, b, f, user, n, s), Promise[int | str | bytes | float | User])


def race_of_eight(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.race(n, s, b, f, user, n, s, b), Promise[int | str | bytes | float | User])


def race_of_nine(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.race(n, s, b, f, user, n, s, b, f), Promise[int | str | bytes | float | User])


def race_of_ten(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]) -> None:
    assert_type(Promise.race(n, s, b, f, user, n, s, b, f, user), Promise[int | str | bytes | float | User])


def race_of_twelve_of_one_type(n: Promise[int]) -> None:
    assert_type(Promise.race(n, n, n, n, n, n, n, n, n, n, n, n), Promise[int])


def race_of_an_unpacked_list(promises: list[Promise[int]]) -> None:
    assert_type(Promise.race(*promises), Promise[int])


def race_of_a_promise_and_a_coroutine(n: Promise[int]) -> None:
    assert_type(Promise.race(n, world.fetch_soon(1)), Promise[int | str])


def race_of_a_promise_and_a_future_of_an_executor(n: Promise[int]) -> None:
    assert_type(Promise.race(n, world.pooled(1)), Promise[int | str])


def race_of_two_of_one_type(n: Promise[int]) -> None:
    assert_type(Promise.race(n, n), Promise[int])


def race_of_two_chains_of_lambdas(n: Promise[int]) -> None:
    assert_type(Promise.race(n.then(lambda x: [x]), n.then(lambda x: str(x))), Promise[list[int] | str])


def race_with_a_rejection(n: Promise[int]) -> None:
    assert_type(Promise.race(n, Promise.reject(ValueError())), Promise[int])


def race_and_a_handler(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.race(n, s).then(lambda value: repr(value)), Promise[str])


def race_of_an_optional_value(user: Promise[User | None], n: Promise[int]) -> None:
    assert_type(Promise.race(user, n), Promise[User | None | int])


async def race_and_await(n: Promise[int], s: Promise[str]) -> None:
    assert_type(await Promise.race(n, s), int | str)


# race, of a tuple and of any other iterable.


def race_of_a_tuple_of_one(n: Promise[int]) -> None:
    assert_type(Promise.race((n,)), Promise[int])


def race_of_a_tuple_of_two(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.race((n, s)), Promise[int | str])


def race_of_a_tuple_of_three(n: Promise[int], s: Promise[str], b: Promise[bytes]) -> None:
    assert_type(Promise.race((n, s, b)), Promise[int | str | bytes])


def race_of_a_tuple_of_four(n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float]) -> None:
    assert_type(Promise.race((n, s, b, f)), Promise[int | str | bytes | float])


def race_of_a_tuple_of_five(
    n: Promise[int], s: Promise[str], b: Promise[bytes], f: Promise[float], user: Promise[User]
) -> None:
    assert_type(Promise.race((n, s, b, f, user)), Promise[int | str | bytes | float | User])


def race_of_a_tuple_of_any_length(promises: tuple[Promise[int], ...]) -> None:
    assert_type(Promise.race(promises), Promise[int])


def race_of_a_list(n: Promise[int]) -> None:
    assert_type(Promise.race([n, n]), Promise[int])


def race_of_a_list_in_a_variable(promises: list[Promise[int]]) -> None:
    assert_type(Promise.race(promises), Promise[int])


def race_of_a_list_of_two_types(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.race([n, s]), Promise[int | str])


def race_of_a_list_of_values_and_promises(values: list[int | Promise[int]]) -> None:
    assert_type(Promise.race(values), Promise[int])


def race_of_a_list_of_coroutines(_: int) -> None:
    assert_type(Promise.race([world.fetch_soon(1), world.fetch_soon(2)]), Promise[str])


def race_of_a_generator(_: int) -> None:
    assert_type(Promise.race(world.fetch(i) for i in range(3)), Promise[str])


def race_of_an_iterable(promises: Iterable[Promise[int]]) -> None:
    assert_type(Promise.race(promises), Promise[int])
