"""A loader in several threads and loops: each has its own batches, the cache is shared, nobody waits for another."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

from typedpromise import Promise, Resolvers
from typedpromise.dataloader import DataLoader
from typedpromise.schedulers import AsyncioScheduler, use

T = TypeVar("T")


def in_a_thread(body: Callable[[], T]) -> T:
    """Return what `body` returns in a thread of its own; the test fails where that does not end."""
    results: list[T] = []
    thread = threading.Thread(target=lambda: results.append(body()), daemon=True)
    thread.start()
    thread.join(10)
    assert results, "the thread has not ended, or failed"
    return results[0]


def by_thread() -> tuple[DataLoader[int, int], list[tuple[int, list[int]]]]:
    """Return a loader, and its calls: the thread and the keys."""
    calls: list[tuple[int, list[int]]] = []

    def load(keys: list[int]) -> list[int]:
        calls.append((threading.get_ident(), keys))
        return [key * 2 for key in keys]

    return DataLoader(load), calls


def test_each_thread_has_its_own_batch() -> None:
    """A load is sent by the thread that asked for it, when that waits, and by no other."""
    loader, calls = by_thread()
    here = loader.load(1)

    there, ident = in_a_thread(lambda: (loader.load(2).get(), threading.get_ident()))

    assert there == 4
    assert here.is_pending
    assert calls == [(ident, [2])]
    assert here.get() == 2
    assert calls[1:] == [(threading.get_ident(), [1])]


def test_the_cache_is_shared() -> None:
    """What one thread has loaded the others need not load."""
    loader, calls = by_thread()

    assert in_a_thread(lambda: loader.load(1).get()) == 2
    assert loader.load(1).get() == 2
    assert in_a_thread(lambda: loader.clear(1) is loader)
    assert loader.load(1).get() == 2

    assert [keys for _, keys in calls] == [[1], [1]]


def test_no_thread_waits_for_the_batch_of_another() -> None:
    """A key that another thread has asked for, and has not got, is asked for again: here the other never sends it."""
    loader, calls = by_thread()
    here = loader.load(1)

    assert in_a_thread(lambda: loader.load(1).get()) == 2

    assert here.is_pending
    assert here.get() == 2
    assert [keys for _, keys in calls] == [[1], [1]]


def test_no_loop_waits_for_the_batch_of_another() -> None:
    """A key whose batch was lost with its loop is asked for again in the next."""
    never = Resolvers[list[int]]()
    answers: list[Promise[list[int]]] = [never.promise, Promise.resolve([5])]
    loader: DataLoader[int, int] = DataLoader(lambda _keys: answers.pop(0))

    async def ask() -> Promise[int]:
        promise = loader.load(1)
        await asyncio.sleep(0)
        return promise

    async def main() -> int:
        return await loader.load(1)

    assert asyncio.run(ask()).is_pending
    assert asyncio.run(main()) == 5


def test_two_loops_in_two_threads() -> None:
    """Tasks of each loop share a batch, which is sent on their loop."""
    loader, calls = by_thread()

    async def main(first: int) -> list[int]:
        return await asyncio.gather(*(asyncio.ensure_future(loader.load(key)) for key in range(first, first + 3)))

    assert asyncio.run(main(0)) == [0, 2, 4]
    assert in_a_thread(lambda: asyncio.run(main(10))) == [20, 22, 24]

    assert [keys for _, keys in calls] == [[0, 1, 2], [10, 11, 12]]
    assert calls[0][0] != calls[1][0]


def test_a_batch_sent_by_the_loop_of_another_thread() -> None:
    """Under `AsyncioScheduler` a thread's batches go to the loop, whichever moment it takes them at."""
    rounds = 300
    loader, calls = by_thread()

    async def main() -> list[Promise[int]]:
        scheduler = AsyncioScheduler(asyncio.get_running_loop())

        def work() -> list[Promise[int]]:
            with use(scheduler):
                return [loader.load(key) for key in range(rounds)]

        promises = await asyncio.to_thread(work)
        await asyncio.wait_for(asyncio.gather(*(asyncio.ensure_future(promise) for promise in promises)), 10)
        return promises

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        promises = asyncio.run(main())
    finally:
        sys.setswitchinterval(interval)

    assert [promise.value for promise in promises] == [key * 2 for key in range(rounds)]
    assert sorted(key for _, keys in calls for key in keys) == list(range(rounds))
    assert {ident for ident, _ in calls} == {threading.get_ident()}
    assert (loader.statistics.loads, loader.statistics.cache_hits) == (rounds, 0)


def test_many_threads_load_the_same_keys() -> None:
    """Every load of every thread comes, and the counts are right."""
    loader, calls = by_thread()
    threads, keys = 4, 200
    wrong: list[object] = []

    def work() -> None:
        for key in range(keys):
            value = loader.load(key).get(timeout=10)
            if value != key * 2:
                wrong.append((key, value))

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        workers = [threading.Thread(target=work, daemon=True) for _ in range(threads)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(20)
    finally:
        sys.setswitchinterval(interval)

    assert wrong == []
    assert not any(worker.is_alive() for worker in workers)
    assert loader.statistics.loads == threads * keys
    assert loader.statistics.batches == len(calls)
    assert loader.statistics.loads - loader.statistics.cache_hits == sum(len(asked) for _, asked in calls)
