"""The loader by the names of 2.3, run with 2.3 itself and with compat."""

from __future__ import annotations

import asyncio
from typing import Any, Generic, TypeVar

import promise
import promise.dataloader
import pytest

import typedpromise.dataloader
from tests.support.unhandled import Unhandled
from typedpromise import compat
from typedpromise.compat.dataloader import DataLoader

BOTH = [(promise.Promise, promise.dataloader.DataLoader), (compat.Promise, DataLoader)]
both = pytest.mark.parametrize(("cls", "loader"), BOTH, ids=["promise 2.3", "compat"])

K = TypeVar("K")
R = TypeVar("R")


def recorded(cls: Any, loader: Any, **options: Any) -> tuple[Any, list[list[Any]]]:
    """Return a loader that gives each key back, and the list of its batches."""
    batches: list[list[Any]] = []

    def load(keys: list[Any]) -> object:
        batches.append(list(keys))
        return cls.resolve(list(keys))

    return loader(load, **options), batches


@both
def test_loads_in_a_handler_are_one_batch(cls: Any, loader: Any) -> None:
    """The loads of one handler are asked for together, each key once."""
    made, batches = recorded(cls, loader)

    got = cls.resolve(None).then(lambda _: cls.all([made.load(1), made.load(2), made.load(1)])).get()

    assert (got, batches) == ([1, 2, 1], [[1, 2]])


@both
def test_the_cache_goes_by_its_private_name(cls: Any, loader: Any) -> None:
    """Programs reached into `_promise_cache` to look a key up, and put mappings of their own there."""
    made, batches = recorded(cls, loader)
    made.load(1).get()
    cache = made._promise_cache

    assert cache[1].get() == 1
    assert made.clear_all()._promise_cache is cache
    assert cache == {}
    made._promise_cache = {2: cls.resolve("mine")}
    assert (made.load(2).get(), batches) == ("mine", [[1]])


@both
def test_a_batch_is_sent_two_turns_after_its_first_load(cls: Any, loader: Any) -> None:
    """What is loaded later than that is in the next batch: programs count on it."""
    made, batches = recorded(cls, loader)

    def later(turns: int) -> Any:
        chained = cls.resolve(None)
        for _ in range(turns):
            chained = chained.then(lambda _: None)
        return chained.then(lambda _: made.load(turns))

    cls.resolve(None).then(lambda _: cls.all([later(turns) for turns in range(5)])).get()

    assert batches == [[0, 1], [2, 3], [4]]


@both
def test_the_options_by_position_and_by_name(cls: Any, loader: Any) -> None:
    """`batch_load_fn, batch, max_batch_size, cache, get_cache_key, cache_map` are as in 2.3."""
    seen: dict[Any, Any] = {0: 0}
    made = loader(cls.resolve, True, 2, True, str, seen)
    limited, batches = recorded(cls, loader, max_batch_size=2)

    assert made.load(1).get() == 1
    assert list(seen) == [0, "1"]
    assert made.get_cache_key(5) == "5"
    assert (made.batch, made.max_batch_size, made.cache) == (True, 2, True)
    assert cls.resolve(None).then(lambda _: limited.load_many(range(3))).get() == [0, 1, 2]
    assert batches == [[0, 1], [2]]


@both
def test_load_many_is_rejected_by_one(cls: Any, loader: Any) -> None:
    """The first rejection rejects it, where `typedpromise`'s own gives the exception in its place."""
    error = KeyError(2)
    made = loader(lambda keys: cls.resolve([error if key == 2 else key for key in keys]))

    assert made.load_many([1, 2]).catch(lambda reason: reason).get() is error


@both
def test_prime_and_clear(cls: Any, loader: Any) -> None:
    """A primed value, or exception, is given without a batch, until it is cleared."""
    made, batches = recorded(cls, loader)
    made.prime("a", "x").prime("a", "y").prime("b", KeyError("b"))

    assert made.load("a").get() == "x"
    with pytest.raises(KeyError):
        made.load("b").get()
    assert batches == []
    assert made.clear("a").load("a").get() == "a"
    assert made.clear_all().load("b").get() == "b"


@both
def test_no_key_is_an_error(cls: Any, loader: Any) -> None:
    """`load()` and `load(None)` raise, and `load_many` of what is no iterable."""
    made, _ = recorded(cls, loader)

    for call in (made.load, lambda: made.load(None), lambda: made.load_many(1)):
        with pytest.raises(TypeError):
            call()


class Context:
    """A request, which keeps its loaders."""

    def __init__(self) -> None:
        """Begin without a loader."""
        self.loaders: dict[str, Any] = {}


@both
def test_a_subclass_with_its_own_new(cls: Any, loader: Any) -> None:
    """A loader a request, as Saleor's: `__new__` looks in the request, `Generic` stands beside the loader."""

    class PerRequest(loader, Generic[K, R]):  # type: ignore[misc] # whichever it is
        def __new__(kind, context: Context) -> Any:
            if kind.__name__ not in context.loaders:
                context.loaders[kind.__name__] = super().__new__(kind, context)
            return context.loaders[kind.__name__]

        def __init__(self, context: Context) -> None:
            if getattr(self, "context", None) is not context:
                self.context = context
                super().__init__()

        def batch_load_fn(self, keys: list[K]) -> Any:
            return cls.resolve([(key, self.context) for key in keys])

    class Users(PerRequest[int, str]):
        pass

    context = Context()

    assert Users(context) is Users(context)
    assert Users(context).load(1).get() == (1, context)


def test_its_promises_are_of_compat() -> None:
    """Loads, repeated loads, primed ones and `load_many` give `compat.Promise`; it is a loader of typedpromise."""
    made = DataLoader(compat.Promise.resolve)

    loads = [made.load(1), made.load(1), made.load_many([2]), made.prime(3, 3).load(3)]

    assert {type(load) for load in loads} == {compat.Promise}
    assert isinstance(made, typedpromise.dataloader.DataLoader)
    assert [load.get() for load in loads] == [1, 1, [2], 3]


def test_tasks_of_a_loop_share_a_batch() -> None:
    """Five tasks that load in the same tick are one batch."""
    made, batches = recorded(compat.Promise, DataLoader)

    async def load(key: int) -> Any:
        return await made.load(key)

    async def main() -> list[Any]:
        return await asyncio.gather(*(load(key) for key in range(5)))

    assert asyncio.run(main()) == [0, 1, 2, 3, 4]
    assert batches == [[0, 1, 2, 3, 4]]


def test_a_failed_batch_is_not_cached(unhandled: Unhandled) -> None:
    """An exception of the batch function rejects the loads, and the next load asks again."""
    answers: list[Any] = [KeyError("first"), compat.Promise.resolve(["second"])]

    def load(_: list[int]) -> Any:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    made = DataLoader(load)

    assert isinstance(made.load(1).catch(lambda error: error).get(), KeyError)
    assert made.load(1).get() == "second"
    assert unhandled.take() == []


def test_a_scheduler_sends_the_batch() -> None:
    """`scheduler=` says where batches go."""
    sent: list[Any] = []

    class Later:
        def call(self, fn: Any) -> None:
            sent.append(fn)

    made, batches = recorded(compat.Promise, DataLoader, scheduler=Later())
    loads = [made.load(1), made.load(2)]
    assert batches == []

    sent.pop()()

    assert [load.value for load in loads] == [1, 2]
    with pytest.raises(TypeError, match="takes a scheduler"):
        DataLoader(compat.Promise.resolve, scheduler=3)
