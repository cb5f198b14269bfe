"""`all` gives a list for every collection; `for_dict` gives a dict of the same keys."""

import asyncio
from collections import OrderedDict, deque
from typing import assert_type

from promise import Promise, promise_for_dict

from .. import world
from ..world import User


def all_of_a_tuple_of_two(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all((n, s)), Promise[list[int | str]])


def all_of_a_tuple_of_three(n: Promise[int], s: Promise[str], b: Promise[bytes]) -> None:
    assert_type(Promise.all((n, s, b)), Promise[list[int | str | bytes]])


def all_of_a_tuple_of_four(n: Promise[int], s: Promise[str], b: Promise[bytes], u: Promise[User]) -> None:
    assert_type(Promise.all((n, s, b, u)), Promise[list[int | str | bytes | User]])


def all_of_a_tuple_of_one_type(n: Promise[int]) -> None:
    assert_type(Promise.all((n, n)), Promise[list[int]])


def all_of_a_tuple_with_a_plain_value(n: Promise[int]) -> None:
    assert_type(Promise.all((n, "plain")), Promise[list[int | str]])


def all_of_a_tuple_of_any_length(promises: tuple[Promise[int], ...]) -> None:
    assert_type(Promise.all(promises), Promise[list[int]])


def all_of_the_values_of_a_dict(by_name: dict[str, Promise[int]]) -> None:
    assert_type(Promise.all(by_name.values()), Promise[list[int]])


def all_of_a_set(promises: set[Promise[int]]) -> None:
    assert_type(Promise.all(promises), Promise[list[int]])


def all_of_a_deque(promises: deque[Promise[int]]) -> None:
    assert_type(Promise.all(promises), Promise[list[int]])


def all_of_a_range(_: int) -> None:
    assert_type(Promise.all(range(3)), Promise[list[int]])


def all_by_keyword(promises: list[Promise[int]]) -> None:
    assert_type(Promise.all(promises=promises), Promise[list[int]])


def all_of_futures(futures: list["asyncio.Future[int]"]) -> None:
    assert_type(Promise.all(futures), Promise[list[int]])


def all_and_a_handler_that_reads_the_list(promises: list[Promise[int]]) -> None:
    assert_type(Promise.all(promises).then(lambda numbers: sum(numbers) + numbers[0]), Promise[int])


def for_dict(by_name: dict[str, Promise[int]]) -> None:
    assert_type(Promise.for_dict(by_name), Promise[dict[str, int]])


def for_dict_of_a_literal(n: Promise[int]) -> None:
    assert_type(Promise.for_dict({"a": n, "b": n.then(lambda x: x + 1)}), Promise[dict[str, int]])


def for_dict_of_values_and_promises(n: Promise[int]) -> None:
    assert_type(Promise.for_dict({"a": n, "b": 2}), Promise[dict[str, int]])


def for_dict_of_two_types(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.for_dict({"a": n, "b": s}), Promise[dict[str, int | str]])


def for_dict_of_plain_values(_: int) -> None:
    assert_type(Promise.for_dict({1: "a"}), Promise[dict[int, str]])


def for_dict_of_an_ordered_dict(ordered: "OrderedDict[str, Promise[int]]") -> None:
    assert_type(Promise.for_dict(ordered), Promise[dict[str, int]])


def the_function_promise_for_dict(by_name: dict[str, Promise[int]]) -> None:
    assert_type(promise_for_dict(by_name), Promise[dict[str, int]])


def for_dict_and_a_handler(by_name: dict[str, Promise[int]]) -> None:
    assert_type(Promise.for_dict(by_name).then(world.total), Promise[int])


# Refused.


def all_of_a_generator(promises: list[Promise[int]]) -> None:
    Promise.all(p for p in promises)  # E[call-overload]


def all_of_a_promise_of_a_list(promises: Promise[list[int]]) -> None:
    Promise.all(promises)  # E[call-overload]


def all_of_two(n: Promise[int]) -> None:
    Promise.all(n, n)  # E[call-overload]


def for_dict_of_a_list(promises: list[Promise[int]]) -> None:
    Promise.for_dict(promises)  # E[arg-type]
