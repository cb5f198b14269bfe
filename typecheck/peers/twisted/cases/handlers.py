"""`then(handler)`: the new promise holds what the handler returns, whatever kind of callable it is."""

import functools
import json
import operator
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, Never, assert_type

from twisted.internet.defer import Deferred

from .. import world
from ..world import Box, Labeller, Labels, User

# Lambdas.


def a_lambda(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: x + 1), Deferred[int])


def a_lambda_that_changes_the_type(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: str(x)), Deferred[str])


def a_lambda_that_returns_a_tuple(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: (x, str(x))), Deferred[tuple[int, str]])


def a_lambda_that_returns_a_list(xs: Deferred[list[int]]) -> None:
    assert_type(xs.addCallback(lambda xs: [str(x) for x in xs]), Deferred[list[str]])


def a_lambda_that_returns_a_dict(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: {"number": x}), Deferred[dict[str, int]])


def a_lambda_that_returns_none(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: None), Deferred[None])


def a_lambda_that_returns_a_bool(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: x > 1), Deferred[bool])


def a_lambda_with_a_method_of_the_value(s: Deferred[str]) -> None:
    assert_type(s.addCallback(lambda s: s.upper()), Deferred[str])


def a_lambda_with_an_attribute_of_the_value(user: Deferred[User]) -> None:
    assert_type(user.addCallback(lambda u: u.name), Deferred[str])


def a_lambda_with_a_property_of_the_value(user: Deferred[User]) -> None:
    assert_type(user.addCallback(lambda u: u.initials), Deferred[str])


def a_lambda_that_calls_a_generic_function(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: world.same(x)), Deferred[int])


def a_lambda_that_builds_a_generic_class(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x: Box(x)), Deferred[Box[int]])


def a_lambda_with_a_default(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda x, factor=2: x * factor), Deferred[int])


def a_lambda_that_takes_anything(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda *_: "done"), Deferred[str])


def a_lambda_that_returns_its_argument(user: Deferred[User]) -> None:
    assert_type(user.addCallback(lambda u: u), Deferred[User])


# Functions.


def a_function(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.label), Deferred[str])


def a_function_with_a_default(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.label_padded), Deferred[str])


def a_function_of_any_number_of_arguments(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.label_all), Deferred[str])


def a_function_with_a_keyword_only_option(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.label_loud), Deferred[str])


def a_function_that_returns_none(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.log), Deferred[None])


def a_function_that_only_raises(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.fail), Deferred[Never])


def a_function_that_returns_any(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.untyped), Deferred[Any])


def a_function_of_a_wider_type(n: Deferred[bool]) -> None:
    assert_type(n.addCallback(world.label), Deferred[str])


def a_function_inside_a_function(n: Deferred[int]) -> None:

    def half(x: int) -> float:
        return x / 2

    assert_type(n.addCallback(half), Deferred[float])


def a_generic_function(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.same), Deferred[int])


def a_generic_function_that_wraps(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.listed), Deferred[list[int]])


def an_overloaded_function(n: Deferred[int]) -> None:
    assert_type(n.addCallback(world.flip), Deferred[str])


def an_overloaded_function_by_its_second_form(s: Deferred[str]) -> None:
    assert_type(s.addCallback(world.flip), Deferred[int])


# Functions of the standard library.


def the_builtin_len(xs: Deferred[list[int]]) -> None:
    assert_type(xs.addCallback(len), Deferred[int])


def the_builtin_sorted(xs: Deferred[list[int]]) -> None:
    assert_type(xs.addCallback(sorted), Deferred[list[int]])


def the_builtin_max(xs: Deferred[list[int]]) -> None:
    assert_type(xs.addCallback(max), Deferred[int])


def the_builtin_sum(xs: Deferred[list[int]]) -> None:
    assert_type(xs.addCallback(sum), Deferred[int])


def the_builtin_print(n: Deferred[int]) -> None:
    assert_type(n.addCallback(print), Deferred[None])


def the_builtin_abs(n: Deferred[int]) -> None:
    assert_type(n.addCallback(abs), Deferred[int])


def the_builtin_repr(user: Deferred[User]) -> None:
    assert_type(user.addCallback(repr), Deferred[str])


def json_loads_is_any(s: Deferred[str]) -> None:
    assert_type(s.addCallback(lambda _: json.loads("{}")), Deferred[Any])


def an_itemgetter_is_any(xs: Deferred[list[int]]) -> None:
    assert_type(xs.addCallback(operator.itemgetter(0)), Deferred[Any])


# Classes.


def the_class_str(n: Deferred[int]) -> None:
    assert_type(n.addCallback(str), Deferred[str])


def the_class_float(n: Deferred[int]) -> None:
    assert_type(n.addCallback(float), Deferred[float])


def the_class_path(s: Deferred[str]) -> None:
    assert_type(s.addCallback(Path), Deferred[Path])


def the_class_list(s: Deferred[str]) -> None:
    assert_type(s.addCallback(list), Deferred[list[str]])


def the_class_set(xs: Deferred[list[int]]) -> None:
    assert_type(xs.addCallback(set), Deferred[set[int]])


def a_generic_class(n: Deferred[int]) -> None:
    assert_type(n.addCallback(Box), Deferred[Box[int]])


def a_generic_class_with_its_type(n: Deferred[int]) -> None:
    assert_type(n.addCallback(Box[int]), Deferred[Box[int]])


# Methods.


def a_bound_method(n: Deferred[int], user: User) -> None:
    assert_type(n.addCallback(user.greet), Deferred[str])


def an_unbound_method(s: Deferred[str]) -> None:
    assert_type(s.addCallback(str.upper), Deferred[str])


def a_class_method(n: Deferred[int]) -> None:
    assert_type(n.addCallback(User.by_id), Deferred[User])


def a_static_method(n: Deferred[int]) -> None:
    assert_type(n.addCallback(User.parse), Deferred[User])


def a_method_of_a_builtin(n: Deferred[int], names: dict[int, str]) -> None:
    assert_type(n.addCallback(names.get), Deferred[str | None])


def the_append_of_a_list(n: Deferred[int], numbers: list[int]) -> None:
    assert_type(n.addCallback(numbers.append), Deferred[None])


# Objects that can be called.


def a_callable_object(n: Deferred[int]) -> None:
    assert_type(n.addCallback(Labeller()), Deferred[str])


def a_callable_protocol(n: Deferred[int], labels: Labels) -> None:
    assert_type(n.addCallback(labels), Deferred[str])


def a_partial(n: Deferred[int]) -> None:
    assert_type(n.addCallback(functools.partial(world.add, 1)), Deferred[int])


def a_partial_with_a_keyword(n: Deferred[int]) -> None:
    assert_type(n.addCallback(functools.partial(world.label_loud, loud=True)), Deferred[str])


def a_decorated_function(n: Deferred[int]) -> None:

    @functools.wraps(world.label)
    def wrapped(n: int) -> str:
        return world.label(n)

    assert_type(n.addCallback(wrapped), Deferred[str])


def a_cached_function(n: Deferred[int]) -> None:

    @functools.cache
    def squared(n: int) -> int:
        return n * n

    assert_type(n.addCallback(squared), Deferred[int])


# No handler, and values of special types.


def a_value_of_type_none(nothing: Deferred[None]) -> None:
    assert_type(nothing.addCallback(lambda _: 1), Deferred[int])


def a_value_of_type_any(anything: Deferred[Any]) -> None:
    assert_type(anything.addCallback(lambda x: str(x)), Deferred[str])


def a_handler_of_type_any(n: Deferred[int], handler: Any) -> None:
    assert_type(n.addCallback(handler), Deferred[Any])


def a_handler_of_an_unknown_signature(n: Deferred[int], handler: Callable[..., str]) -> None:
    assert_type(n.addCallback(handler), Deferred[str])


def a_value_that_never_comes(never: Deferred[Never]) -> None:
    assert_type(never.addCallback(world.label), Deferred[str])


def a_literal_is_widened(n: Deferred[int]) -> None:
    assert_type(n.addCallback(lambda _: "on"), Deferred[str])


def a_declared_literal_is_kept(n: Deferred[int]) -> None:

    def switch(n: int) -> Literal["on", "off"]:
        return "on" if n else "off"

    assert_type(n.addCallback(switch), Deferred[Literal["on", "off"]])
