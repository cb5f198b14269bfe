"""When a batch is sent, what its function may return, and in which context it runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import ContextVar
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, PromiseTimeoutError, Resolvers
from typedpromise.dataloader import DataLoader
from typedpromise.schedulers import DeferredScheduler, use


def doubled(keys: list[int]) -> list[int]:
    """Return twice each key."""
    return [key * 2 for key in keys]


async def soon(keys: list[int]) -> list[int]:
    """Return twice each key, from a coroutine."""
    return doubled(keys)


def from_an_executor(keys: list[int]) -> Future[list[int]]:
    """Return a future as executors do."""
    future: Future[list[int]] = Future()
    future.set_result(doubled(keys))
    return future


class Thenable:
    """A foreign promise."""

    def __init__(self, value: object) -> None:
        self.value = value

    def then(self, resolve: Callable[[object], None], _reject: object) -> None:
        resolve(self.value)


WAYS: list[Callable[[list[int]], Any]] = [
    doubled,
    lambda keys: tuple(doubled(keys)),
    lambda keys: range(0, 2 * len(keys), 2),
    lambda keys: Promise.resolve(doubled(keys)),
    lambda keys: Promise.resolve(keys).then(doubled),
    lambda keys: [Promise.resolve(key * 2) for key in keys],
    lambda keys: Thenable(doubled(keys)),
    from_an_executor,
    soon,
]
NAMES = ["list", "tuple", "range", "promise", "chain", "list of promises", "thenable", "future", "coroutine"]


@pytest.mark.parametrize("way", WAYS, ids=NAMES)
def test_what_a_batch_function_may_return(host: Host[Any], way: Callable[[list[int]], Any]) -> None:
    """A list, at once or later."""
    loader: DataLoader[int, int] = DataLoader(way)

    assert host(lambda: Promise.all([loader.load(key) for key in range(5)])).get() == [0, 2, 4, 6, 8]
    assert loader.statistics.batches == 1


def test_five_loads_at_the_top_level_are_one_batch() -> None:
    """Without a loop nothing is sent until somebody waits; `promise` 2.3 made five batches."""
    loader = DataLoader(doubled)

    promises = [loader.load(key) for key in range(5)]
    assert loader.statistics.batches == 0

    assert promises[4].get() == 8
    assert all(promise.is_fulfilled for promise in promises)
    assert (loader.statistics.batches, loader.statistics.largest_batch) == (1, 5)


def test_the_end_of_a_drain_sends_the_batch() -> None:
    """Loads in the handlers of one drain are one batch, with those that were made before it."""
    loader = DataLoader(doubled)
    gate = Resolvers[int]()
    found = [gate.promise.then(lambda _value, key=key: loader.load(key)) for key in range(3)]
    found.append(loader.load(3))

    gate.resolve(1)

    assert [promise.value for promise in found] == [0, 2, 4, 6]
    assert loader.statistics.batches == 1


def test_loads_of_several_tasks_are_one_batch() -> None:
    """The tasks that ask within one tick of the loop share a batch."""

    async def load(keys: list[int]) -> list[int]:
        await asyncio.sleep(0)
        return doubled(keys)

    loader = DataLoader(load)

    async def task(key: int) -> int:
        return await loader.load(key)

    async def main() -> list[int]:
        return await asyncio.gather(*(task(key) for key in range(5)))

    assert asyncio.run(main()) == [0, 2, 4, 6, 8]
    assert loader.statistics.batches == 1


def test_loads_that_follow_in_tasks_are_one_batch() -> None:
    """Tasks that wait for one batch go on together, and so do their next loads."""
    loader = DataLoader(soon)

    async def task(key: int) -> int:
        return await loader.load(await loader.load(key))

    async def main() -> list[int]:
        return await asyncio.gather(*(task(key) for key in (1, 10, 100)))

    assert asyncio.run(main()) == [4, 40, 400]
    assert loader.statistics.batches == 2


def test_a_batch_begun_without_a_loop_is_sent_by_the_loop() -> None:
    """A load in a loop joins the batch that was begun before, and sees to it that it is sent."""
    loader = DataLoader(doubled)
    before = loader.load(1)

    async def main() -> int:
        return await loader.load(2)

    assert asyncio.run(main()) == 4
    assert before.value == 2
    assert loader.statistics.batches == 1


def test_a_batch_whose_loop_was_closed_is_sent_by_the_next() -> None:
    """A loop that was closed before its tick takes no load with it."""
    loader = DataLoader(doubled)
    first = asyncio.new_event_loop()
    made: list[Promise[int]] = []

    def load_and_stop() -> None:
        made.append(loader.load(1))
        first.stop()

    first.call_soon(load_and_stop)
    first.run_forever()
    first.close()
    assert made[0].is_pending

    async def main() -> int:
        return await loader.load(2)

    assert asyncio.run(main()) == 4
    assert made[0].value == 2


def test_a_batch_begun_before_a_scheduler_is_sent_by_it() -> None:
    """A load under a scheduler sees to it that the scheduler sends the batch."""
    loader = DataLoader(doubled)
    before = loader.load(1)
    scheduler = DeferredScheduler()

    with use(scheduler):
        after = loader.load(2)
        scheduler.run()

    assert (before.value, after.value) == (2, 4)


def test_a_scheduler_that_fails_loses_no_load_silently() -> None:
    """What `batch_schedule_fn` raises comes out of the load, and the next load begins anew."""
    failing = [True]

    def schedule(send: Callable[[], None]) -> None:
        if failing.pop():
            message = "no timer"
            raise OSError(message)
        send()

    loader = DataLoader(doubled, batch_schedule_fn=schedule)
    with pytest.raises(OSError, match="no timer"):
        loader.load(1)
    failing.append(False)

    assert loader.load(1).get() == 2


def test_a_host_that_fails_takes_no_earlier_load_with_it() -> None:
    """A load under a scheduler that is closed raises, and the loads before it are sent by whoever comes next."""

    class Closed:
        def call_soon(self, callback: Callable[[], object], /) -> None:
            message = "closed"
            raise RuntimeError(message)

    loader = DataLoader(doubled)
    before = loader.load(1)
    with use(Closed()), pytest.raises(RuntimeError, match="closed"):
        loader.load(2)

    assert before.get() == 2
    assert loader.load(3).get() == 6


def test_a_batch_that_is_sent_twice_is_sent_once() -> None:
    """The function given to `batch_schedule_fn` does nothing when it is called again."""
    sends: list[Callable[[], None]] = []
    loader = DataLoader(doubled, batch_schedule_fn=sends.append)
    promise = loader.load(1)

    sends[0]()
    sends[0]()

    assert promise.value == 2
    assert loader.statistics.batches == 1


def test_a_batch_function_that_loads(host: Host[Any]) -> None:
    """Loads of the same loader inside its batch function are the next batch."""

    def load(keys: list[int]) -> list[Promise[int] | int]:
        return [key if key == 0 else loader.load(key - 1) for key in keys]

    loader: DataLoader[int, int] = DataLoader(load)

    assert host(lambda: loader.load(3)).get() == 0
    assert loader.statistics.batches == 4


def test_a_batch_function_that_waits() -> None:
    """Without a loop a batch function may wait for another loader's load."""
    users = DataLoader(doubled)
    loader: DataLoader[int, int] = DataLoader(lambda keys: [users.load(key).get() for key in keys])

    assert loader.load_many([1, 2]).get() == [2, 4]


def test_a_batch_function_that_never_settles(host: Host[Any]) -> None:
    """The loads stay pending, and `get` says so when its time is up."""
    never = Resolvers[list[int]]()
    loader: DataLoader[int, int] = DataLoader(lambda _keys: never.promise)

    promise = host(lambda: loader.load(1))

    with pytest.raises(PromiseTimeoutError, match="did not settle within"):
        promise.get(timeout=0.001)
    host(lambda: never.resolve([5]))
    assert promise.value == 5


request_id: ContextVar[str] = ContextVar("request_id")


def test_the_context_is_that_of_the_first_load(host: Host[Any]) -> None:
    """A batch function, also an async one, sees the context variables of the load that began the batch."""
    seen: list[str] = []

    def plain(keys: list[int]) -> list[int]:
        seen.append(request_id.get())
        request_id.set("changed")
        return keys

    async def later(keys: list[int]) -> list[int]:
        return plain(keys)

    def body() -> Promise[Any]:
        request_id.set("first")
        loads = [loader.load(1) for loader in loaders]
        request_id.set("second")
        return Promise.all([*loads, *(loader.load(2) for loader in loaders)])

    loaders = [DataLoader(plain), DataLoader(later)]
    assert host(body).get() == [1, 1, 2, 2]

    assert seen == ["first", "first"]


def test_statistics(host: Host[Any]) -> None:
    """A loader counts its loads, those the cache answered, its batches and the largest of them."""
    loader = DataLoader(doubled)

    host(lambda: Promise.all([loader.load(1), loader.load(1), loader.load_many([2, 3])])).wait()
    host(lambda: loader.load_many([1, 4])).wait()

    assert repr(loader.statistics) == "Statistics(loads=6, cache_hits=2, batches=2, largest_batch=3)"


@pytest.mark.parametrize("all_fail", [True, False], ids=["the batch", "one key"])
def test_the_loads_of_a_batch_settle_side_by_side(host: Host[Any], *, all_fail: bool) -> None:
    """A load that is rejected is no link ahead of those behind it: their handlers come in turn, as in ECMAScript."""
    log: list[str] = []

    def load(keys: list[int]) -> list[int | Exception]:
        if all_fail:
            raise ValueError(keys)
        return [ValueError(keys[0]), *keys[1:]]

    def body() -> None:
        loader = DataLoader(load)
        loader.load(1).then(lambda _value: log.append("never")).catch(lambda _error: log.append("second link of 1"))
        loader.load(2).then(lambda _value: log.append("first link of 2"), lambda _error: log.append("first link of 2"))

    host(lambda: Promise.resolve(0).then(lambda _value: body()))

    assert log == ["first link of 2", "second link of 1"]
