"""What a checker must refuse, because it would fail, or do nothing, at run time."""

from collections.abc import Callable

from typedpromise import Fulfilled, Promise, Rejected, Resolvers, Settled, promisify

from .. import world
from ..world import User

# A handler that does not fit the value.


def a_handler_of_another_type(n: Promise[int]) -> None:
    n.then(world.length)  # E[arg-type]


def a_handler_without_parameters(n: Promise[int]) -> None:
    n.then(lambda: 1)  # E[arg-type, misc]


def a_handler_with_too_many_parameters(n: Promise[int]) -> None:
    n.then(world.add)  # E[arg-type]


def a_lambda_with_too_many_parameters(n: Promise[int]) -> None:
    n.then(lambda a, b: a)  # E[arg-type, misc]


def a_lambda_that_misuses_the_value(n: Promise[int]) -> None:
    n.then(str).then(lambda s: s.nope)  # E[attr-defined]


def a_lambda_that_adds_the_wrong_type(n: Promise[int]) -> None:
    n.then(lambda x: x + "a")  # E[operator]


def an_optional_value_not_checked(user: Promise[User | None]) -> None:
    user.then(lambda u: u.name)  # E[union-attr]


def a_handler_after_one_that_returns_none(n: Promise[int]) -> None:
    n.then(world.log).then(world.label)  # E[arg-type]


def a_handler_of_one_member_of_a_union(either: Promise[int | str]) -> None:
    either.then(world.label)  # E[arg-type]


# Not a handler at all.


def a_string_for_a_handler(n: Promise[int]) -> None:
    n.then("label")  # E[call-overload]


def a_promise_for_a_handler(n: Promise[int]) -> None:
    n.then(world.fetch(1))  # E[call-overload]


def a_result_for_a_handler(n: Promise[int]) -> None:
    n.then(world.log(1))  # E[call-overload, func-returns-value]


def none_for_the_only_handler(n: Promise[int]) -> None:
    n.then(None)  # E[call-overload]


def a_coroutine_for_a_handler(n: Promise[int]) -> None:
    n.then(world.fetch_soon(1))  # E[call-overload]


def three_handlers(n: Promise[int]) -> None:
    n.then(world.label, world.to_bytes, world.clean_up)  # E[call-overload]


def a_handler_by_name(n: Promise[int]) -> None:
    n.then(on_fulfilled=world.label)  # E[call-overload]


# Error handlers.


def an_error_handler_of_the_wrong_type(n: Promise[int]) -> None:
    n.then(str, world.label)  # E[arg-type]


def an_error_handler_of_a_narrower_error(n: Promise[int]) -> None:
    n.catch(world.code_of)  # E[arg-type]


def a_catch_without_a_handler(n: Promise[int]) -> None:
    n.catch()  # E[call-overload]


def an_error_class_without_a_handler(n: Promise[int]) -> None:
    n.catch(KeyError)  # E[deprecated] pyright[reportDeprecated] plugin[arg-type]


def a_number_for_an_error_class(n: Promise[int]) -> None:
    n.catch(42, lambda e: 1)  # E[call-overload]


def a_string_for_an_error_class(n: Promise[int]) -> None:
    n.catch("KeyError", lambda e: 1)  # E[call-overload]


def an_error_object_for_an_error_class(n: Promise[int]) -> None:
    n.catch(KeyError(), lambda e: 1)  # E[call-overload]


def a_class_that_is_no_error(n: Promise[int]) -> None:
    n.catch(User, lambda e: 1)  # E[type-var]


def a_tuple_with_a_class_that_is_no_error(n: Promise[int]) -> None:
    n.catch((KeyError, int), lambda e: 1)  # E[type-var]


def a_list_of_error_classes(n: Promise[int]) -> None:
    n.catch([KeyError, OSError], lambda e: 1)  # E[call-overload]


def a_handler_of_another_error_than_caught(n: Promise[int]) -> None:
    n.catch(KeyError, world.code_of)  # E[arg-type]


def an_attribute_the_caught_error_lacks(n: Promise[int]) -> None:
    n.catch(world.AppError, lambda e: e.nope)  # E[attr-defined]


def the_handler_before_the_class(n: Promise[int]) -> None:
    n.catch(lambda e: 1, KeyError)  # E[call-overload]


# finally_ and done.


def a_finally_handler_with_a_parameter(n: Promise[int]) -> None:
    n.finally_(lambda value: 1)  # E[arg-type, misc]


def a_result_for_a_finally_handler(n: Promise[int]) -> None:
    n.finally_(world.clean_up())  # E[arg-type, func-returns-value]


def a_finally_without_a_handler(n: Promise[int]) -> None:
    n.finally_()  # E[call-arg]


def a_chain_after_done(n: Promise[int]) -> None:
    n.done(print).then(print)  # E[attr-defined, func-returns-value]


# Making promises.


def an_executor_with_one_parameter(_: int) -> None:
    Promise[int](lambda resolve: resolve(1))  # E[arg-type, misc]


def an_executor_with_its_parameters_swapped(_: int) -> None:
    Promise[int](lambda reject, resolve: resolve(1))  # E[arg-type]


def an_executor_that_resolves_with_another_type(_: int) -> None:
    p: Promise[int] = Promise(lambda resolve, reject: resolve("a"))  # E[arg-type]


def an_executor_that_rejects_with_a_string(_: int) -> None:
    Promise[int](lambda resolve, reject: reject("failed"))  # E[arg-type]


def an_executor_whose_reject_takes_a_string(_: int) -> None:
    def run(resolve: Callable[[int], None], reject: Callable[[str], None]) -> None: ...

    Promise(run)  # E[arg-type]


def a_value_for_an_executor(_: int) -> None:
    Promise(42)  # E[arg-type]


def no_executor(_: int) -> None:
    Promise()  # E[call-arg]


def resolve_with_two_values(_: int) -> None:
    Promise.resolve(1, 2)  # E[call-overload]


def reject_with_a_string(_: int) -> None:
    Promise.reject("failed")  # E[arg-type]


def reject_with_a_class(_: int) -> None:
    Promise.reject(ValueError)  # E[arg-type]


def reject_with_nothing(_: int) -> None:
    Promise.reject()  # E[call-arg]


def try_with_a_wrong_argument(_: int) -> None:
    Promise.try_(world.read, "a")  # E[call-overload]


def try_with_too_few_arguments(_: int) -> None:
    Promise.try_(world.read)  # E[call-overload]


def try_with_an_unknown_keyword(_: int) -> None:
    Promise.try_(world.read, 1, colour="red")  # E[arg-type, call-arg] plugin[call-arg]


def resolvers_that_resolve_another_type(r: Resolvers[int]) -> None:
    r.resolve("a")  # E[arg-type]


def resolvers_that_resolve_a_promise_of_another_type(r: Resolvers[int], s: Promise[str]) -> None:
    r.resolve(s)  # E[arg-type]


def resolvers_that_resolve_nothing(r: Resolvers[int]) -> None:
    r.resolve()  # E[call-arg]


def resolvers_that_reject_with_a_string(r: Resolvers[int]) -> None:
    r.reject("failed")  # E[arg-type]


def a_promise_cannot_be_resolved_from_outside(n: Promise[int]) -> None:
    n.do_resolve(1)  # E[attr-defined]


def promisify_with_a_wrong_argument(_: int) -> None:
    promisify(world.read)("a")  # E[arg-type]


def promisify_with_a_value(_: int) -> None:
    promisify(42)  # E[call-overload]


# Combinators.


def all_of_a_dict(by_name: dict[str, Promise[int]]) -> None:
    Promise.all(by_name)  # E[deprecated] pyright[reportDeprecated] plugin[arg-type]


def all_of_a_string(_: int) -> None:
    Promise.all("abc")  # E[deprecated] pyright[reportDeprecated] plugin[arg-type]


def all_of_nothing(_: int) -> None:
    Promise.all()  # E[call-overload]


def all_of_a_number(_: int) -> None:
    Promise.all(42)  # E[call-overload]


def all_with_a_plain_value_among_promises(n: Promise[int]) -> None:
    Promise.all(n, 42)  # E[call-overload]


# A promise is not its value.


def an_attribute_of_the_value(user: Promise[User]) -> None:
    user.name  # E[attr-defined]


def arithmetic(n: Promise[int]) -> None:
    n + 1  # E[operator]


def indexing(xs: Promise[list[int]]) -> None:
    xs[0]  # E[index]


def a_call(n: Promise[int]) -> None:
    n()  # E[operator]


def iteration(xs: Promise[list[int]]) -> None:
    for _ in xs:  # E[attr-defined]
        pass


def a_with_statement(n: Promise[int]) -> None:
    with n:  # E[attr-defined]
        pass


async def an_async_with_statement(n: Promise[int]) -> None:
    async with n:  # E[attr-defined]
        pass


async def an_async_for_statement(xs: Promise[list[int]]) -> None:
    async for _ in xs:  # E[attr-defined]
        pass


def an_argument_of_the_value_type(n: Promise[int]) -> None:
    world.label(n)  # E[arg-type]


def a_return_of_the_value_type(n: Promise[int]) -> None:
    def number(n: Promise[int]) -> int:
        return n  # E[return-value]


async def an_await_of_the_value(n: Promise[int]) -> None:
    await (await n)  # E[misc]


def a_timeout_in_words(n: Promise[int]) -> None:
    n.get("1s")  # E[arg-type]


def a_state_that_does_not_exist(n: Promise[int]) -> None:
    n.state == "done"  # E[comparison-overlap]


def a_state_that_is_assigned(n: Promise[int]) -> None:
    n.state = "fulfilled"  # E[misc]


def a_value_that_is_assigned(n: Promise[int]) -> None:
    n.value = 1  # E[misc]


# Joins other than all.


def all_settled_of_a_dict(by_name: dict[str, Promise[int]]) -> None:
    Promise.all_settled(by_name)  # E[deprecated] pyright[reportDeprecated] plugin[arg-type]


def any_of_a_string(_: int) -> None:
    Promise.any("abc")  # E[deprecated] pyright[reportDeprecated] plugin[arg-type]


def race_of_a_dict(by_name: dict[str, Promise[int]]) -> None:
    Promise.race(by_name)  # E[deprecated] pyright[reportDeprecated] plugin[arg-type]


def as_completed_of_a_dict(by_name: dict[str, Promise[int]]) -> None:
    Promise.as_completed(by_name)  # E[deprecated] pyright[reportDeprecated] plugin[arg-type]


def all_settled_of_nothing(_: int) -> None:
    Promise.all_settled()  # E[call-overload]


def any_of_nothing(_: int) -> None:
    Promise.any()  # E[call-overload]


def race_of_nothing(_: int) -> None:
    Promise.race()  # E[call-overload]


def as_completed_of_nothing(_: int) -> None:
    Promise.as_completed()  # E[call-overload]


def race_of_a_number(_: int) -> None:
    Promise.race(42)  # E[call-overload]


def any_with_a_plain_value_among_promises(n: Promise[int]) -> None:
    Promise.any(n, 42)  # E[call-overload]


def props_of_a_list(promises: list[Promise[int]]) -> None:
    Promise.props(promises)  # E[call-overload]


def props_of_a_promise(n: Promise[int]) -> None:
    Promise.props(n)  # E[call-overload]


async def a_promise_that_is_given_is_not_its_value(n: Promise[int]) -> None:
    async for promise in Promise.as_completed(n):
        world.label(promise)  # E[arg-type]


# Going through values.


def map_without_a_function(ns: list[int]) -> None:
    Promise.map(ns)  # E[call-overload]


def map_a_promise(n: Promise[int]) -> None:
    Promise.map(n, str)  # E[call-overload]


def map_a_number(_: int) -> None:
    Promise.map(42, str)  # E[call-overload]


def map_with_a_string_for_a_function(ns: list[int]) -> None:
    Promise.map(ns, "label")  # E[call-overload]


def map_with_the_function_first(ns: list[int]) -> None:
    Promise.map(world.label, ns)  # E[call-overload]


def map_with_a_function_of_another_type(ns: list[int]) -> None:
    Promise.map(ns, world.length)  # E[arg-type]


def map_with_a_function_of_two_arguments(ns: list[int]) -> None:
    Promise.map(ns, world.add)  # E[arg-type]


def map_promises_with_a_function_of_another_type(ps: list[Promise[int]]) -> None:
    Promise.map(ps, world.length)  # E[arg-type]


def map_with_a_limit_in_words(ns: list[int]) -> None:
    Promise.map(ns, world.label, concurrency="two")  # E[call-overload]


def map_with_a_limit_by_position(ns: list[int]) -> None:
    Promise.map(ns, world.label, 2)  # E[call-overload]


def filter_with_a_function_of_another_type(ns: list[int]) -> None:
    Promise.filter(ns, world.length)  # E[arg-type]


def filter_with_none(ns: list[int]) -> None:
    Promise.filter(ns, None)  # E[call-overload]


def each_with_a_function_of_another_type(ns: list[int]) -> None:
    Promise.each(ns, world.length)  # E[arg-type]


def reduce_without_an_initial_value(ns: list[int]) -> None:
    Promise.reduce(ns, world.add)  # E[call-overload]


def reduce_with_a_function_of_one_argument(ns: list[int]) -> None:
    Promise.reduce(ns, world.label, 0)  # E[arg-type]


def reduce_from_another_type(ns: list[int]) -> None:
    Promise.reduce(ns, world.joined, 0)  # E[arg-type]


def an_attribute_that_the_mapped_value_lacks(users: list[User]) -> None:
    Promise.map(users, lambda u: u.nope)  # E[attr-defined]


def an_attribute_that_the_filtered_value_lacks(users: list[User]) -> None:
    Promise.filter(users, lambda u: u.nope)  # E[attr-defined]


def an_attribute_that_the_value_of_each_lacks(users: list[User]) -> None:
    Promise.each(users, lambda u: u.nope)  # E[attr-defined]


def an_attribute_that_the_reduced_value_lacks(users: list[User]) -> None:
    Promise.reduce(users, lambda total, u: total + u.nope, 0)  # E[attr-defined]


# Looking, waiting, outcomes.


def tap_with_a_handler_of_another_type(n: Promise[int]) -> None:
    n.tap(world.length)  # E[arg-type]


def tap_with_a_handler_without_parameters(n: Promise[int]) -> None:
    n.tap(lambda: 1)  # E[arg-type, misc]


def tap_without_a_handler(n: Promise[int]) -> None:
    n.tap()  # E[call-arg]


def tap_with_a_string(n: Promise[int]) -> None:
    n.tap("label")  # E[arg-type]


def tap_catch_of_a_class_without_a_handler(n: Promise[int]) -> None:
    n.tap_catch(KeyError)  # E[deprecated] pyright[reportDeprecated] plugin[arg-type]


def tap_catch_with_a_handler_of_a_narrower_error(n: Promise[int]) -> None:
    n.tap_catch(world.code_of)  # E[arg-type]


def tap_catch_with_a_handler_of_another_error(n: Promise[int]) -> None:
    n.tap_catch(KeyError, world.code_of)  # E[arg-type]


def tap_catch_of_a_string(n: Promise[int]) -> None:
    n.tap_catch("KeyError", print)  # E[call-overload]


def settle_with_an_argument(n: Promise[int]) -> None:
    n.settle(1)  # E[call-arg]


def a_delay_in_words(n: Promise[int]) -> None:
    n.delay("1s")  # E[arg-type]


def a_delay_of_nothing(n: Promise[int]) -> None:
    n.delay()  # E[call-arg]


def a_timeout_of_none(n: Promise[int]) -> None:
    n.timeout(None)  # E[arg-type]


def the_value_of_an_outcome_not_looked_at(outcome: Settled[int]) -> None:
    outcome.value  # E[union-attr]


def the_reason_of_a_fulfilled_one(outcome: Fulfilled[int]) -> None:
    outcome.reason  # E[attr-defined]


def the_value_of_a_rejected_one(outcome: Rejected) -> None:
    outcome.value  # E[attr-defined]


def a_value_of_an_outcome_that_is_assigned(outcome: Fulfilled[int]) -> None:
    outcome.value = 2  # E[misc]


def an_outcome_rejected_with_a_string(_: int) -> None:
    Rejected("failed")  # E[arg-type]


def an_outcome_of_another_type(_: int) -> None:
    def tried() -> Settled[int]:
        return Fulfilled("a")  # E[arg-type]


def an_outcome_status_that_does_not_exist(outcome: Settled[int]) -> None:
    outcome.status == "done"  # E[comparison-overlap]


def a_promisified_method_with_a_wrong_argument(_: int) -> None:
    class Shop:
        @promisify
        def price(self, article: str) -> float:
            return float(len(article))

    Shop().price(1)  # E[arg-type]


def a_promisified_method_with_an_unknown_keyword(_: int) -> None:
    class Shop:
        @promisify
        def price(self, article: str) -> float:
            return float(len(article))

    Shop().price("tea", taxed=True)  # E[call-arg]
