"""Loaders whose batch function hands back a stranger, or never comes back: nothing is lost, and no other key waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import promise
import pytest
from twisted.internet.defer import succeed
from vine import promise as vine_promise

from tests.support.hosts import Host
from typedpromise import BatchError, Promise, PromiseTimeoutError, Resolvers
from typedpromise.compat.dataloader import DataLoader as CompatDataLoader
from typedpromise.dataloader import DataLoader

Loader = Callable[[Callable[[list[int]], Any]], Any]
LOADERS: list[Loader] = [DataLoader, CompatDataLoader]
each_loader = pytest.mark.parametrize("make", LOADERS, ids=["typedpromise", "compat"])


def called(theirs: Any, values: list[Any]) -> Any:
    """Return a vine promise that was called with values."""
    theirs(values)
    return theirs


STRANGERS: dict[str, Callable[[list[Any]], Any]] = {
    "promise 2.3": promise.Promise.resolve,
    "vine": lambda values: called(vine_promise(), values),
    "Deferred": succeed,
}


def give_up_waiting(promise: Promise[Any]) -> None:
    """Have the batch sent, and see that it does not come."""
    with pytest.raises(PromiseTimeoutError, match="did not settle within 0 seconds"):
        promise.get(0)


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_stranger_with_the_values(stranger: str, host: Host[Any]) -> None:
    """Another library's promise of the values is as good as ours."""
    loader: DataLoader[int, int] = DataLoader(lambda keys: STRANGERS[stranger]([key * 2 for key in keys]))

    promises = host(lambda: [loader.load(1), loader.load(2)])

    assert [promise.get(5) for promise in promises] == [2, 4]


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_stranger_with_too_few_values(stranger: str, host: Host[Any]) -> None:
    """It rejects each key of the batch, with both counts, as a list of our own would."""
    loader: DataLoader[int, int] = DataLoader(lambda keys: STRANGERS[stranger](keys[1:]), name="users")

    promises = host(lambda: [loader.load(1), loader.load(2)])

    for waiting in promises:
        waiting.wait(5)
        assert isinstance(waiting.reason, BatchError)
        assert "<DataLoader 'users'> was given 2 keys and returned 1 values" in str(waiting.reason)


@each_loader
def test_a_batch_that_never_settles(make: Loader) -> None:
    """Its keys wait, `get(timeout)` says so, and the keys of other batches come all the same."""
    never = Resolvers[list[int]]()
    loader = make(lambda keys: never.promise if 1 in keys else Promise.resolve(keys))
    stuck = loader.load(1)

    give_up_waiting(stuck)

    assert loader.load(2).get(5) == 2
    assert stuck.is_pending


@each_loader
def test_a_key_can_be_asked_again_after_a_batch_that_never_settles(make: Loader) -> None:
    """The cache keeps the pending promise; `clear(key)` lets the next load start anew, and the late value comes too."""
    batches: list[Resolvers[list[int]]] = []

    def batch(_keys: list[int]) -> Promise[list[int]]:
        batches.append(Resolvers[list[int]]())
        return batches[-1].promise

    loader = make(batch)
    first = loader.load(1)
    give_up_waiting(first)
    give_up_waiting(loader.load(1))
    assert len(batches) == 1

    again = loader.clear(1).load(1)
    give_up_waiting(again)
    batches[1].resolve([10])
    assert (first.state, again.value) == ("pending", 10)

    batches[0].resolve([11])
    assert (first.value, again.value) == (11, 10)


def test_a_batch_that_never_settles_inside_asyncio() -> None:
    """`timeout` gives a task its way out, and the loop goes on with other batches."""

    async def main() -> list[object]:
        never: asyncio.Future[list[int]] = asyncio.get_running_loop().create_future()
        loader: DataLoader[int, int] = DataLoader(lambda keys: never if 1 in keys else Promise.resolve(keys))
        stuck = loader.load(1)
        late = await stuck.timeout(0).catch(PromiseTimeoutError, lambda _error: "late")
        return [late, await loader.load(2), stuck.state]

    assert asyncio.run(main()) == ["late", 2, "pending"]


def test_a_batch_that_its_function_forgot_is_not_held() -> None:
    """Where nobody can settle it any more, the loads are freed with whoever waits for them."""
    loader: DataLoader[int, int] = DataLoader(lambda _keys: Resolvers[list[int]]().promise, cache=False)
    freed: list[int] = []

    class Watched:
        def __del__(self) -> None:
            freed.append(1)

        def __call__(self, _value: int) -> None: ...

    waiting = loader.load(1).then(Watched())
    give_up_waiting(waiting)
    del waiting

    assert freed == [1]
