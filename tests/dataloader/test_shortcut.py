"""The short way of a load, which takes for granted what the load before it found out, sees what has changed since."""

from __future__ import annotations

import asyncio
import copy
import gc
import pickle
import threading
import weakref
from asyncio import events
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, Rejected, Resolvers
from typedpromise.dataloader import DataLoader, Statistics


def recorded(**options: Any) -> tuple[DataLoader[Any, Any], list[list[Any]]]:
    """Return a loader that doubles its keys, and the keys of its calls."""
    calls: list[list[Any]] = []

    def load(keys: list[Any]) -> list[Any]:
        calls.append(keys)
        return [key * 2 for key in keys]

    return DataLoader(load, **options), calls


def test_a_thread_with_the_number_of_one_that_ended() -> None:
    """It begins a batch of its own: nobody would send that of a thread that is gone, whose number the system reuses."""
    loader, _ = recorded()
    idents: list[int] = []
    values: list[object] = []

    def ask_and_end(key: int) -> None:
        loader.load(key)
        loader.load(key + 1)
        idents.append(threading.get_ident())

    def ask_and_wait(key: int) -> None:
        loader.load(key)
        idents.append(threading.get_ident())
        values.append(loader.load(key + 1).get(timeout=5))

    for key in range(0, 100, 10):
        for work, first in ((ask_and_end, key), (ask_and_wait, key + 5)):
            thread = threading.Thread(target=work, args=(first,), daemon=True)
            thread.start()
            thread.join(10)

    assert values == [2 * (key + 6) for key in range(0, 100, 10)]
    assert len(idents) == 20


def test_a_loop_inside_a_handler() -> None:
    """Loads in a loop that a handler runs are sent by that loop, with those of the handler before."""
    loader, calls = recorded()

    async def main() -> list[int]:
        return list(await Promise.all([loader.load(3), loader.load(4)]))

    def handler(_value: None) -> list[int]:
        loader.load(1)
        loader.load(2)
        return asyncio.run(main())

    assert Promise.resolve(None).then(handler).get(timeout=5) == [6, 8]
    assert calls == [[1, 2, 3, 4]]


def test_a_loop_inside_a_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `nest_asyncio` lets one loop run inside another, each load is sent by the loop that runs."""
    monkeypatch.setattr(asyncio, "_nest_patched", True, raising=False)
    loader, calls = recorded()

    async def inner() -> int:
        loader.load(3)
        return int(await asyncio.wait_for(asyncio.ensure_future(loader.load(4)), 5))

    async def outer() -> int:
        loader.load(1)
        loader.load(2)
        running = asyncio.get_running_loop()
        nested = asyncio.new_event_loop()
        events._set_running_loop(None)
        try:
            return nested.run_until_complete(inner())
        finally:
            events._set_running_loop(running)
            nested.close()

    assert asyncio.run(outer()) == 8
    assert calls == [[1, 2, 3, 4]]


def test_loads_are_counted_before_they_are_sent(host: Host[Any]) -> None:
    """The counts have the loads of a batch that is still open, and no load twice when it is sent."""
    loader, _ = recorded()
    loader.prime(1, 10)

    def body() -> Promise[list[int]]:
        promises = [loader.load(key) for key in (1, 2, 2, 3)]
        assert (loader.statistics.loads, loader.statistics.cache_hits, loader.statistics.batches) == (4, 2, 0)
        return Promise.all(promises)

    assert host(body).get() == [10, 4, 4, 6]
    assert (loader.statistics.loads, loader.statistics.cache_hits, loader.statistics.batches) == (4, 2, 1)


def test_statistics_can_be_kept() -> None:
    """A copy, also a pickled one, has the counts of its moment, and counts no further."""
    loader, _ = recorded()
    loader.load(1).get()
    loader.load(1)
    copies: list[Statistics] = [copy.copy(loader.statistics), pickle.loads(pickle.dumps(loader.statistics))]  # noqa: S301 - our own

    loader.load(2).get()

    assert [repr(kept) for kept in copies] == [
        "Statistics(loads=2, cache_hits=1, batches=1, largest_batch=1)",
        "Statistics(loads=2, cache_hits=1, batches=1, largest_batch=1)",
    ]
    assert (loader.statistics.loads, loader.statistics.batches) == (3, 2)
    assert Statistics.__module__ == "typedpromise.dataloader"


def test_what_a_dict_as_the_cache_may_hold(host: Host[Any]) -> None:
    """A plain value stands for a promise of it, and None for no entry."""
    loader, calls = recorded(cache_map={1: "one", 2: None, 3: "three", 4: None})

    values = host(lambda: Promise.all([loader.load(key) for key in (1, 2, 3, 4)])).get()

    assert values == ["one", 4, "three", 8]
    assert calls == [[2, 4]]


def test_a_key_that_cannot_be_compared() -> None:
    """What its `__eq__` raises comes out as it is: the key is hashable, and nothing is to be said of that."""

    class Key:
        def __hash__(self) -> int:
            return 1

        def __eq__(self, _other: object) -> bool:
            message = "not comparable"
            raise TypeError(message)

        def __mul__(self, _factor: int) -> str:
            return "doubled"

    loader, _ = recorded()
    first = loader.load(Key())

    with pytest.raises(TypeError, match=r"\Anot comparable\Z"):
        loader.load(Key())

    assert first.get() == "doubled"


@pytest.mark.parametrize("key", [None, []])
def test_no_key_among_others(key: Any) -> None:
    """A wrong key raises in an open batch as it does in none, and the batch goes on without it."""
    loader, calls = recorded()
    first = loader.load(1)

    with pytest.raises(TypeError, match="<DataLoader of "):
        loader.load(key)

    assert Promise.all([first, loader.load(2)]).get() == [2, 4]
    assert calls == [[1, 2]]


def test_all_kinds_of_values_in_one_batch(host: Host[Any]) -> None:
    """Each value of a batch is what it is: plain, an object, a promise or an exception, in whatever order."""
    thing = object()
    later = Resolvers[int]()
    values: list[Any] = [1, "two", thing, later.promise, 5, ValueError("six"), 7, Promise.resolve(8)]
    loader: DataLoader[int, Any] = DataLoader(lambda _keys: values)

    promises = host(lambda: [loader.load(key) for key in range(8)])
    promises[0].wait()
    host(lambda: later.resolve(4))

    assert [promise.get() for index, promise in enumerate(promises) if index != 5] == [1, "two", thing, 4, 5, 7, 8]
    assert isinstance(promises[5].reason, ValueError)


def test_a_promise_of_a_batch_that_another_adopts(host: Host[Any]) -> None:
    """Settles both, and those who wait for either."""
    loader, _ = recorded()
    outer = Resolvers[int]()

    def body() -> Promise[list[int]]:
        loader.load(0)
        inner = loader.load(1)
        outer.resolve(inner)
        return Promise.all([outer.promise.then(lambda value: value + 1), inner.then(lambda value: value + 2), inner])

    assert host(body).get() == [3, 4, 2]
    assert outer.promise.get() == 2


class Key:
    """A key whose end can be seen."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __mul__(self, factor: int) -> int:
        return self.number * factor


@pytest.fixture
def _no_garbage_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_garbage_collector")
@pytest.mark.parametrize("fails", [False, True])
def test_a_key_is_kept_no_longer_than_its_batch(fails: bool) -> None:
    """The promise that waits for its batch has the key, and forgets it when it settles, though the cache keeps it."""
    gone: list[weakref.ref[Key]] = []

    def load(keys: list[Key]) -> list[Any]:
        gone.extend(weakref.ref(key) for key in keys)
        return [key * 2 for key in keys][fails:]

    loader: DataLoader[Key, Any] = DataLoader(load, cache_key_fn=lambda key: key.number)
    promises = [loader.load(Key(number)) for number in range(3)]
    promises[-1].wait()

    assert [promise.is_rejected for promise in promises] == [fails] * 3
    assert [key() for key in gone] == [None] * 3
    assert [isinstance(promise.settle().get(), Rejected) for promise in promises] == [fails] * 3
