"""A promise is decided once, by the first call of either function, wherever that comes from."""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
import weakref
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, NamedTuple

import pytest

from typedpromise import Promise, Resolvers

ERROR = ValueError("first")
LATER = KeyError("later")


class Decided(NamedTuple):
    """A promise and the functions that decide it."""

    promise: Promise[Any]
    resolve: Callable[[Any], None]
    reject: Callable[[Exception], None]


def by_executor() -> Decided:
    """Get the functions out of an executor."""
    functions: list[Any] = []
    promise = Promise[Any](lambda resolve, reject: functions.extend((resolve, reject)))
    return Decided(promise, *functions)


def by_resolvers() -> Decided:
    """Get the functions from `Resolvers`."""
    resolvers = Resolvers[Any]()
    return Decided(resolvers.promise, resolvers.resolve, resolvers.reject)


def by_with_resolvers() -> Decided:
    """Get the functions from `Promise.with_resolvers`."""
    resolvers = Promise[Any].with_resolvers()
    return Decided(resolvers.promise, resolvers.resolve, resolvers.reject)


MAKERS = [by_executor, by_resolvers, by_with_resolvers]
every_maker = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)


@every_maker
@pytest.mark.parametrize("then_resolve", [True, False], ids=["resolve later", "reject later"])
@pytest.mark.parametrize("first_resolve", [True, False], ids=["resolve first", "reject first"])
def test_the_first_call_counts(make: Callable[[], Decided], *, first_resolve: bool, then_resolve: bool) -> None:
    """A promise settles once: `resolve(1); reject(e)` leaves it fulfilled, and so for every other pair."""
    decided = make()

    for resolve, value, error in ((first_resolve, 1, ERROR), (then_resolve, 2, LATER)):
        if resolve:
            decided.resolve(value)
        else:
            decided.reject(error)

    if first_resolve:
        assert decided.promise.value == 1
    else:
        assert decided.promise.reason is ERROR


class NeverSpeaks:
    """A thenable that keeps the functions and calls neither."""

    def then(self, resolve: Callable[[object], None], reject: object) -> None:
        """Keep `resolve`."""
        self.resolve = resolve


class Pending(NamedTuple):
    """Something pending to be adopted, and how it settles in the end."""

    value: object
    finish: Callable[[], object]


def pending_promise() -> Pending:
    """Make a promise."""
    inner = Resolvers[str]()
    return Pending(inner.promise, lambda: inner.resolve("done"))


def pending_thenable() -> Pending:
    """Make a foreign thenable."""
    thenable = NeverSpeaks()
    return Pending(thenable, lambda: thenable.resolve("done"))


def pending_executor_future() -> Pending:
    """Make a future of an executor."""
    future: concurrent.futures.Future[str] = concurrent.futures.Future()
    return Pending(future, lambda: future.set_result("done"))


def pending_coroutine() -> Pending:
    """Make a coroutine that waits for a promise."""
    inner = Resolvers[str]()

    async def wait() -> str:
        return await inner.promise

    return Pending(wait(), lambda: inner.resolve("done"))


PENDING = [pending_promise, pending_thenable, pending_executor_future, pending_coroutine]


@every_maker
@pytest.mark.parametrize("what", PENDING, ids=lambda what: what.__name__)
@pytest.mark.parametrize("later", ["resolve", "reject", "resolve with a promise"])
def test_a_resolved_promise_is_locked_in(make: Callable[[], Decided], what: Callable[[], Pending], later: str) -> None:
    """After `resolve(pending)` the promise is pending still, and no later call can decide it."""
    decided, inner = make(), what()
    decided.resolve(inner.value)

    match later:
        case "resolve":
            decided.resolve(2)
        case "reject":
            decided.reject(LATER)
        case _:
            decided.resolve(Promise.resolve(3))

    assert decided.promise.is_pending
    inner.finish()
    assert decided.promise.get(5) == "done"


def test_locked_in_by_an_asyncio_future() -> None:
    """A promise resolved with a pending asyncio future waits for it alone."""

    async def main() -> object:
        future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        resolvers = Resolvers[str]()
        resolvers.resolve(future)
        resolvers.resolve("later")
        resolvers.reject(LATER)
        assert resolvers.promise.is_pending
        future.set_result("done")
        return await resolvers.promise

    assert asyncio.run(main()) == "done"


def test_the_settler_of_the_inner_promise_decides_the_outer_one() -> None:
    """An adopted promise keeps its own functions, and their one call settles both promises."""
    outer, inner = Resolvers[int](), Resolvers[int]()
    outer.resolve(inner.promise)

    inner.reject(ERROR)

    assert outer.promise.reason is inner.promise.reason is ERROR


@every_maker
def test_from_another_thread(make: Callable[[], Decided]) -> None:
    """The functions work from any thread, and without a loop the handlers run on that thread."""
    decided = make()
    ran_on: list[str] = []
    child = decided.promise.then(lambda value: (ran_on.append(threading.current_thread().name), value)[1])

    thread = threading.Thread(target=decided.resolve, args=(5,), name="settler")
    thread.start()

    assert child.get(5) == 5
    thread.join(5)
    assert ran_on == ["settler"]


@every_maker
def test_the_functions_return_none(make: Callable[[], Decided]) -> None:
    """Neither function gives anything back, the first time and later."""
    decided = make()
    untyped: Any = decided

    assert [untyped.resolve(1), untyped.resolve(1), untyped.reject(ERROR)] == [None, None, None]


@every_maker
def test_a_reason_that_is_none_leaves_the_promise_undecided(make: Callable[[], Decided]) -> None:
    """`reject("x")` raises and does not use up the one call."""
    decided = make()
    untyped: Any = decided

    with pytest.raises(TypeError, match="takes an exception"):
        untyped.reject("x")

    assert decided.promise.is_pending
    decided.resolve(1)
    assert decided.promise.value == 1


def test_resolvers_are_ordinary_objects() -> None:
    """`Resolvers[int]` can be written, has weak references, and shows its promise."""
    resolvers = Resolvers[int]()

    assert weakref.ref(resolvers)() is resolvers
    assert repr(resolvers) == f"<Resolvers of {resolvers.promise!r}>"
    assert type(resolvers.promise) is Promise


def test_the_functions_can_be_kept_without_their_owner() -> None:
    """A callback API may hold `resolve` alone."""

    def make() -> tuple[Promise[int], Callable[[int], None]]:
        resolvers = Resolvers[int]()
        return resolvers.promise, resolvers.resolve

    promise, resolve = make()
    resolve(1)

    assert promise.value == 1


def test_a_coroutine_that_comes_too_late_is_not_run() -> None:
    """What a decided promise is resolved with is not looked at; whoever made the coroutine gets Python's warning."""
    started: list[str] = []

    async def late() -> None:
        started.append("late")

    resolvers = Resolvers[Any]()
    resolvers.resolve(1)
    coroutine: Coroutine[Any, Any, None] = late()
    resolvers.resolve(coroutine)

    assert started == []
    coroutine.close()


def test_a_getter_is_not_read_for_nothing() -> None:
    """A decided promise does not read `then` of what comes later."""
    read: list[str] = []

    class Late:
        @property
        def then(self) -> None:
            read.append("then")

    resolvers = Resolvers[Any]()
    resolvers.resolve(1)
    resolvers.resolve(Late())

    assert read == []


def numbers() -> Iterator[int]:
    """Generate: a plain generator is a value, not an awaitable."""
    yield 1


def test_a_generator_is_a_value() -> None:
    """`resolve(generator)` fulfils with the generator itself, unstarted."""
    generator = numbers()
    resolvers = Resolvers[Iterator[int]]()
    resolvers.resolve(generator)

    assert resolvers.promise.value is generator
    assert next(generator) == 1
