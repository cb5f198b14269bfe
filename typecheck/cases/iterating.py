"""`Promise.map`, `filter`, `each` and `reduce`: through values, or promises of them, with a handler of any kind."""

from collections.abc import Iterable, Iterator
from typing import Any, assert_type

from typedpromise import Promise

from .. import world
from ..world import Box, Labeller, User

# map over values, by the kind of handler.


def map_a_lambda(ns: list[int]) -> None:
    assert_type(Promise.map(ns, lambda x: x + 1), Promise[list[int]])


def map_a_lambda_that_changes_the_type(ns: list[int]) -> None:
    assert_type(Promise.map(ns, lambda x: str(x)), Promise[list[str]])


def map_a_lambda_that_returns_a_promise(ns: list[int]) -> None:
    assert_type(Promise.map(ns, lambda x: world.fetch(x)), Promise[list[str]])


def map_a_lambda_that_uses_the_value(users: list[User]) -> None:
    assert_type(Promise.map(users, lambda u: u.name), Promise[list[str]])


def map_a_lambda_that_returns_none(ns: list[int]) -> None:
    assert_type(Promise.map(ns, lambda x: None), Promise[list[None]])


def map_a_function(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.label), Promise[list[str]])


def map_a_function_that_returns_a_promise(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.fetch), Promise[list[str]])


def map_a_function_that_returns_a_value_or_a_promise(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.cached), Promise[list[str]])


def map_a_function_that_returns_an_optional(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.maybe_text), Promise[list[str | None]])


def map_a_function_that_returns_a_union(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.number_or_text), Promise[list[int | str]])


def map_a_function_that_returns_a_future_of_an_executor(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.pooled), Promise[list[str]])


def map_an_async_function(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.fetch_soon), Promise[list[str]])


def map_a_generic_function(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.same), Promise[list[int]])


def map_a_generic_function_that_returns_a_promise(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.later), Promise[list[int]])


def map_an_overloaded_function(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.flip), Promise[list[str]])


def map_an_overloaded_function_that_returns_a_promise(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.look_up), Promise[list[str]])


def map_a_class(ns: list[int]) -> None:
    assert_type(Promise.map(ns, str), Promise[list[str]])


def map_a_generic_class(ns: list[int]) -> None:
    assert_type(Promise.map(ns, Box), Promise[list[Box[int]]])


def map_a_method(ns: list[int], user: User) -> None:
    assert_type(Promise.map(ns, user.greet), Promise[list[str]])


def map_a_method_that_returns_a_promise(ns: list[int], user: User) -> None:
    assert_type(Promise.map(ns, user.avatar), Promise[list[bytes]])


def map_a_class_method(ns: list[int]) -> None:
    assert_type(Promise.map(ns, User.load), Promise[list[User]])


def map_an_unbound_method(texts: list[str]) -> None:
    assert_type(Promise.map(texts, str.upper), Promise[list[str]])


def map_a_callable_object(ns: list[int]) -> None:
    assert_type(Promise.map(ns, Labeller()), Promise[list[str]])


def map_a_handler_of_type_any(ns: list[int], handler: Any) -> None:
    assert_type(Promise.map(ns, handler), Promise[list[Any]])


def map_with_a_limit(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.fetch, concurrency=2), Promise[list[str]])


def map_a_lambda_with_a_limit(ns: list[int]) -> None:
    assert_type(Promise.map(ns, lambda x: world.fetch_soon(x), concurrency=2), Promise[list[str]])


def map_without_a_limit(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.label, concurrency=None), Promise[list[str]])


# map, by what it goes through.


def map_a_range(_: int) -> None:
    assert_type(Promise.map(range(3), world.fetch), Promise[list[str]])


def map_a_tuple(_: int) -> None:
    assert_type(Promise.map((1, 2), world.label), Promise[list[str]])


def map_a_string(s: str) -> None:
    assert_type(Promise.map(s, lambda letter: letter.upper()), Promise[list[str]])


def map_a_dict_by_its_keys(names: dict[int, str]) -> None:
    assert_type(Promise.map(names, world.fetch), Promise[list[str]])


def map_an_iterator(ns: Iterator[int]) -> None:
    assert_type(Promise.map(ns, world.fetch), Promise[list[str]])


def map_a_generator(_: int) -> None:
    assert_type(Promise.map((i * 2 for i in range(3)), lambda x: [x]), Promise[list[list[int]]])


def map_promises_with_a_lambda(ps: list[Promise[int]]) -> None:
    assert_type(Promise.map(ps, lambda x: str(x)), Promise[list[str]])


def map_promises_with_a_function(ps: list[Promise[int]]) -> None:
    assert_type(Promise.map(ps, world.label), Promise[list[str]])


def map_promises_with_a_function_that_returns_a_promise(ps: list[Promise[int]]) -> None:
    assert_type(Promise.map(ps, world.fetch), Promise[list[str]])


def map_promises_with_an_async_function(ps: Iterable[Promise[int]]) -> None:
    assert_type(Promise.map(ps, world.fetch_soon), Promise[list[str]])


def map_promises_with_a_lambda_that_returns_a_promise(ps: Iterable[Promise[int]]) -> None:
    assert_type(Promise.map(ps, lambda x: world.fetch(x)), Promise[list[str]])


def map_coroutines(_: int) -> None:
    assert_type(Promise.map([world.fetch_soon(1)], world.length), Promise[list[int]])


def map_values_and_promises(mixed: list[int | Promise[int]]) -> None:
    assert_type(Promise.map(mixed, world.label), Promise[list[str]])


def map_values_and_promises_with_a_lambda(mixed: list[int | Promise[int]]) -> None:
    assert_type(Promise.map(mixed, lambda x: x + 1), Promise[list[int]])


def map_values_and_promises_to_promises(mixed: list[int | Promise[int]]) -> None:
    assert_type(Promise.map(mixed, world.fetch), Promise[list[str]])


def map_optional_values(users: list[User | None]) -> None:
    assert_type(Promise.map(users, lambda u: u.name if u else ""), Promise[list[str]])


def map_values_of_two_types(values: list[int | str]) -> None:
    assert_type(Promise.map(values, lambda v: repr(v)), Promise[list[str]])


def map_and_a_handler(ns: list[int]) -> None:
    assert_type(Promise.map(ns, world.fetch).then(lambda texts: ", ".join(texts)), Promise[str])


def map_inside_a_handler(ns: Promise[list[int]]) -> None:
    assert_type(ns.then(lambda xs: Promise.map(xs, world.fetch)), Promise[list[str]])


def map_lambdas_inside_a_handler(ns: Promise[list[int]]) -> None:
    assert_type(ns.then(lambda xs: Promise.map(xs, lambda x: world.fetch(x))), Promise[list[str]])


def map_inside_map(rows: list[list[int]]) -> None:
    assert_type(Promise.map(rows, lambda row: Promise.map(row, lambda x: str(x))), Promise[list[list[str]]])


async def map_and_await(ns: list[int]) -> None:
    assert_type(await Promise.map(ns, world.fetch), list[str])


# filter: the values stay what they are.


def filter_with_a_lambda(ns: list[int]) -> None:
    assert_type(Promise.filter(ns, lambda x: x > 1), Promise[list[int]])


def filter_with_a_lambda_that_uses_the_value(users: list[User]) -> None:
    assert_type(Promise.filter(users, lambda u: u.name.isalpha()), Promise[list[User]])


def filter_by_what_is_true(users: list[User]) -> None:
    assert_type(Promise.filter(users, lambda u: u.name), Promise[list[User]])


def filter_with_a_function(ns: list[int]) -> None:
    assert_type(Promise.filter(ns, world.is_odd), Promise[list[int]])


def filter_with_a_function_that_returns_a_promise(ns: list[int]) -> None:
    assert_type(Promise.filter(ns, world.is_odd_later), Promise[list[int]])


def filter_with_an_async_function(ns: list[int]) -> None:
    assert_type(Promise.filter(ns, world.is_odd_soon), Promise[list[int]])


def filter_with_a_generic_function(ns: list[int]) -> None:
    assert_type(Promise.filter(ns, world.same), Promise[list[int]])


def filter_with_an_overloaded_function(ns: list[int]) -> None:
    assert_type(Promise.filter(ns, world.flip), Promise[list[int]])


def filter_with_a_class(ns: list[int]) -> None:
    assert_type(Promise.filter(ns, bool), Promise[list[int]])


def filter_with_a_method(texts: list[str]) -> None:
    assert_type(Promise.filter(texts, str.isalpha), Promise[list[str]])


def filter_with_a_limit(ns: list[int]) -> None:
    assert_type(Promise.filter(ns, world.is_odd_soon, concurrency=2), Promise[list[int]])


def filter_promises(ps: list[Promise[int]]) -> None:
    assert_type(Promise.filter(ps, lambda x: x > 1), Promise[list[int]])


def filter_promises_with_a_function(ps: Iterable[Promise[int]]) -> None:
    assert_type(Promise.filter(ps, world.is_odd), Promise[list[int]])


def filter_values_and_promises(mixed: list[int | Promise[int]]) -> None:
    assert_type(Promise.filter(mixed, world.is_odd), Promise[list[int]])


def filter_optional_values(users: list[User | None]) -> None:
    assert_type(Promise.filter(users, lambda u: u is not None), Promise[list[User | None]])


def filter_a_range(_: int) -> None:
    assert_type(Promise.filter(range(3), world.is_odd), Promise[list[int]])


# each: the handler runs, the values stay.


def each_with_a_lambda(ns: list[int]) -> None:
    assert_type(Promise.each(ns, lambda x: str(x)), Promise[list[int]])


def each_with_a_function(ns: list[int]) -> None:
    assert_type(Promise.each(ns, world.log), Promise[list[int]])


def each_with_a_function_that_returns_a_promise(ns: list[int]) -> None:
    assert_type(Promise.each(ns, world.fetch), Promise[list[int]])


def each_with_an_async_function(ns: list[int]) -> None:
    assert_type(Promise.each(ns, world.log_soon), Promise[list[int]])


def each_with_a_generic_function(ns: list[int]) -> None:
    assert_type(Promise.each(ns, world.same), Promise[list[int]])


def each_with_an_overloaded_function(ns: list[int]) -> None:
    assert_type(Promise.each(ns, world.flip), Promise[list[int]])


def each_with_a_class(ns: list[int]) -> None:
    assert_type(Promise.each(ns, Box), Promise[list[int]])


def each_with_a_method(ns: list[int], user: User) -> None:
    assert_type(Promise.each(ns, user.greet), Promise[list[int]])


def each_of_promises(ps: list[Promise[int]]) -> None:
    assert_type(Promise.each(ps, lambda x: x + 1), Promise[list[int]])


def each_of_values_and_promises(mixed: list[int | Promise[int]]) -> None:
    assert_type(Promise.each(mixed, world.log), Promise[list[int]])


def each_of_a_generator(_: int) -> None:
    assert_type(Promise.each((str(i) for i in range(3)), print), Promise[list[str]])


# reduce: what is folded has the type of the initial value.


def reduce_with_a_lambda(ns: list[int]) -> None:
    assert_type(Promise.reduce(ns, lambda total, x: total + x, 0), Promise[int])


def reduce_to_another_type(ns: list[int]) -> None:
    assert_type(Promise.reduce(ns, lambda text, x: text + str(x), ""), Promise[str])


def reduce_with_a_function(ns: list[int]) -> None:
    assert_type(Promise.reduce(ns, world.add, 0), Promise[int])


def reduce_with_a_function_to_another_type(ns: list[int]) -> None:
    assert_type(Promise.reduce(ns, world.joined, ""), Promise[str])


def reduce_with_a_function_that_returns_a_promise(ns: list[int]) -> None:
    assert_type(Promise.reduce(ns, world.joined_later, ""), Promise[str])


def reduce_with_an_async_function(ns: list[int]) -> None:
    assert_type(Promise.reduce(ns, world.joined_soon, ""), Promise[str])


def reduce_with_a_generic_function(ns: list[int]) -> None:
    assert_type(Promise.reduce(ns, world.first_of, "a"), Promise[str])


def reduce_with_an_overloaded_function(ns: list[int]) -> None:
    assert_type(Promise.reduce(ns, world.merge, 0), Promise[int])


def reduce_with_a_class(ns: list[int]) -> None:
    assert_type(Promise.reduce(ns, world.Chain, world.Chain(None, 0)), Promise[world.Chain])


def reduce_with_a_method(ns: list[int], user: User) -> None:
    assert_type(Promise.reduce(ns, user.renamed, "a"), Promise[str])


def reduce_from_a_promise(ns: list[int], s: Promise[str]) -> None:
    assert_type(Promise.reduce(ns, world.joined, s), Promise[str])


def reduce_from_a_promise_with_a_lambda(ns: list[int], s: Promise[str]) -> None:
    assert_type(Promise.reduce(ns, lambda text, x: text + str(x), s), Promise[str])


def reduce_promises(ps: list[Promise[int]]) -> None:
    assert_type(Promise.reduce(ps, lambda text, x: text + str(x), ""), Promise[str])


def reduce_promises_with_a_function(ps: list[Promise[int]]) -> None:
    assert_type(Promise.reduce(ps, world.joined, ""), Promise[str])


def reduce_promises_from_a_promise(ps: list[Promise[int]], s: Promise[str]) -> None:
    assert_type(Promise.reduce(ps, world.joined, s), Promise[str])


def reduce_values_and_promises(mixed: list[int | Promise[int]]) -> None:
    assert_type(Promise.reduce(mixed, world.joined, ""), Promise[str])


def reduce_values_and_promises_from_a_promise(mixed: list[int | Promise[int]], s: Promise[str]) -> None:
    assert_type(Promise.reduce(mixed, world.joined, s), Promise[str])


def reduce_objects_to_a_number(users: list[User]) -> None:
    assert_type(Promise.reduce(users, lambda total, user: total + user.id, 0), Promise[int])
