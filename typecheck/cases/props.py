"""`Promise.props`: a promise of the same keys with the values of the promises there."""

from collections.abc import Mapping
from typing import Any, assert_type

from typedpromise import Promise

from .. import world
from ..world import User


def a_dict(by_name: dict[str, Promise[int]]) -> None:
    assert_type(Promise.props(by_name), Promise[dict[str, int]])


def a_mapping(by_name: Mapping[str, Promise[int]]) -> None:
    assert_type(Promise.props(by_name), Promise[dict[str, int]])


def a_dict_with_keys_of_another_type(by_number: dict[int, Promise[str]]) -> None:
    assert_type(Promise.props(by_number), Promise[dict[int, str]])


def a_dict_literal(n: Promise[int]) -> None:
    assert_type(Promise.props({"a": n, "b": n}), Promise[dict[str, int]])


def a_dict_literal_of_two_types(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.props({"a": n, "b": s}), Promise[dict[str, int | str]])


def a_dict_declared_with_two_types(by_name: dict[str, Promise[int] | Promise[str]]) -> None:
    assert_type(Promise.props(by_name), Promise[dict[str, int | str]])


def a_dict_of_values_and_promises(by_name: dict[str, int | Promise[int]]) -> None:
    assert_type(Promise.props(by_name), Promise[dict[str, int]])


def a_dict_of_plain_values(by_name: dict[str, int]) -> None:
    assert_type(Promise.props(by_name), Promise[dict[str, int]])


def a_dict_of_optional_values(by_name: dict[str, Promise[User | None]]) -> None:
    assert_type(Promise.props(by_name), Promise[dict[str, User | None]])


def a_dict_of_coroutines(_: int) -> None:
    assert_type(Promise.props({"a": world.fetch_soon(1), "b": world.fetch_soon(2)}), Promise[dict[str, str]])


def a_dict_of_futures_of_an_executor(_: int) -> None:
    assert_type(Promise.props({"a": world.pooled(1)}), Promise[dict[str, str]])


def a_dict_of_a_promise_and_a_coroutine(_: int) -> None:
    assert_type(Promise.props({"a": world.fetch(1), "b": world.fetch_soon(2)}), Promise[dict[str, str]])


def a_dict_of_chains_of_lambdas(n: Promise[int]) -> None:
    assert_type(Promise.props({"a": n.then(lambda x: [x])}), Promise[dict[str, list[int]]])


def a_dict_comprehension(_: int) -> None:
    assert_type(Promise.props({str(i): world.fetch(i) for i in range(3)}), Promise[dict[str, str]])


def a_dict_of_a_subclass(by_name: dict[str, world.Traced[int]]) -> None:
    assert_type(Promise.props(by_name), Promise[dict[str, int]])


def a_dict_of_any(by_name: dict[str, Any]) -> None:
    assert_type(Promise.props(by_name), Promise[dict[str, Any]])


def a_typed_dict(loading: world.LoadingProfile) -> None:
    assert_type(Promise.props(loading).then(lambda profile: profile["user"]), Promise[User])


def a_typed_dict_with_another_key(loading: world.LoadingProfile) -> None:
    assert_type(Promise.props(loading).then(lambda profile: profile["score"]), Promise[int])


def a_typed_dict_goes_where_its_values_are_wanted(loading: world.LoadingProfile) -> None:
    assert_type(Promise.props(loading).then(world.profile_name), Promise[str])


def the_handler_gets_the_dict(by_name: dict[str, Promise[int]]) -> None:
    assert_type(Promise.props(by_name).then(lambda values: list(values.values())), Promise[list[int]])


def a_function_gets_the_dict(by_name: dict[str, Promise[int]]) -> None:
    assert_type(Promise.props(by_name).then(world.total), Promise[int])


async def props_and_await(by_name: dict[str, Promise[int]]) -> None:
    assert_type(await Promise.props(by_name), dict[str, int])
