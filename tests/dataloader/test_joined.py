"""Loads under a join, which is told once of all that come in a row: who comes first, and what each join gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Fulfilled, Promise, Rejected
from typedpromise.dataloader import DataLoader


def doubled(keys: list[Any]) -> list[Any]:
    """Return twice each key, or the exception that it is."""
    return [key if isinstance(key, Exception) else key * 2 for key in keys]


def loads(loader: DataLoader[Any, Any], keys: list[Any]) -> list[Promise[Any]]:
    """Return a promise for each key."""
    return [loader.load(key) for key in keys]


def test_all_of_the_loads(host: Host[Any]) -> None:
    """Values in the order of the promises, also where one stands there twice."""
    loader = DataLoader(doubled)

    assert host(lambda: Promise.all(loads(loader, [3, 1, 3, 2]))).get() == [6, 2, 6, 4]


def test_two_joins_of_one_batch(host: Host[Any]) -> None:
    """Each gets its own, whether their loads stand apart, alternate or are the same."""
    loader = DataLoader(doubled)

    def body() -> list[Promise[Any]]:
        promises = loads(loader, list(range(9)))
        parts = [promises[:3], promises[3::2], promises[4::2], promises]
        return [Promise.all(part) for part in parts]

    found = [promise.get() for promise in host(body)]

    assert found == [[0, 2, 4], [6, 10, 14], [8, 12, 16], [0, 2, 4, 6, 8, 10, 12, 14, 16]]
    assert loader.statistics.batches == 1


def test_a_join_of_loads_and_others(host: Host[Any]) -> None:
    """A join that waits for something else as well does not end with the batch."""
    loader = DataLoader(doubled)
    resolve: list[Callable[[int], None]] = []

    def body() -> Promise[Any]:
        other = Promise[int](lambda resolve_, _reject: resolve.append(resolve_))
        return Promise.all([*loads(loader, [1, 2]), other, 7])

    promise = host(body)
    assert loader.load(1).get() == 2
    assert promise.is_pending

    host(lambda: resolve[0](5))

    assert promise.get() == [2, 4, 5, 7]


@pytest.mark.parametrize("keys", [[1, 2, 3], [ValueError(), 2, 3], [1, ValueError(), 3], [1, 2, ValueError()]])
def test_every_join(host: Host[Any], keys: list[Any]) -> None:
    """The first that counts decides, wherever a rejected load stands."""
    loader = DataLoader(doubled)

    def body() -> list[Promise[Any]]:
        promises = loads(loader, keys)
        return [join(promises) for join in (Promise.all, Promise.all_settled, Promise.any, Promise.race)]

    joined, settled, first_fulfilled, first = host(body)

    settled.wait()
    joined.wait()
    wrong = [key for key in keys if isinstance(key, Exception)]
    values = doubled(keys)
    assert (joined.reason if wrong else joined.get()) == (wrong[0] if wrong else values)
    assert settled.get() == [Rejected(value) if value in wrong else Fulfilled(value) for value in values]
    assert first_fulfilled.get() == next(value for value in values if value not in wrong)
    assert (first.reason if values[0] in wrong else first.get()) == values[0]


def test_a_race_alone(host: Host[Any]) -> None:
    """The first load of the batch wins, not the last."""
    loader = DataLoader(doubled)

    raced, some = host(lambda: [Promise.race(loads(loader, [4, 5, 6])), Promise.any(loads(loader, [7, 8]))])

    assert (raced.get(), some.get()) == (8, 14)


def test_values_of_many_types(host: Host[Any]) -> None:
    """Objects of the user's, promises and exceptions among the values come in their places."""
    thing = object()
    loader: DataLoader[int, Any] = DataLoader(lambda _keys: [1, thing, Promise.resolve(2), "3", KeyError(4), 5])

    outcomes = host(lambda: Promise.all_settled([loader.load(key) for key in range(6)])).get()

    assert [outcome.value for outcome in outcomes if isinstance(outcome, Fulfilled)] == [1, thing, 2, "3", 5]
    assert isinstance(outcomes[4], Rejected)


def test_handlers_keep_their_places(host: Host[Any]) -> None:
    """Handlers of loads, and of a join whose last load stands between them, run in the order of the batch."""
    loader = DataLoader(doubled)
    order: list[Any] = []

    def body() -> Promise[Any]:
        one, two, three, four = loads(loader, [1, 2, 3, 4])
        four.then(lambda _value: order.append("four"))
        joined = Promise.all([two, three]).then(lambda _values: order.append("all"))
        one.then(lambda _value: order.append("one"))
        return joined

    host(body).wait()

    assert order == ["one", "four", "all"]


def test_several_handlers_of_one_load(host: Host[Any]) -> None:
    """A load under a join and with handlers tells all of them."""
    loader = DataLoader(doubled)
    seen: list[int] = []

    def body() -> Promise[Any]:
        promises = loads(loader, [1, 2, 3])
        joined = Promise.all(promises)
        promises[1].then(seen.append)
        promises[1].then(seen.append)
        return joined

    assert host(body).get() == [2, 4, 6]
    assert seen == [4, 4]
