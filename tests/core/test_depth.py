"""No recursion limit anywhere: chains, adoption, fan-out and joins of a hundred thousand links."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise

import pytest

from typedpromise import Promise, Resolvers

DEPTH = 100_000


def increment(value: int) -> int:
    """Return the next number."""
    return value + 1


@pytest.fixture(autouse=True)
def _low_recursion_limit() -> object:
    """Leave room for pytest and for nothing that recurses."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(400)
    yield
    sys.setrecursionlimit(before)


def test_chain_on_a_pending_promise() -> None:
    """A chain built before its promise settles runs to its end."""
    resolvers = Resolvers[int]()
    last = resolvers.promise
    for _ in range(DEPTH):
        last = last.then(increment)
    resolvers.resolve(0)

    assert last.get() == DEPTH


def test_chain_on_a_settled_promise() -> None:
    """A chain built on a settled promise runs to its end."""
    last = Promise.resolve(0)
    for _ in range(DEPTH):
        last = last.then(increment)

    assert last.get() == DEPTH


def test_rejection_passes_a_long_chain() -> None:
    """A rejection passes handlers that are not for it, as far as the chain goes."""
    resolvers = Resolvers[int]()
    last = resolvers.promise
    for _ in range(DEPTH):
        last = last.then(increment)
    error = ValueError("far away")
    resolvers.reject(error)

    assert last.reason is error


def test_fan_out() -> None:
    """Each of many handlers of one promise runs once, in order."""
    resolvers = Resolvers[int]()
    seen: list[int] = []
    for index in range(DEPTH):
        resolvers.promise.then(lambda value, index=index: seen.append(index + value))
    resolvers.resolve(0)

    assert seen == list(range(DEPTH))


@pytest.mark.parametrize("order", ["outermost first", "innermost first"])
def test_adoption_of_adoption(order: str) -> None:
    """A promise resolved with a promise resolved with a promise settles with the last of them."""
    all_resolvers = [Resolvers[int]() for _ in range(DEPTH)]
    pairs = list(pairwise(all_resolvers))
    for outer, inner in pairs if order == "outermost first" else reversed(pairs):
        outer.resolve(inner.promise)
    all_resolvers[-1].resolve(7)

    assert {resolvers.promise.get() for resolvers in all_resolvers} == {7}


def test_promise_loop() -> None:
    """A handler that returns the promise of the next turn can turn for ever."""

    def turn(left: int) -> Promise[str] | str:
        return Promise.resolve(left - 1).then(turn) if left else "done"

    assert Promise.resolve(DEPTH).then(turn).get() == "done"


def test_all_of_all() -> None:
    """A join of a join of a join settles."""
    resolvers = Resolvers[object]()
    joined: Promise[object] = resolvers.promise
    for _ in range(DEPTH):
        joined = Promise.all((joined,)).then(lambda values: values[0])
    resolvers.resolve("deep")

    assert joined.get() == "deep"


def test_coroutines_awaiting_coroutines() -> None:
    """Coroutines that await each other's promises, without a loop, do not recurse."""

    async def next_of(promise: Promise[int]) -> int:
        return await promise + 1

    resolvers = Resolvers[int]()
    last = resolvers.promise
    for _ in range(DEPTH // 10):
        last = Promise.resolve(next_of(last))
    resolvers.resolve(0)

    assert last.get() == DEPTH // 10


class Thenable:
    """A foreign thenable that gives another one."""

    def __init__(self, left: int) -> None:
        """Count down from `left`."""
        self.left = left

    def then(self, resolve: Callable[[object], None], _reject: Callable[[Exception], None]) -> None:
        """Resolve with the next."""
        resolve(Thenable(self.left - 1) if self.left else "bottom")


def test_thenables_that_give_thenables() -> None:
    """A thenable that resolves with a thenable, and so on, is followed without recursion."""
    assert Promise.resolve(Thenable(DEPTH // 10)).get() == "bottom"


@pytest.mark.parametrize("shape", ["chain", "fan-out", "adoption"])
def test_drop_of_what_never_settled(shape: str) -> None:
    """A large pending structure can be dropped without a crash of the interpreter's stack."""
    resolvers = Resolvers[int]()
    last = resolvers.promise
    kept: list[object] = []
    for _ in range(DEPTH):
        if shape == "adoption":
            outer = Resolvers[int]()
            outer.resolve(last)
            last = outer.promise
        elif shape == "chain":
            last = last.then(increment)
        else:
            kept.append(last.then(increment))
    kept.clear()
    del last, resolvers
