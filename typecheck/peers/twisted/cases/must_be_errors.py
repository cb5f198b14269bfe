"""What a checker must refuse, because it would fail, or do nothing, at run time."""

from twisted.internet.defer import Deferred, fail, gatherResults, maybeDeferred, succeed

from .. import world
from ..world import User

# A handler that does not fit the value.


def a_handler_of_another_type(n: Deferred[int]) -> None:
    n.addCallback(world.length)  # E[error]


def a_handler_without_parameters(n: Deferred[int]) -> None:
    n.addCallback(lambda: 1)  # E[error]


def a_handler_with_too_many_parameters(n: Deferred[int]) -> None:
    n.addCallback(world.add)  # E[error]


def a_lambda_with_too_many_parameters(n: Deferred[int]) -> None:
    n.addCallback(lambda a, b: a)  # E[error]


def a_lambda_that_misuses_the_value(n: Deferred[int]) -> None:
    n.addCallback(str).addCallback(lambda s: s.nope)  # E[error]


def a_lambda_that_adds_the_wrong_type(n: Deferred[int]) -> None:
    n.addCallback(lambda x: x + "a")  # E[error]


def an_optional_value_not_checked(user: Deferred[User | None]) -> None:
    user.addCallback(lambda u: u.name)  # E[error]


def a_handler_after_one_that_returns_none(n: Deferred[int]) -> None:
    n.addCallback(world.log).addCallback(world.label)  # E[error]


def a_handler_of_one_member_of_a_union(either: Deferred[int | str]) -> None:
    either.addCallback(world.label)  # E[error]


# Not a handler at all.


def a_string_for_a_handler(n: Deferred[int]) -> None:
    n.addCallback("label")  # E[error]


def a_promise_for_a_handler(n: Deferred[int]) -> None:
    n.addCallback(world.fetch(1))  # E[error]


def a_result_for_a_handler(n: Deferred[int]) -> None:
    n.addCallback(world.log(1))  # E[error]


def none_for_the_only_handler(n: Deferred[int]) -> None:
    n.addCallback(None)  # E[error]


def a_coroutine_for_a_handler(n: Deferred[int]) -> None:
    n.addCallback(world.fetch_soon(1))  # E[error]


def three_handlers(n: Deferred[int]) -> None:
    n.addCallbacks(world.label, world.to_bytes, world.clean_up)  # E[error]


# Error handlers.


def an_error_handler_of_the_wrong_type(n: Deferred[int]) -> None:
    n.addCallbacks(str, world.label)  # E[error]


def a_catch_without_a_handler(n: Deferred[int]) -> None:
    n.addErrback()  # E[error]


def an_error_class_without_a_handler(n: Deferred[int]) -> None:
    n.addErrback(KeyError)  # E[error]


# Making promises.


def resolve_with_two_values(_: int) -> None:
    succeed(1, 2)  # E[error]


def reject_with_a_string(_: int) -> None:
    fail("failed")  # E[error]


def reject_with_a_class(_: int) -> None:
    fail(ValueError)  # E[error]


def try_with_a_wrong_argument(_: int) -> None:
    maybeDeferred(world.read, "a")  # E[error]


def try_with_too_few_arguments(_: int) -> None:
    maybeDeferred(world.read)  # E[error]


def try_with_an_unknown_keyword(_: int) -> None:
    maybeDeferred(world.read, 1, colour="red")  # E[error]


# Combinators.


def all_of_a_dict(by_name: dict[str, Deferred[int]]) -> None:
    gatherResults(by_name)  # E[error]


def all_of_a_string(_: int) -> None:
    gatherResults("abc")  # E[error]


def all_of_a_number(_: int) -> None:
    gatherResults(42)  # E[error]


# A promise is not its value.


def an_attribute_of_the_value(user: Deferred[User]) -> None:
    user.name  # E[error]


def arithmetic(n: Deferred[int]) -> None:
    n + 1  # E[error]


def indexing(xs: Deferred[list[int]]) -> None:
    xs[0]  # E[error]


def a_call(n: Deferred[int]) -> None:
    n()  # E[error]


def iteration(xs: Deferred[list[int]]) -> None:
    for _ in xs:  # E[error]
        pass


def a_with_statement(n: Deferred[int]) -> None:
    with n:  # E[error]
        pass


async def an_async_with_statement(n: Deferred[int]) -> None:
    async with n:  # E[error]
        pass


async def an_async_for_statement(xs: Deferred[list[int]]) -> None:
    async for _ in xs:  # E[error]
        pass


def an_argument_of_the_value_type(n: Deferred[int]) -> None:
    world.label(n)  # E[error]


def a_return_of_the_value_type(n: Deferred[int]) -> None:

    def number(n: Deferred[int]) -> int:
        return n  # E[error]


async def an_await_of_the_value(n: Deferred[int]) -> None:
    await (await n)  # E[error]


def resolvers_that_resolve_another_type(r: Deferred[int]) -> None:
    r.callback("a")  # E[error]


def resolvers_that_resolve_nothing(r: Deferred[int]) -> None:
    r.callback()  # E[error]


def resolvers_that_reject_with_a_string(r: Deferred[int]) -> None:
    r.errback("failed")  # E[error]
