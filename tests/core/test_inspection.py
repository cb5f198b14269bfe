"""What can be seen of a promise from outside, and what its class promises to the rest of Python."""

from __future__ import annotations

import asyncio
import copy
import gc
import inspect
import pickle
import re
import weakref
from collections.abc import Awaitable, Callable
from typing import Any, get_args, get_origin

import pytest

from typedpromise import InvalidStateError, Promise, Resolvers

ERROR = ValueError("boom")


def pending() -> Promise[int]:
    """Make a pending promise."""
    return Resolvers[int]().promise


def linked() -> Promise[int]:
    """Make a promise that waits for another."""
    resolvers = Resolvers[int]()
    resolvers.resolve(pending())
    return resolvers.promise


def rejected() -> Promise[int]:
    """Make a rejected promise whose rejection counts as handled."""
    promise: Promise[int] = Promise.reject(ERROR)
    promise.catch(lambda error: None)
    return promise


def adopted() -> Promise[int]:
    """Make a promise whose value came from another."""
    outer, inner = Resolvers[int](), Resolvers[int]()
    outer.resolve(inner.promise)
    inner.resolve(1)
    return inner.promise


STATES: list[tuple[Callable[[], Promise[int]], str, str]] = [
    (pending, "pending", "pending"),
    (linked, "pending", "pending"),
    (lambda: Promise.resolve(1), "fulfilled", "fulfilled with 1"),
    (adopted, "fulfilled", "fulfilled with 1"),
    (rejected, "rejected", "rejected with ValueError('boom')"),
]
every_state = pytest.mark.parametrize(
    ("make", "state", "shown"), STATES, ids=["pending", "linked", "fulfilled", "adopted", "rejected"]
)


@every_state
def test_the_state(make: Callable[[], Promise[int]], state: str, shown: str) -> None:
    """`state` and the three questions agree, and a promise that waits for another is pending."""
    promise = make()

    assert promise.state == state
    questions = {"pending": promise.is_pending, "fulfilled": promise.is_fulfilled, "rejected": promise.is_rejected}
    assert [name for name, yes in questions.items() if yes] == [state]


@every_state
def test_the_repr_is_that_of_promise_2_3(make: Callable[[], Promise[int]], state: str, shown: str) -> None:
    """Programs compare it: `<Promise at 0x… fulfilled with 1>`, to the letter."""
    promise = make()

    assert repr(promise) == str(promise) == f"<Promise at {hex(id(promise))} {shown}>"


def test_the_repr_names_the_subclass() -> None:
    """A subclass shows its own name, as in 2.3."""

    class Sub(Promise[int]):
        pass

    assert re.fullmatch("<Sub at 0x[0-9a-f]+ pending>", repr(Sub(lambda resolve, reject: None)))


def test_the_repr_of_a_value_that_holds_its_promise() -> None:
    """A promise inside its own value is shown with an ellipsis, and so is one inside its own reason."""
    box: list[object] = []
    error = ValueError(box)
    in_value, in_reason = Promise.resolve(box), Promise[int].reject(error)
    in_reason.catch(lambda error: None)
    box += [in_value, in_reason]

    here, there = f"<Promise at {hex(id(in_value))}", f"<Promise at {hex(id(in_reason))}"
    shown = f"{here} fulfilled with [{here} fulfilled with ...>, {there} rejected with ValueError([...])>]>"
    assert [repr(in_value), repr(in_value)] == [shown, shown]


def test_a_repr_that_fails_leaves_nothing_behind() -> None:
    """A value whose `repr` raises makes that of the promise raise, and does not spoil the next one."""

    class Moody:
        calm = False

        def __repr__(self) -> str:
            if not self.calm:
                raise ERROR
            return "calm"

    value = Moody()
    promise = Promise.resolve(value)
    with pytest.raises(ValueError, match="boom"):
        repr(promise)
    value.calm = True

    assert repr(promise).endswith(" fulfilled with calm>")


def test_value_and_reason() -> None:
    """`value` gives the value, `reason` the exception itself, without raising or waiting."""
    value = object()

    assert Promise.resolve(value).value is value
    assert rejected().reason is ERROR


@pytest.mark.parametrize("make", [pending, linked, rejected], ids=lambda make: make.__name__)
def test_there_is_no_value(make: Callable[[], Promise[int]]) -> None:
    """`value` of a promise that is not fulfilled raises, and says which promise, and what to do."""
    promise = make()

    with pytest.raises(InvalidStateError, match=re.escape(f"{promise!r} has no value: look at is_fulfilled first")):
        _ = promise.value


@pytest.mark.parametrize("make", [pending, linked, adopted], ids=lambda make: make.__name__)
def test_there_is_no_reason(make: Callable[[], Promise[int]]) -> None:
    """`reason` of a promise that is not rejected raises likewise."""
    promise = make()

    with pytest.raises(InvalidStateError, match=re.escape(f"{promise!r} has no reason: look at is_rejected first")):
        _ = promise.reason


@pytest.mark.parametrize("name", ["state", "is_pending", "is_fulfilled", "is_rejected", "value", "reason", "other"])
def test_a_promise_cannot_be_written_to(name: str) -> None:
    """The state is read-only, and there is no room for attributes nobody declared."""
    with pytest.raises(AttributeError):
        setattr(Promise.resolve(1), name, 2)


COPIES: dict[str, Callable[[Any], object]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{f"pickle {protocol}": lambda it, n=protocol: pickle.dumps(it, n) for protocol in range(6)},
}


@pytest.mark.parametrize("how", COPIES)
@pytest.mark.parametrize("make", [pending, adopted], ids=lambda make: make.__name__)
def test_a_promise_is_not_copied(make: Callable[[], Promise[int]], how: str) -> None:
    """A copy would never settle: copying and pickling are refused with a way out."""
    with pytest.raises(TypeError, match=r"cannot be copied or pickled.* pass on the value it gives instead"):
        COPIES[how](make())


def test_identity_is_equality() -> None:
    """Promises of equal values are different keys."""
    first, second = Promise.resolve(1), Promise.resolve(1)

    assert first == first  # noqa: PLR0124 - the fact
    assert first != second
    assert len({first, second, first}) == 2


def test_a_promise_is_true() -> None:
    """`if promise:` does not ask for its value."""
    assert bool(Promise.resolve(0)) is True


def test_weak_references() -> None:
    """A promise can be referred to weakly, and goes when nobody holds it."""
    promise = Promise.resolve(1)
    gone: list[str] = []
    reference = weakref.ref(promise, lambda _reference: gone.append("gone"))
    keys = weakref.WeakKeyDictionary({promise: 1})
    assert reference() is promise
    assert len(keys) == 1

    del promise
    gc.collect()

    assert gone == ["gone"]
    assert len(keys) == 0


def test_it_is_awaitable_to_everybody() -> None:
    """inspect, collections.abc and asyncio take it for an awaitable, and not for a coroutine or a future."""
    promise = pending()

    assert inspect.isawaitable(promise)
    assert isinstance(promise, Awaitable)
    assert not asyncio.iscoroutine(promise)
    assert not asyncio.isfuture(promise)


def test_the_class_can_be_subscripted() -> None:
    """`Promise[int]` is an alias that makes promises, also of a subclass, and tells its parts to typing."""

    class Sub(Promise[int]):
        pass

    assert get_origin(Promise[int]) is Promise
    assert get_args(Promise[int]) == (int,)
    assert type(Promise[int](lambda resolve, reject: resolve(1))) is Promise
    untyped: Any = Sub
    assert get_origin(untyped[int]) is Sub
    assert isinstance(Sub(lambda resolve, reject: None), Promise)


@pytest.mark.parametrize(
    "promise",
    [
        Promise.resolve(1),
        Promise.resolve(1).then(str),
        Promise.resolve(1).catch(str),
        Promise.resolve(1).finally_(lambda: None),
        Promise.all([1]),
        Promise.try_(str),
        Promise[int].with_resolvers().promise,
    ],
    ids=["resolve", "then", "catch", "finally_", "all", "try_", "with_resolvers"],
)
def test_every_promise_is_of_the_public_class(promise: Promise[Any]) -> None:
    """Whatever made it, its class is `typedpromise.Promise`."""
    assert type(promise) is Promise
    assert (type(promise).__module__, type(promise).__qualname__) == ("typedpromise", "Promise")


def test_a_subclass_may_have_attributes_and_methods() -> None:
    """A subclass has a `__dict__`, may mix in other classes, and may override and call `then`."""

    class Mixin:
        def greet(self) -> str:
            return f"hello from {self!r}"

    class Counting(Promise[int], Mixin):
        thens = 0

        def then(self, *handlers: Any) -> Any:
            self.thens += 1
            return super().then(*handlers)

    promise = Counting(lambda resolve, reject: resolve(1))
    promise.label = "mine"  # type: ignore[attr-defined]

    assert promise.then(lambda value: value + 1).value == 2
    assert promise.thens == 1
    assert promise.greet().startswith("hello from <Counting at 0x")
