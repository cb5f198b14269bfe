"""`all_settled`, `any`, `race`, `props`: one promise of several."""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.hosts import Host
from tests.support.unhandled import Unhandled
from typedpromise import Fulfilled, Promise, Rejected, Resolvers

FIRST, SECOND = ValueError("first"), KeyError("second")


def rejected(error: Exception) -> Promise[Any]:
    """Return a promise that is rejected and handled."""
    promise = Promise.reject(error)
    promise.catch(lambda _error: None)
    return promise


def test_all_settled_gives_every_outcome_in_order(host: Host[Any]) -> None:
    """Values, promises and rejections stand where their promise stood, and nothing rejects the result."""
    promise = host(lambda: Promise.all_settled([1, rejected(FIRST), Promise.resolve(2), rejected(SECOND)]))

    assert promise.value == [Fulfilled(1), Rejected(FIRST), Fulfilled(2), Rejected(SECOND)]


def test_all_settled_keeps_the_shape() -> None:
    """Arguments and a tuple give a tuple, any other iterable a list."""
    one = Promise.resolve(1)

    assert Promise.all_settled(one, one).value == (Fulfilled(1), Fulfilled(1))
    assert Promise.all_settled((one,)).value == (Fulfilled(1),)
    assert Promise.all_settled(iter([one])).value == [Fulfilled(1)]
    assert Promise.all_settled([]).value == []


def test_any_gives_the_first_value(host: Host[Any]) -> None:
    """Rejections before it do not matter, nor does what comes after."""
    slow, fast = Resolvers[int](), Resolvers[int]()

    def body() -> Promise[int]:
        promise = Promise.any(rejected(FIRST), slow.promise, fast.promise)
        fast.resolve(2)
        slow.resolve(1)
        return promise

    assert host(body).value == 2


def test_any_of_rejections_is_a_group_of_all_in_order(host: Host[Any]) -> None:
    """When every promise is rejected the reason is an exception group, in the order of the promises."""
    first, second = Resolvers[int](), Resolvers[int]()

    def body() -> Promise[int]:
        promise = Promise.any([first.promise, second.promise])
        second.reject(SECOND)
        first.reject(FIRST)
        return promise

    reason = host(body).reason

    assert type(reason) is ExceptionGroup
    assert reason.exceptions == (FIRST, SECOND)


def test_any_of_nothing_is_rejected() -> None:
    """No promise could be fulfilled, so none is; the message says so."""
    with pytest.raises(ValueError, match=r"any\(\) was given no promise"):
        Promise.any([]).get()


@pytest.mark.parametrize("winner", ["value", "rejection", "plain value"])
def test_race_settles_as_the_first(host: Host[Any], winner: str) -> None:
    """The first to settle decides, fulfilled or rejected; a plain value has settled already."""
    slow, fast = Resolvers[int](), Resolvers[int]()

    def body() -> Promise[int]:
        if winner == "plain value":
            return Promise.race([slow.promise, 7])
        promise = Promise.race(slow.promise, fast.promise)
        if winner == "value":
            fast.resolve(2)
        else:
            fast.reject(FIRST)
        slow.resolve(1)
        return promise

    promise = host(body)

    assert promise.settle().get() == {
        "value": Fulfilled(2), "rejection": Rejected(FIRST), "plain value": Fulfilled(7),
    }[winner]  # fmt: skip


def test_race_of_nothing_is_an_error() -> None:
    """Such a promise would stay pending for ever, so it is not made."""
    with pytest.raises(ValueError, match="pending for ever"):
        Promise.race([])


def test_the_losers_of_a_race_are_handled(unhandled: Unhandled) -> None:
    """A loser that is rejected after the race is not reported."""
    slow = Resolvers[int]()
    assert Promise.race([slow.promise, Promise.resolve(1)]).get() == 1

    slow.reject(FIRST)
    del slow

    assert unhandled.take() == []


@pytest.mark.parametrize("join", [Promise.race, Promise.any], ids=lambda join: join.__name__)
def test_races_do_not_pile_up_in_a_long_promise(join: Callable[..., Promise[int]]) -> None:
    """A promise that loses a thousand races holds no more than after one."""
    slow = Resolvers[int]()

    def size() -> int:
        return sum(len(gc.get_referents(held)) for held in gc.get_referents(slow.promise) if isinstance(held, list))

    slow.promise.then(str)
    join([slow.promise, Promise.resolve(1)]).get()
    after_one = size()
    for _ in range(1_000):
        join([slow.promise, Promise.resolve(1)]).get()

    assert size() == after_one


def test_an_early_rejection_leaves_the_other_promises_alone(unhandled: Unhandled) -> None:
    """`all` forgets, and goes on handling, the promises that it need not wait for any more."""
    slow = Resolvers[int]()
    seen = Promise.all(slow.promise, rejected(FIRST))
    assert seen.reason is FIRST

    slow.reject(SECOND)
    del slow

    assert unhandled.take() == []


def test_props_keeps_keys_and_their_order(host: Host[Any]) -> None:
    """The result is a dict with the mapping's keys, in its order, and plain values stay."""
    mapping = OrderedDict(b=Promise.resolve(2), a=1, c=Promise.resolve(3))

    value = host(lambda: Promise.props(mapping)).value

    assert list(value.items()) == [("b", 2), ("a", 1), ("c", 3)]
    assert type(value) is dict


def test_props_rejects_with_the_first_rejection(host: Host[Any]) -> None:
    """As `all` does."""
    assert host(lambda: Promise.props({"a": 1, "b": rejected(FIRST)})).reason is FIRST


@pytest.mark.parametrize("wrong", [42, [1], "ab"], ids=repr)
def test_props_wants_a_mapping(wrong: Any) -> None:
    """Anything else is told at the call."""
    with pytest.raises(TypeError, match=r"props\(\) takes a mapping to promises, not .* all\(promises\)"):
        Promise.props(wrong)


@pytest.mark.parametrize("method", [Promise.all_settled, Promise.any, Promise.race], ids=lambda join: join.__name__)
def test_a_dict_has_to_be_spelled_out(method: Callable[..., object]) -> None:
    """A dict would be joined by its keys, which nobody means."""
    with pytest.raises(TypeError, match=r"mapping\.values\(\)"):
        method({"a": 1})


def test_outcomes_are_told_apart() -> None:
    """By class, by status and in a match statement; they compare by value and by identity of the reason."""
    told = []
    for outcome in Promise.all_settled([1, rejected(FIRST)]).get():
        match outcome:
            case Fulfilled(value):
                told.append((outcome.status, value))
            case Rejected(reason):
                told.append((outcome.status, reason))

    assert told == [("fulfilled", 1), ("rejected", FIRST)]
    assert Fulfilled(1) == Fulfilled(1.0)
    assert Fulfilled(1) != Rejected(FIRST)
    assert Rejected(FIRST) == Rejected(FIRST)
    assert Rejected(FIRST) != Rejected(ValueError("first"))
    assert len({Fulfilled(1), Fulfilled(1), Rejected(FIRST), Rejected(FIRST)}) == 2
    assert repr([Fulfilled("x"), Rejected(FIRST)]) == "[Fulfilled('x'), Rejected(ValueError('first'))]"


def test_settle_gives_the_outcome_of_one(host: Host[Any], unhandled: Unhandled) -> None:
    """A promise of the outcome is never rejected, and handles the rejection."""
    assert host(lambda: Promise.resolve(1).settle()).value == Fulfilled(1)
    assert host(lambda: Promise.reject(FIRST).settle()).value == Rejected(FIRST)
    assert unhandled.take() == []


@pytest.mark.parametrize("join", [Promise.race, Promise.any])
def test_a_decision_is_made_once(host: Host[Any], unhandled: Unhandled, join: Callable[..., Promise[Any]]) -> None:
    """Where everything has settled before, the result is rejected once: a handler is enough to have handled it."""
    errors: list[Exception] = []

    def handler(_value: object) -> None:
        join([rejected(FIRST)]).catch(errors.append)

    host(lambda: Promise.resolve(1).then(handler))

    assert len(errors) == 1
    assert unhandled.take() == []
