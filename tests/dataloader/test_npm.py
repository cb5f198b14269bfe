"""What the npm package `dataloader` documents and tests (graphql/dataloader, README and src/__tests__).

Each docstring begins with the name of the package's test, or of the README's section.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import pytest

from tests.support.hosts import Host
from tests.support.unhandled import Unhandled
from typedpromise import Promise, Resolvers
from typedpromise.dataloader import DataLoader


def id_loader(**options: Any) -> tuple[DataLoader[Any, Any], list[list[Any]]]:
    """Return a loader that loads each key as itself, and the keys of its calls."""
    calls: list[list[Any]] = []

    def load(keys: list[Any]) -> Promise[list[Any]]:
        calls.append(keys)
        return Promise.resolve(keys)

    return DataLoader(load, **options), calls


def values(host: Host[Any], loader: DataLoader[Any, Any], *keys: object) -> list[object]:
    """Return what a few loads at one time give."""
    result: list[object] = host(lambda: Promise.all([loader.load(key) for key in keys])).get()
    return result


def odd_is_an_error(keys: list[int]) -> list[int | Exception]:
    """Return even keys, and an exception for each odd one."""
    return [key if key % 2 == 0 else ValueError(f"Odd: {key}") for key in keys]


def test_a_really_simple_loader(host: Host[Any]) -> None:
    """Builds a really really simple data loader: `load` returns a promise of the value."""

    async def same(keys: list[int]) -> list[int]:
        return keys

    promise = host(lambda: DataLoader(same).load(1))

    assert isinstance(promise, Promise)
    assert promise.get() == 1


def test_the_batch_function_has_the_loader(host: Host[Any]) -> None:
    """References the loader as "this" in the batch function: as `self` of a method."""
    seen: list[object] = []

    class Loader(DataLoader[int, int]):
        def batch_load_fn(self, keys: list[int]) -> list[int]:
            seen.append(self)
            return keys

    loader = Loader()
    assert values(host, loader, 1) == [1]

    assert seen == [loader]


def test_the_cache_key_function_has_the_loader(host: Host[Any]) -> None:
    """References the loader as "this" in the cache key function: as `self` of a method."""
    seen: list[object] = []

    class Loader(DataLoader[int, int]):
        def batch_load_fn(self, keys: list[int]) -> list[int]:
            return keys

        def cache_key_fn(self, key: int) -> str:
            seen.append(self)
            return str(key)

    loader = Loader()
    assert values(host, loader, 1, 1) == [1, 1]

    assert seen == [loader, loader]
    assert loader.statistics.cache_hits == 1


def test_many_keys_in_one_call(host: Host[Any]) -> None:
    """Supports loading multiple keys in one call, and none."""
    loader, _ = id_loader()

    assert host(lambda: loader.load_many([1, 2])).get() == [1, 2]
    assert host(lambda: loader.load_many([])).get() == []


def test_many_keys_with_errors(host: Host[Any]) -> None:
    """Supports loading multiple keys in one call with errors, which stand among the values."""
    loader = DataLoader(odd_is_an_error)

    first, second, third = host(lambda: loader.load_many([2, 4, 5])).get()

    assert (first, second) == (2, 4)
    assert isinstance(third, ValueError)


def test_loads_at_one_time_are_one_batch(host: Host[Any]) -> None:
    """Batches multiple requests."""
    loader, calls = id_loader()

    assert values(host, loader, 1, 2) == [1, 2]

    assert calls == [[1, 2]]


def test_max_batch_size(host: Host[Any]) -> None:
    """Batches multiple requests with max batch sizes."""
    loader, calls = id_loader(max_batch_size=2)

    assert values(host, loader, 1, 2, 3) == [1, 2, 3]

    assert calls == [[1, 2], [3]]


def test_max_batch_size_with_duplicates(host: Host[Any]) -> None:
    """Applies maxBatchSize correctly with duplicate keys."""
    loader, calls = id_loader(max_batch_size=3)

    assert values(host, loader, *"abaaabc") == list("abaaabc")

    assert calls == [["a", "b", "c"]]


@pytest.mark.parametrize("size", [None, 1])
def test_cached_loads_come_with_the_batch(host: Host[Any], size: int | None) -> None:
    """Batches cached requests; max batch size respects cached results."""
    calls: list[list[int]] = []
    answer = Resolvers[list[int]]()

    def load(keys: list[int]) -> Promise[list[int]]:
        calls.append(keys)
        return answer.promise

    loader = DataLoader(load, max_batch_size=size)
    loader.prime(1, 1)

    first, second = host(lambda: (loader.load(1), loader.load(2)))
    second.wait(0)
    assert calls == [[2]]
    assert (first.is_pending, second.is_pending) == (True, True)

    host(lambda: answer.resolve([2]))
    assert (first.value, second.value) == (1, 2)


def test_loads_that_follow_are_together(host: Host[Any]) -> None:
    """Caching and Batching: what follows a cached load and an uncached one is one batch."""
    loader, calls = id_loader()
    loader.prime(1, 10)

    def best_friend(key: int) -> Promise[int]:
        return loader.load(key).then(lambda user: loader.load(user + 100))

    assert host(lambda: Promise.all([best_friend(1), best_friend(2)])).get() == [110, 102]

    assert calls == [[2], [110, 102]]


def test_identical_loads_are_one_key(host: Host[Any]) -> None:
    """Coalesces identical requests."""
    loader, calls = id_loader()

    assert values(host, loader, 1, 1) == [1, 1]

    assert calls == [[1]]


def test_identical_loads_across_batches(host: Host[Any]) -> None:
    """Coalesces identical requests across sized batches."""
    loader, calls = id_loader(max_batch_size=2)

    assert values(host, loader, 1, 2, 1, 3) == [1, 2, 1, 3]

    assert calls == [[1, 2], [3]]


def test_repeated_loads_are_cached(host: Host[Any]) -> None:
    """Caches repeated requests."""
    loader, calls = id_loader()

    assert values(host, loader, "A", "B") == ["A", "B"]
    assert values(host, loader, "A", "C") == ["A", "C"]
    assert values(host, loader, "A", "B", "C") == ["A", "B", "C"]

    assert calls == [["A", "B"], ["C"]]


def test_clear(host: Host[Any]) -> None:
    """Clears single value in loader."""
    loader, calls = id_loader()

    values(host, loader, "A", "B")
    assert loader.clear("A") is loader
    assert values(host, loader, "A", "B") == ["A", "B"]

    assert calls == [["A", "B"], ["A"]]


def test_clear_all(host: Host[Any]) -> None:
    """Clears all values in loader."""
    loader, calls = id_loader()

    values(host, loader, "A", "B")
    assert loader.clear_all() is loader
    assert values(host, loader, "A", "B") == ["A", "B"]

    assert calls == [["A", "B"], ["A", "B"]]


@pytest.mark.parametrize("value", ["A", Promise.resolve("A")], ids=["value", "promise"])
def test_prime(host: Host[Any], value: Any) -> None:
    """Allows priming the cache, also with a promise."""
    loader, calls = id_loader()

    assert loader.prime("A", value) is loader
    assert values(host, loader, "A", "B") == ["A", "B"]

    assert calls == [["B"]]


def test_prime_replaces_nothing(host: Host[Any]) -> None:
    """Does not prime keys that already exist."""
    loader, calls = id_loader()

    loader.prime("A", "X")
    assert values(host, loader, "A", "B") == ["X", "B"]
    loader.prime("A", "Y").prime("B", "Y")
    assert values(host, loader, "A", "B") == ["X", "B"]

    assert calls == [["B"]]


def test_clear_and_prime_replaces(host: Host[Any]) -> None:
    """Allows forcefully priming the cache."""
    loader, _ = id_loader()

    loader.prime("A", "X")
    values(host, loader, "A", "B")
    loader.clear("A").prime("A", "Y")
    loader.clear("B").prime("B", "Y")

    assert values(host, loader, "A", "B") == ["Y", "Y"]


def test_name() -> None:
    """Allows giving the loader a name."""
    assert DataLoader(odd_is_an_error).name is None
    assert DataLoader(odd_is_an_error, name="Some name").name == "Some name"


def test_an_error_for_a_key(host: Host[Any]) -> None:
    """Resolves to error to indicate failure; can represent failures and successes simultaneously."""
    loader = DataLoader(odd_is_an_error)

    first, second = host(lambda: [loader.load(1), loader.load(2)])

    with pytest.raises(ValueError, match="Odd: 1"):
        first.get()
    assert second.get() == 2
    assert loader.statistics.batches == 1


def test_errors_of_keys_are_cached(host: Host[Any]) -> None:
    """Caches failed fetches."""
    loader = DataLoader(odd_is_an_error)

    for _ in range(2):
        with pytest.raises(ValueError, match="Odd: 1"):
            host(lambda: loader.load(1)).get()

    assert loader.statistics.batches == 1


def test_an_error_can_be_primed(host: Host[Any], unhandled: Unhandled) -> None:
    """Handles priming the cache with an error, which is no unhandled rejection by itself."""
    loader, calls = id_loader()

    host(lambda: loader.prime(1, ValueError("Error: 1")))
    assert unhandled.take() == []

    with pytest.raises(ValueError, match="Error: 1"):
        host(lambda: loader.load(1)).get()
    assert calls == []


def test_a_primed_error_that_is_loaded_wants_a_handler(unhandled: Unhandled) -> None:
    """Not catching a primed error is an unhandled rejection."""
    loader, _ = id_loader()
    error = ValueError("Error: 1")
    loader.prime(1, error)

    loader.load(1).wait()

    assert unhandled.take() == [error]


def test_an_error_can_be_cleared(host: Host[Any]) -> None:
    """Can clear values from cache after errors: in a handler of the load."""
    loader = DataLoader(odd_is_an_error)

    def forget(error: Exception) -> None:
        loader.clear(1)
        raise error

    for _ in range(2):
        with pytest.raises(ValueError, match="Odd: 1"):
            host(lambda: loader.load(1).catch(forget)).get()

    assert loader.statistics.batches == 2


def test_a_failed_batch_rejects_all_its_loads(host: Host[Any]) -> None:
    """Propagates error to all loads; Caching Errors: they are not cached."""
    error = ValueError("I am a terrible loader")
    loader: DataLoader[int, int] = DataLoader(lambda _keys: Promise.reject(error))

    first, second = host(lambda: [loader.load(1), loader.load(2)])
    second.wait()
    assert first.reason is second.reason is error

    third = host(lambda: loader.load(1))
    third.wait()
    assert third.reason is error
    assert loader.statistics.batches == 2


def test_objects_are_keys(host: Host[Any]) -> None:
    """Accepts objects as keys."""
    loader, calls = id_loader()
    one, other = object(), object()

    assert values(host, loader, one, other) == [one, other]
    loader.clear(one)
    assert values(host, loader, one, other) == [one, other]

    assert calls == [[one, other], [one]]


def test_batching_can_be_disabled(host: Host[Any]) -> None:
    """May disable batching."""
    loader, calls = id_loader(batch=False)

    assert values(host, loader, 1, 2) == [1, 2]

    assert calls == [[1], [2]]


def test_caching_can_be_disabled(host: Host[Any]) -> None:
    """May disable caching; cacheMap may be set to null to disable cache, which is `cache=False` here."""
    loader, calls = id_loader(cache=False)

    values(host, loader, "A", "B")
    values(host, loader, "A", "C")
    assert values(host, loader, "A", "B", "C") == ["A", "B", "C"]

    assert calls == [["A", "B"], ["A", "C"], ["A", "B", "C"]]


def test_without_a_cache_keys_are_repeated(host: Host[Any]) -> None:
    """Keys are repeated in batch when cache disabled."""
    loader, calls = id_loader(cache=False)

    result = host(lambda: Promise.all(loader.load("A"), loader.load("C"), loader.load_many(["C", "A", "A", "B"])))

    assert result.get() == ("A", "C", ["C", "A", "A", "B"])
    assert calls == [["A", "C", "C", "A", "A", "B"]]


def test_a_disabled_cache_is_left_alone() -> None:
    """Does not interact with a cache when cache is disabled."""
    kept = Promise.resolve("X")
    cache_map: dict[str, Promise[Any]] = {"X": kept}
    loader, _ = id_loader(cache=False, cache_map=cache_map)

    loader.prime("A", "A").clear("X").clear_all()

    assert cache_map == {"X": kept}


def test_a_batch_function_may_clear_the_cache(host: Host[Any]) -> None:
    """Complex cache behavior via clearAll()."""
    calls: list[list[str]] = []

    def load(keys: list[str]) -> list[str]:
        loader.clear_all()
        calls.append(keys)
        return keys

    loader = DataLoader(load)

    assert values(host, loader, "A", "B", "A") == ["A", "B", "A"]
    assert values(host, loader, "A", "B", "A") == ["A", "B", "A"]

    assert calls == [["A", "B"], ["A", "B"]]


def of_items(key: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """Return what a dict is cached under."""
    return tuple(sorted(key.items()))


def test_a_cache_key_function(host: Host[Any]) -> None:
    """Accepts objects with a complex key; with different order of keys; clears objects with complex key."""
    loader, calls = id_loader(cache_key_fn=of_items)
    one, same = {"a": 1, "b": 2}, {"b": 2, "a": 1}

    first, second = values(host, loader, one, same)
    assert first is one
    assert second is one
    loader.clear(same)
    assert values(host, loader, one) == [one]

    assert calls == [[one], [one]]


def test_priming_with_a_cache_key_function(host: Host[Any]) -> None:
    """Allows priming the cache with an object key."""
    loader, calls = id_loader(cache_key_fn=of_items)
    one, same = {"id": 1}, {"id": 1}

    loader.prime(one, one)

    assert all(value is one for value in values(host, loader, one, same))
    assert calls == []


class SimpleMap:
    """As much of a mapping as a loader needs."""

    def __init__(self) -> None:
        self.stash: dict[Any, Any] = {}

    def get(self, key: object) -> Any:
        return self.stash.get(key)

    def __setitem__(self, key: object, value: object) -> None:
        self.stash[key] = value

    def pop(self, key: object, default: object) -> Any:
        return self.stash.pop(key, default)

    def clear(self) -> None:
        self.stash.clear()


@pytest.mark.parametrize("make", [SimpleMap, dict])
def test_a_custom_cache(host: Host[Any], make: Callable[[], MutableMapping[Any, Any]]) -> None:
    """Accepts a custom cache map implementation, empty or not."""
    mapping: Any = make()
    loader, calls = id_loader(cache_map=mapping)
    kept = getattr(mapping, "stash", mapping)

    assert values(host, loader, "a", "b") == ["a", "b"]
    assert list(kept) == ["a", "b"]
    assert values(host, loader, "c", "b") == ["c", "b"]
    loader.clear("b")
    assert values(host, loader, "b") == ["b"]
    assert list(kept) == ["a", "c", "b"]
    loader.clear_all()
    assert list(kept) == []

    assert calls == [["a", "b"], ["c"], ["b"]]


def test_manual_dispatch(host: Host[Any]) -> None:
    """Supports manual dispatch."""
    sends: list[Callable[[], None]] = []
    loader, calls = id_loader(batch_schedule_fn=sends.append)

    def send() -> None:
        while sends:
            sends.pop()()

    def body() -> None:
        loader.load("A")
        loader.load("B")
        send()

    host(body)
    host(lambda: [loader.load("A"), loader.load("C"), send()])
    host(lambda: loader.load("D"))

    assert calls == [["A", "B"], ["C"]]


def test_a_schedule_that_sends_at_once(host: Host[Any]) -> None:
    """A custom scheduler may call back inside itself: each load is a batch, and none is lost."""
    loader, calls = id_loader(batch_schedule_fn=lambda send: send())

    assert values(host, loader, "A") == ["A"]

    assert calls == [["A"]]


def test_loads_inside_handlers_are_in_the_batch(host: Host[Any]) -> None:
    """Batches loads occuring within promises."""
    loader, calls = id_loader()

    def nested(keys: str) -> Promise[Any] | None:
        if not keys:
            return None

        def go_on(_value: object) -> None:
            loader.load(keys[0])
            nested(keys[1:])

        return Promise.resolve(None).then(lambda _value: Promise.resolve(None)).then(go_on)

    # In a handler, for without a loop the top level would end the drain before the last load.
    host(lambda: Promise.resolve(None).then(lambda _value: [loader.load("A"), nested("BCD")]))

    assert calls == [["A", "B", "C", "D"]]


def test_a_loader_calls_a_loader(host: Host[Any]) -> None:
    """Can call a loader from a loader."""
    deep, deep_calls = id_loader(cache_key_fn=tuple)
    one: DataLoader[str, str] = DataLoader(deep.load)
    other: DataLoader[str, str] = DataLoader(deep.load)

    result = host(lambda: Promise.all(one.load("A1"), other.load("B1"), one.load("A2"), other.load("B2")))

    assert result.get() == ("A1", "B1", "A2", "B2")
    assert deep_calls == [[["A1", "A2"], ["B1", "B2"]]]
