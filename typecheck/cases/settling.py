"""Outcomes as values: `settle()`, `Promise.all_settled`, and how `Fulfilled` and `Rejected` are told apart."""

from collections.abc import Iterable
from typing import Any, Literal, assert_never, assert_type

from typedpromise import Fulfilled, Promise, Rejected, Settled

from .. import world
from ..world import AppError, User

# One promise.


def settle(n: Promise[int]) -> None:
    assert_type(n.settle(), Promise[Settled[int]])


def settle_is_a_union_of_two(n: Promise[int]) -> None:
    assert_type(n.settle(), Promise[Fulfilled[int] | Rejected])


def settle_an_optional_value(user: Promise[User | None]) -> None:
    assert_type(user.settle(), Promise[Settled[User | None]])


def settle_a_union(either: Promise[int | str]) -> None:
    assert_type(either.settle(), Promise[Settled[int | str]])


def settle_a_chain_of_lambdas(n: Promise[int]) -> None:
    assert_type(n.then(lambda x: [x]).settle(), Promise[Settled[list[int]]])


def settle_after_a_catch(n: Promise[int]) -> None:
    assert_type(n.catch(world.to_bytes).settle(), Promise[Settled[int | bytes]])


def settle_a_value_of_type_any(anything: Promise[Any]) -> None:
    assert_type(anything.settle(), Promise[Settled[Any]])


async def settle_and_await(n: Promise[int]) -> None:
    assert_type(await n.settle(), Settled[int])


def the_handler_gets_the_outcome(n: Promise[int]) -> None:
    assert_type(n.settle().then(lambda outcome: outcome.status == "fulfilled"), Promise[bool])


def a_function_gets_the_outcome(n: Promise[int]) -> None:
    assert_type(n.settle().then(world.shown), Promise[str])


def an_async_function_gets_the_outcome(n: Promise[int]) -> None:
    assert_type(n.settle().then(world.shown_soon), Promise[str])


def a_method_gets_the_outcome(n: Promise[int], user: User) -> None:
    assert_type(n.settle().then(user.shown), Promise[str])


def a_generic_function_gets_the_outcome(n: Promise[int]) -> None:
    assert_type(n.settle().then(world.value_or_none), Promise[int | None])


def a_class_gets_the_outcome(n: Promise[int]) -> None:
    assert_type(n.settle().then(world.Box[Settled[int]]), Promise[world.Box[Settled[int]]])


def an_overloaded_function_gets_the_outcome(n: Promise[int]) -> None:
    assert_type(n.settle().then(world.describe), Promise[str])


# Fulfilled and Rejected.


def fulfilled_has_the_value(outcome: Fulfilled[int]) -> None:
    assert_type(outcome.value, int)


def fulfilled_has_its_word(outcome: Fulfilled[int]) -> None:
    assert_type(outcome.status, Literal["fulfilled"])


def rejected_has_the_reason(outcome: Rejected) -> None:
    assert_type(outcome.reason, Exception)


def rejected_has_its_word(outcome: Rejected) -> None:
    assert_type(outcome.status, Literal["rejected"])


def either_has_one_of_two_words(outcome: Settled[int]) -> None:
    assert_type(outcome.status, Literal["fulfilled", "rejected"])


def fulfilled_is_made_of_a_value(_: int) -> None:
    assert_type(Fulfilled(1), Fulfilled[int])


def fulfilled_is_made_of_nothing_special(_: int) -> None:
    assert_type(Fulfilled(None), Fulfilled[None])


def fulfilled_with_its_type(_: int) -> None:
    assert_type(Fulfilled[int | str](1), Fulfilled[int | str])


def rejected_is_made_of_an_error(_: int) -> None:
    assert_type(Rejected(AppError()), Rejected)


def fulfilled_is_covariant(outcome: Fulfilled[bool]) -> None:
    def doubled(outcome: Fulfilled[int]) -> int:
        return outcome.value * 2

    assert_type(doubled(outcome), int)


def an_outcome_is_covariant(outcome: Settled[bool]) -> None:
    def wider(outcome: Settled[int]) -> str:
        return repr(outcome)

    assert_type(wider(outcome), str)


def an_outcome_of_a_promise_made_by_hand(_: int) -> None:
    def tried(n: int) -> Settled[int]:
        return Fulfilled(n) if n else Rejected(AppError())

    assert_type(tried(1), Settled[int])


# Telling them apart.


def by_class(outcome: Settled[int]) -> None:
    if isinstance(outcome, Fulfilled):
        assert_type(outcome.value, int)
    else:
        assert_type(outcome, Rejected)


def by_the_other_class(outcome: Settled[int]) -> None:
    if isinstance(outcome, Rejected):
        assert_type(outcome.reason, Exception)
    else:
        assert_type(outcome, Fulfilled[int])


def by_status(outcome: Settled[int]) -> None:
    if outcome.status == "fulfilled":
        assert_type(outcome.value, int)
    else:
        assert_type(outcome.reason, Exception)


def by_the_other_status(outcome: Settled[int]) -> None:
    if outcome.status == "rejected":
        assert_type(outcome, Rejected)
    else:
        assert_type(outcome, Fulfilled[int])


def by_match(outcome: Settled[int]) -> None:
    match outcome:
        case Fulfilled(value):
            assert_type(value, int)
        case Rejected(reason):
            assert_type(reason, Exception)
        case _:
            assert_never(outcome)


def by_match_with_keywords(outcome: Settled[str]) -> None:
    match outcome:
        case Fulfilled(value=value):
            assert_type(value, str)
        case Rejected(reason=reason):
            assert_type(reason, Exception)
        case _:
            assert_never(outcome)


def a_function_that_returns_in_every_branch(n: Promise[int]) -> None:
    def described(outcome: Settled[int]) -> str:
        match outcome:
            case Fulfilled(value):
                return str(value)
            case Rejected(reason):
                return repr(reason)

    assert_type(n.settle().then(described), Promise[str])


def a_lambda_that_tells_them_apart(n: Promise[int]) -> None:
    assert_type(n.settle().then(lambda o: o.value if isinstance(o, Fulfilled) else 0), Promise[int])


def a_lambda_that_tells_them_apart_by_status(n: Promise[int]) -> None:
    assert_type(n.settle().then(lambda o: o.value if o.status == "fulfilled" else 0), Promise[int])


def the_values_of_a_list(outcomes: list[Settled[int]]) -> None:
    assert_type([o.value for o in outcomes if isinstance(o, Fulfilled)], list[int])


def the_reasons_of_a_list(outcomes: list[Settled[int]]) -> None:
    assert_type([o.reason for o in outcomes if isinstance(o, Rejected)], list[Exception])


# All of several, one by one.


def all_settled_of_one(n: Promise[int]) -> None:
    assert_type(Promise.all_settled(n), Promise[tuple[Settled[int]]])


def all_settled_of_two(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all_settled(n, s), Promise[tuple[Settled[int], Settled[str]]])


def all_settled_of_three(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all_settled(n, s, n), Promise[tuple[Settled[int], Settled[str], Settled[int]]])


def all_settled_of_four(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all_settled(n, s, n, s), Promise[tuple[Settled[int], Settled[str], Settled[int], Settled[str]]])


def all_settled_of_five(n: Promise[int], s: Promise[str]) -> None:
    all_of_them = Promise.all_settled(n, s, n, s, n)
    assert_type(all_of_them, Promise[tuple[Settled[int], Settled[str], Settled[int], Settled[str], Settled[int]]])


def all_settled_of_six(n: Promise[int], s: Promise[str]) -> None:
    all_of_them = Promise.all_settled(n, s, n, s, n, s)
    assert_type(
        all_of_them,
        Promise[tuple[Settled[int], Settled[str], Settled[int], Settled[str], Settled[int], Settled[str]]],
    )


def all_settled_of_seven(n: Promise[int], s: Promise[str]) -> None:
    all_of_them = Promise.all_settled(n, s, n, s, n, s, n)
    assert_type(
        all_of_them,
        Promise[
            tuple[Settled[int], Settled[str], Settled[int], Settled[str], Settled[int], Settled[str], Settled[int]]
        ],
    )


def all_settled_of_eight(n: Promise[int], s: Promise[str]) -> None:
    all_of_them = Promise.all_settled(n, s, n, s, n, s, n, s)
    assert_type(
        all_of_them,
        Promise[
            tuple[
                Settled[int],
                Settled[str],
                Settled[int],
                Settled[str],
                Settled[int],
                Settled[str],
                Settled[int],
                Settled[str],
            ]
        ],
    )


def all_settled_of_nine(n: Promise[int], s: Promise[str]) -> None:
    all_of_them = Promise.all_settled(n, s, n, s, n, s, n, s, n)
    assert_type(
        all_of_them,
        Promise[
            tuple[
                Settled[int],
                Settled[str],
                Settled[int],
                Settled[str],
                Settled[int],
                Settled[str],
                Settled[int],
                Settled[str],
                Settled[int],
            ]
        ],
    )


def all_settled_of_ten(n: Promise[int], s: Promise[str]) -> None:
    all_of_them = Promise.all_settled(n, s, n, s, n, s, n, s, n, s)
    assert_type(
        all_of_them,
        Promise[
            tuple[
                Settled[int],
                Settled[str],
                Settled[int],
                Settled[str],
                Settled[int],
                Settled[str],
                Settled[int],
                Settled[str],
                Settled[int],
                Settled[str],
            ]
        ],
    )


def all_settled_of_twelve_of_one_type(n: Promise[int]) -> None:
    twelve = Promise.all_settled(n, n, n, n, n, n, n, n, n, n, n, n)
    assert_type(twelve.then(lambda outcomes: outcomes[11]), Promise[Settled[int]])


def all_settled_of_an_unpacked_list(promises: list[Promise[int]]) -> None:
    assert_type(Promise.all_settled(*promises), Promise[tuple[Settled[int], ...]])


def all_settled_of_a_promise_and_a_coroutine(n: Promise[int]) -> None:
    assert_type(Promise.all_settled(n, world.fetch_soon(1)), Promise[tuple[Settled[int], Settled[str]]])


def all_settled_of_a_future_of_an_executor(_: int) -> None:
    assert_type(Promise.all_settled(world.pooled(1)), Promise[tuple[Settled[str]]])


def all_settled_of_two_chains_of_lambdas(n: Promise[int]) -> None:
    both = Promise.all_settled(n.then(lambda x: [x]), n.then(lambda x: str(x)))
    assert_type(both, Promise[tuple[Settled[list[int]], Settled[str]]])


def all_settled_and_a_handler(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all_settled(n, s).then(lambda both: both[1]), Promise[Settled[str]])


def all_settled_with_a_rejection(n: Promise[int]) -> None:
    both = Promise.all_settled(n, Promise.reject(ValueError()))
    assert_type(both.then(lambda both: both[0]), Promise[Settled[int]])


async def all_settled_and_await(n: Promise[int], s: Promise[str]) -> None:
    first, second = await Promise.all_settled(n, s)
    assert_type(first, Settled[int])
    assert_type(second, Settled[str])


# All of a tuple, and of any other iterable.


def all_settled_of_a_tuple_of_one(n: Promise[int]) -> None:
    assert_type(Promise.all_settled((n,)), Promise[tuple[Settled[int]]])


def all_settled_of_a_tuple_of_two(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all_settled((n, s)), Promise[tuple[Settled[int], Settled[str]]])


def all_settled_of_a_tuple_of_three(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all_settled((n, s, n)), Promise[tuple[Settled[int], Settled[str], Settled[int]]])


def all_settled_of_a_tuple_of_four(n: Promise[int], s: Promise[str]) -> None:
    all_of_them = Promise.all_settled((n, s, n, s))
    assert_type(all_of_them, Promise[tuple[Settled[int], Settled[str], Settled[int], Settled[str]]])


def all_settled_of_a_tuple_of_five(n: Promise[int], s: Promise[str]) -> None:
    all_of_them = Promise.all_settled((n, s, n, s, n))
    assert_type(all_of_them, Promise[tuple[Settled[int], Settled[str], Settled[int], Settled[str], Settled[int]]])


def all_settled_of_a_tuple_of_any_length(promises: tuple[Promise[int], ...]) -> None:
    assert_type(Promise.all_settled(promises), Promise[tuple[Settled[int], ...]])


def all_settled_of_a_tuple_of_values_and_promises(values: tuple[int | Promise[int], ...]) -> None:
    assert_type(Promise.all_settled(values), Promise[tuple[Settled[int], ...]])


def all_settled_of_a_list(n: Promise[int]) -> None:
    assert_type(Promise.all_settled([n, n]), Promise[list[Settled[int]]])


def all_settled_of_a_list_of_two_types(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all_settled([n, s]), Promise[list[Settled[int | str]]])


def all_settled_of_a_list_of_values_and_promises(values: list[int | Promise[int]]) -> None:
    assert_type(Promise.all_settled(values), Promise[list[Settled[int]]])


def all_settled_of_a_list_of_coroutines(_: int) -> None:
    assert_type(Promise.all_settled([world.fetch_soon(1), world.fetch_soon(2)]), Promise[list[Settled[str]]])


def all_settled_of_a_generator(_: int) -> None:
    assert_type(Promise.all_settled(world.fetch(i) for i in range(3)), Promise[list[Settled[str]]])


def all_settled_of_an_iterable(promises: Iterable[Promise[int]]) -> None:
    assert_type(Promise.all_settled(promises), Promise[list[Settled[int]]])


def all_settled_of_the_values_of_a_dict(by_name: dict[str, Promise[int]]) -> None:
    assert_type(Promise.all_settled(by_name.values()), Promise[list[Settled[int]]])
