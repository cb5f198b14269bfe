"""`Promise.all`: a tuple for promises given one by one or in a tuple, a list for any other iterable."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Never, assert_type

from typedpromise import Promise

from .. import world
from ..world import User

# One by one.


def one_promise(n: Promise[int]) -> None:
    assert_type(Promise.all(n), Promise[tuple[int]])


def one_coroutine(_: int) -> None:
    assert_type(Promise.all(world.fetch_soon(1)), Promise[tuple[str]])


def two_promises(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all(n, s), Promise[tuple[int, str]])


def three_promises(n: Promise[int], s: Promise[str], b: Promise[bytes]) -> None:
    assert_type(Promise.all(n, s, b), Promise[tuple[int, str, bytes]])


def four_promises(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all(n, s, n, s), Promise[tuple[int, str, int, str]])


def five_promises(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all(n, s, n, s, n), Promise[tuple[int, str, int, str, int]])


def six_promises(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all(n, s, n, s, n, s), Promise[tuple[int, str, int, str, int, str]])


def seven_promises(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all(n, s, n, s, n, s, n), Promise[tuple[int, str, int, str, int, str, int]])


def eight_promises(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all(n, s, n, s, n, s, n, s), Promise[tuple[int, str, int, str, int, str, int, str]])


def nine_promises(n: Promise[int], s: Promise[str]) -> None:
    nine = Promise.all(n, s, n, s, n, s, n, s, n)
    assert_type(nine, Promise[tuple[int, str, int, str, int, str, int, str, int]])


def ten_promises(n: Promise[int], s: Promise[str]) -> None:
    both = Promise.all(n, s, n, s, n, s, n, s, n, s)
    assert_type(both, Promise[tuple[int, str, int, str, int, str, int, str, int, str]])


def twelve_promises_of_one_type(n: Promise[int]) -> None:
    twelve = Promise.all(n, n, n, n, n, n, n, n, n, n, n, n)
    assert_type(twelve, Promise[tuple[int, int, int, int, int, int, int, int, int, int, int, int]])


def a_promise_and_a_coroutine(n: Promise[int]) -> None:
    assert_type(Promise.all(n, world.fetch_soon(1)), Promise[tuple[int, str]])


def a_promise_and_a_future_of_an_executor(n: Promise[int]) -> None:
    assert_type(Promise.all(n, world.pooled(1)), Promise[tuple[int, str]])


def two_chains_of_lambdas(n: Promise[int]) -> None:
    assert_type(Promise.all(n.then(lambda x: [x]), n.then(lambda x: str(x))), Promise[tuple[list[int], str]])


def an_unpacked_list(promises: list[Promise[int]]) -> None:
    assert_type(Promise.all(*promises), Promise[tuple[int, ...]])


def an_unpacked_tuple(pair: tuple[Promise[int], Promise[str]]) -> None:
    assert_type(Promise.all(*pair), Promise[tuple[int, str]])


def the_handler_gets_the_tuple(n: Promise[int]) -> None:
    assert_type(Promise.all(n, world.fetch_soon(1)).then(lambda both: both[1]), Promise[str])


def a_rejection_among_them(n: Promise[int]) -> None:
    assert_type(Promise.all(n, Promise.reject(ValueError())), Promise[tuple[int, Never]])


def a_value_of_type_any_among_them(n: Promise[int], anything: Any) -> None:
    assert_type(Promise.all(n, anything), Promise[tuple[int, Any]])


# A tuple.


def a_tuple_of_one(n: Promise[int]) -> None:
    assert_type(Promise.all((n,)), Promise[tuple[int]])


def a_tuple_of_two(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all((n, s)), Promise[tuple[int, str]])


def a_tuple_of_three(n: Promise[int], s: Promise[str], b: Promise[bytes]) -> None:
    assert_type(Promise.all((n, s, b)), Promise[tuple[int, str, bytes]])


def a_tuple_of_four(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all((n, s, n, s)), Promise[tuple[int, str, int, str]])


def a_tuple_of_five(n: Promise[int], s: Promise[str], b: Promise[bytes], user: Promise[User]) -> None:
    assert_type(Promise.all((n, s, b, user, n)), Promise[tuple[int, str, bytes, User, int]])


def a_tuple_of_twelve(n: Promise[int], s: Promise[str]) -> None:
    twelve = Promise.all((n, s, n, s, n, s, n, s, n, s, n, s))
    assert_type(twelve, Promise[tuple[int, str, int, str, int, str, int, str, int, str, int, str]])


def a_tuple_of_twelve_of_one_type(n: Promise[int]) -> None:
    twelve = Promise.all((n, n, n, n, n, n, n, n, n, n, n, n))
    assert_type(twelve, Promise[tuple[int, int, int, int, int, int, int, int, int, int, int, int]])


def a_tuple_with_a_plain_value(n: Promise[int], user: User) -> None:
    assert_type(Promise.all((n, user, world.fetch_soon(1))), Promise[tuple[int, User, str]])


def a_tuple_of_any_length(promises: tuple[Promise[int], ...]) -> None:
    assert_type(Promise.all(promises), Promise[tuple[int, ...]])


def a_tuple_of_any_length_of_two_types(promises: tuple[Promise[int] | Promise[str], ...]) -> None:
    assert_type(Promise.all(promises), Promise[tuple[int | str, ...]])


def a_tuple_of_any_length_of_values_and_promises(values: tuple[int | Promise[int], ...]) -> None:
    assert_type(Promise.all(values), Promise[tuple[int, ...]])


def a_tuple_and_a_handler(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all((n, s)).then(lambda both: both[1]), Promise[str])


def a_tuple_that_a_handler_unpacks(n: Promise[int], s: Promise[str]) -> None:
    def joined(both: tuple[int, str]) -> str:
        number, text = both
        return text * number

    assert_type(Promise.all((n, s)).then(joined), Promise[str])


# Any other iterable.


def a_list(n: Promise[int]) -> None:
    assert_type(Promise.all([n, n]), Promise[list[int]])


def a_list_in_a_variable(promises: list[Promise[int]]) -> None:
    assert_type(Promise.all(promises), Promise[list[int]])


def a_list_of_two_types(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all([n, s]), Promise[list[int | str]])


def a_list_declared_with_two_types(promises: list[Promise[int] | Promise[str]]) -> None:
    assert_type(Promise.all(promises), Promise[list[int | str]])


def a_list_of_promises_and_coroutines(_: int) -> None:
    assert_type(Promise.all([world.fetch(1), world.fetch_soon(2)]), Promise[list[str]])


def a_list_of_values_and_promises(values: list[int | Promise[int]]) -> None:
    assert_type(Promise.all(values), Promise[list[int]])


def a_list_of_plain_values(_: int) -> None:
    assert_type(Promise.all([1, 2]), Promise[list[int]])


def a_list_of_futures_of_an_executor(_: int) -> None:
    assert_type(Promise.all([world.pooled(1), world.pooled(2)]), Promise[list[str]])


def a_list_of_chains(n: Promise[int]) -> None:
    assert_type(Promise.all([n.then(lambda x: str(x)), n.then(str)]), Promise[list[str]])


def a_set(n: Promise[int]) -> None:
    assert_type(Promise.all({n}), Promise[list[int]])


def a_generator(_: int) -> None:
    assert_type(Promise.all(world.fetch(i) for i in range(3)), Promise[list[str]])


def a_comprehension(_: int) -> None:
    assert_type(Promise.all([world.fetch(i) for i in range(3)]), Promise[list[str]])


def a_map(_: int) -> None:
    assert_type(Promise.all(map(world.fetch, [1, 2])), Promise[list[str]])


def an_iterable(promises: Iterable[Promise[int]]) -> None:
    assert_type(Promise.all(promises), Promise[list[int]])


def an_iterator(promises: Iterator[Promise[int]]) -> None:
    assert_type(Promise.all(promises), Promise[list[int]])


def a_sequence_of_a_subclass(promises: Sequence[world.Traced[int]]) -> None:
    assert_type(Promise.all(promises), Promise[list[int]])


def the_values_of_a_dict(by_name: dict[str, Promise[int]]) -> None:
    assert_type(Promise.all(by_name.values()), Promise[list[int]])


def a_list_of_optional_values(promises: list[Promise[User | None]]) -> None:
    assert_type(Promise.all(promises), Promise[list[User | None]])
