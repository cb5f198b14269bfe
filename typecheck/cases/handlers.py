"""`then(handler)`: the new promise holds what the handler returns, whatever kind of callable it is."""

import functools
import json
import operator
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, Never, assert_type

from typedpromise import Promise

from .. import world
from ..world import Box, Labeller, Labels, User

# Lambdas.


def a_lambda(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: x + 1), Promise[int])


def a_lambda_that_changes_the_type(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: str(x)), Promise[str])


def a_lambda_that_returns_a_tuple(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: (x, str(x))), Promise[tuple[int, str]])


def a_lambda_that_returns_a_list(xs: Promise[list[int]]) -> None:
    assert_type(xs.then(lambda xs: [str(x) for x in xs]), Promise[list[str]])


def a_lambda_that_returns_a_dict(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: {"number": x}), Promise[dict[str, int]])


def a_lambda_that_returns_none(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: None), Promise[None])


def a_lambda_that_returns_a_bool(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: x > 1), Promise[bool])


def a_lambda_with_a_method_of_the_value(s: Promise[str]) -> None:
    assert_type(s.then(lambda s: s.upper()), Promise[str])


def a_lambda_with_an_attribute_of_the_value(user: Promise[User]) -> None:
    assert_type(user.then(lambda u: u.name), Promise[str])


def a_lambda_with_a_property_of_the_value(user: Promise[User]) -> None:
    assert_type(user.then(lambda u: u.initials), Promise[str])


def a_lambda_that_calls_a_generic_function(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: world.same(x)), Promise[int])


def a_lambda_that_builds_a_generic_class(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: Box(x)), Promise[Box[int]])


def a_lambda_with_a_default(n: Promise[int]) -> None:
    assert_type(n.then(lambda x, factor=2: x * factor), Promise[int])


def a_lambda_that_takes_anything(n: Promise[int]) -> None:
    assert_type(n.then(lambda *_: "done"), Promise[str])


def a_lambda_that_returns_its_argument(user: Promise[User]) -> None:
    assert_type(user.then(lambda u: u), Promise[User])


# Functions.


def a_function(n: Promise[int]) -> None:
    assert_type(n.then(world.label), Promise[str])


def a_function_with_a_default(n: Promise[int]) -> None:
    assert_type(n.then(world.label_padded), Promise[str])


def a_function_of_any_number_of_arguments(n: Promise[int]) -> None:
    assert_type(n.then(world.label_all), Promise[str])


def a_function_with_a_keyword_only_option(n: Promise[int]) -> None:
    assert_type(n.then(world.label_loud), Promise[str])


def a_function_that_returns_none(n: Promise[int]) -> None:
    assert_type(n.then(world.log), Promise[None])


def a_function_that_only_raises(n: Promise[int]) -> None:
    assert_type(n.then(world.fail), Promise[Never])


def a_function_that_returns_any(n: Promise[int]) -> None:
    assert_type(n.then(world.untyped), Promise[Any])


def a_function_of_a_wider_type(n: Promise[bool]) -> None:
    assert_type(n.then(world.label), Promise[str])


def a_function_inside_a_function(n: Promise[int]) -> None:
    def half(x: int) -> float:
        return x / 2

    assert_type(n.then(half), Promise[float])


def a_generic_function(n: Promise[int]) -> None:
    assert_type(n.then(world.same), Promise[int])


def a_generic_function_that_wraps(n: Promise[int]) -> None:
    assert_type(n.then(world.listed), Promise[list[int]])


def an_overloaded_function(n: Promise[int]) -> None:
    assert_type(n.then(world.flip), Promise[str])


def an_overloaded_function_by_its_second_form(s: Promise[str]) -> None:
    assert_type(s.then(world.flip), Promise[int])


# Functions of the standard library.


def the_builtin_len(xs: Promise[list[int]]) -> None:
    assert_type(xs.then(len), Promise[int])


def the_builtin_sorted(xs: Promise[list[int]]) -> None:
    assert_type(xs.then(sorted), Promise[list[int]])


def the_builtin_max(xs: Promise[list[int]]) -> None:
    assert_type(xs.then(max), Promise[int])


def the_builtin_sum(xs: Promise[list[int]]) -> None:
    assert_type(xs.then(sum), Promise[int])


def the_builtin_print(n: Promise[int]) -> None:
    assert_type(n.then(print), Promise[None])


def the_builtin_abs(n: Promise[int]) -> None:
    assert_type(n.then(abs), Promise[int])


def the_builtin_repr(user: Promise[User]) -> None:
    assert_type(user.then(repr), Promise[str])


def json_loads_is_any(s: Promise[str]) -> None:
    assert_type(s.then(lambda _: json.loads("{}")), Promise[Any])


def an_itemgetter_is_any(xs: Promise[list[int]]) -> None:
    assert_type(xs.then(operator.itemgetter(0)), Promise[Any])


# Classes.


def the_class_str(n: Promise[int]) -> None:
    assert_type(n.then(str), Promise[str])


def the_class_float(n: Promise[int]) -> None:
    assert_type(n.then(float), Promise[float])


def the_class_path(s: Promise[str]) -> None:
    assert_type(s.then(Path), Promise[Path])


def the_class_list(s: Promise[str]) -> None:
    assert_type(s.then(list), Promise[list[str]])


def the_class_set(xs: Promise[list[int]]) -> None:
    assert_type(xs.then(set), Promise[set[int]])


def the_class_dict(pairs: Promise[list[tuple[str, int]]]) -> None:
    assert_type(pairs.then(dict), Promise[dict[str, int]])


def a_generic_class(n: Promise[int]) -> None:
    assert_type(n.then(Box), Promise[Box[int]])


def a_generic_class_with_its_type(n: Promise[int]) -> None:
    assert_type(n.then(Box[int]), Promise[Box[int]])


# Methods.


def a_bound_method(n: Promise[int], user: User) -> None:
    assert_type(n.then(user.greet), Promise[str])


def an_unbound_method(s: Promise[str]) -> None:
    assert_type(s.then(str.upper), Promise[str])


def a_class_method(n: Promise[int]) -> None:
    assert_type(n.then(User.by_id), Promise[User])


def a_static_method(n: Promise[int]) -> None:
    assert_type(n.then(User.parse), Promise[User])


def a_method_of_a_builtin(n: Promise[int], names: dict[int, str]) -> None:
    assert_type(n.then(names.get), Promise[str | None])


def the_append_of_a_list(n: Promise[int], numbers: list[int]) -> None:
    assert_type(n.then(numbers.append), Promise[None])


# Objects that can be called.


def a_callable_object(n: Promise[int]) -> None:
    assert_type(n.then(Labeller()), Promise[str])


def a_callable_protocol(n: Promise[int], labels: Labels) -> None:
    assert_type(n.then(labels), Promise[str])


def a_partial(n: Promise[int]) -> None:
    assert_type(n.then(functools.partial(world.add, 1)), Promise[int])


def a_partial_with_a_keyword(n: Promise[int]) -> None:
    assert_type(n.then(functools.partial(world.label_loud, loud=True)), Promise[str])


def a_decorated_function(n: Promise[int]) -> None:
    @functools.wraps(world.label)
    def wrapped(n: int) -> str:
        return world.label(n)

    assert_type(n.then(wrapped), Promise[str])


def a_cached_function(n: Promise[int]) -> None:
    @functools.cache
    def squared(n: int) -> int:
        return n * n

    assert_type(n.then(squared), Promise[int])


# No handler, and values of special types.


def no_handler_at_all(n: Promise[int]) -> None:
    assert_type(n.then(), Promise[int])


def a_value_of_type_none(nothing: Promise[None]) -> None:
    assert_type(nothing.then(lambda _: 1), Promise[int])


def a_value_of_type_any(anything: Promise[Any]) -> None:
    assert_type(anything.then(lambda x: str(x)), Promise[str])


def a_handler_of_type_any(n: Promise[int], handler: Any) -> None:
    assert_type(n.then(handler), Promise[Any])


def a_handler_of_an_unknown_signature(n: Promise[int], handler: Callable[..., str]) -> None:
    assert_type(n.then(handler), Promise[str])


def a_value_that_never_comes(never: Promise[Never]) -> None:
    assert_type(never.then(world.label), Promise[str])


def a_literal_is_widened(n: Promise[int]) -> None:
    assert_type(n.then(lambda _: "on"), Promise[str])


def a_declared_literal_is_kept(n: Promise[int]) -> None:
    def switch(n: int) -> Literal["on", "off"]:
        return "on" if n else "off"

    assert_type(n.then(switch), Promise[Literal["on", "off"]])
