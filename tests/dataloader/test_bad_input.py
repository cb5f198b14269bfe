"""What is wrong is said: at the call where that is known, else by every promise of the batch, and nothing hangs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import BatchError, Promise, PromiseCancelledError
from typedpromise.dataloader import DataLoader


def same(keys: list[Any]) -> list[Any]:
    """Return the keys."""
    return keys


def reasons(host: Host[Any], loader: DataLoader[Any, Any], *keys: object) -> list[BaseException]:
    """Return what the loads of `keys` at one time are rejected with."""
    promises: list[Promise[Any]] = host(lambda: [loader.load(key) for key in keys])
    promises[-1].wait(timeout=5)
    return [promise.reason for promise in promises]


class Broken(Sequence[int]):
    """A sequence that cannot be read."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __len__(self) -> int:
        raise self.error

    def __getitem__(self, index: Any) -> Any:
        raise self.error


async def none_soon(_keys: list[int]) -> None:
    """Forget to return the values."""


NO_LISTS: list[tuple[Callable[[Any], Any], str]] = [
    (lambda _keys: None, "returned None: return a list"),
    (none_soon, "returned None: return a list"),
    (lambda keys: dict.fromkeys(keys, 1), r"returned no list but \{1: 1, 2: 1\} of type dict"),
    (lambda keys: Promise.resolve(set(keys)), r"returned no list but \{1, 2\} of type set"),
    (lambda keys: (key for key in keys), "returned no list but <generator object .* of type generator"),
    (lambda keys: "ab", "returned no list but 'ab' of type str"),
    (lambda keys: 3, "returned no list but 3 of type int"),
]


@pytest.mark.parametrize(("function", "said"), NO_LISTS, ids=["None", "async None", "dict", "set", "gen", "str", "int"])
def test_a_result_that_is_no_list(host: Host[Any], function: Callable[[Any], Any], said: str) -> None:
    """Rejects the batch with an error that names the loader, the keys' count, the result and what to return."""
    first, second = reasons(host, DataLoader(function, name="users"), 1, 2)

    assert first is second
    with pytest.raises(BatchError, match="<DataLoader 'users'> was given 2 keys and " + said):
        raise first
    with pytest.raises(TypeError, match=r"\[found\.get\(key\) for key in keys\]"):
        raise first


def test_a_long_result_is_cut_short(host: Host[Any]) -> None:
    """The message does not grow with the result."""
    (reason,) = reasons(host, DataLoader(lambda _keys: dict.fromkeys(range(10_000))), 1)

    assert len(str(reason)) < 500


@pytest.mark.parametrize(
    ("returned", "said"), [(1, "3 keys and returned 1 values"), (4, "3 keys and returned 4 values")]
)
def test_a_wrong_number_of_values(host: Host[Any], returned: int, said: str) -> None:
    """Rejects the batch with an error that names the loader and both counts, and forgets the keys."""
    loader: DataLoader[int, int] = DataLoader(lambda _keys: [0] * returned, name="users")

    for reason in reasons(host, loader, 1, 2, 3):
        assert isinstance(reason, BatchError)
        assert said in str(reason)
        assert "<DataLoader 'users'>" in str(reason)

    reasons(host, loader, 3, 2, 1)
    assert loader.statistics.batches == 2


def test_a_batch_function_that_raises(host: Host[Any]) -> None:
    """Rejects all loads with the exception, whose traceback begins in the batch function."""

    def fails(_keys: list[int]) -> list[int]:
        message = "no database"
        raise OSError(message)

    first, second = reasons(host, DataLoader(fails), 1, 2)

    assert first is second
    assert isinstance(first, OSError)
    assert first.__traceback__ is not None
    assert first.__traceback__.tb_frame.f_code.co_name == "fails"


@pytest.mark.parametrize("error", [ValueError("unreadable"), KeyboardInterrupt()], ids=["error", "interrupt"])
def test_a_sequence_that_cannot_be_read(error: BaseException) -> None:
    """Rejects the batch with what the sequence raised; an interrupt reaches the caller as well."""
    loader: DataLoader[int, int] = DataLoader(lambda _keys: Broken(error))
    promise = loader.load(1)

    with pytest.raises(type(error)):
        promise.get()

    assert promise.reason is error


def test_an_interrupt_in_a_batch_function() -> None:
    """Ctrl-C reaches the caller, and every load is rejected with it: none hangs."""

    def interrupted(_keys: list[int]) -> list[int]:
        raise KeyboardInterrupt

    loader = DataLoader(interrupted)
    promise = loader.load(1)
    many = loader.load_many([2, 3])

    with pytest.raises(KeyboardInterrupt):
        promise.get()
    with pytest.raises(KeyboardInterrupt):
        many.get()


def test_a_cancelled_batch_function() -> None:
    """A task of the batch function that is cancelled rejects the loads with `PromiseCancelledError`."""

    async def main() -> BaseException:
        tasks: list[asyncio.Task[Any]] = []

        def load(keys: list[int]) -> asyncio.Task[Any]:
            tasks.append(asyncio.create_task(asyncio.sleep(60, result=keys)))
            return tasks[0]

        promise = DataLoader(load).load(1)
        await asyncio.sleep(0)
        tasks[0].cancel()
        await asyncio.wait([asyncio.ensure_future(promise)])
        return promise.reason

    assert isinstance(asyncio.run(main()), PromiseCancelledError)


def test_a_cancellation_among_the_values(host: Host[Any]) -> None:
    """What `asyncio.gather(return_exceptions=True)` gives for a cancelled key is no cancellation of the loader's."""
    loader: DataLoader[int, int] = DataLoader(lambda _keys: [asyncio.CancelledError("gone")])  # type: ignore[list-item]

    (reason,) = reasons(host, loader, 1)

    assert isinstance(reason, PromiseCancelledError)
    assert isinstance(reason.__cause__, asyncio.CancelledError)


def test_cached_keys_come_though_the_batch_fails(host: Host[Any]) -> None:
    """A load whose key the cache has is fulfilled when the batch it waits for is rejected."""

    def fails(_keys: list[int]) -> list[int]:
        raise OSError

    loader = DataLoader(fails)
    loader.prime(1, 10)

    cached, failed = host(lambda: (loader.load(1), loader.load(2)))
    failed.wait()

    assert cached.value == 10
    assert isinstance(failed.reason, OSError)


def test_a_failed_batch_forgets_its_own_promises_only(host: Host[Any]) -> None:
    """What was primed while a batch was on its way stays, when that batch fails."""

    def fails(_keys: list[int]) -> list[int]:
        loader.clear(1).prime(1, 10)
        raise OSError

    loader = DataLoader(fails)
    reasons(host, loader, 1)

    assert host(lambda: loader.load(1)).get() == 10


def test_a_cache_that_fails_leaves_no_load_hanging() -> None:
    """A mapping that raises when the batch has failed raises out of the drain, after all loads are rejected."""

    class Stubborn(dict[Any, Any]):
        def pop(self, *_args: object) -> None:
            message = "read only"
            raise RuntimeError(message)

    loader: DataLoader[int, int] = DataLoader(lambda _keys: [], cache_map=Stubborn())
    first, second = loader.load(1), loader.load(2)

    with pytest.raises(RuntimeError, match="read only"):
        first.get()

    assert isinstance(first.reason, BatchError)
    assert isinstance(second.reason, BatchError)


def test_no_key() -> None:
    """None is no key, and the error says so at the call."""
    with pytest.raises(TypeError, match=r"<DataLoader of same>\.load\(\) takes a key, not None"):
        DataLoader(same).load(None)
    assert DataLoader(same).load(0).get() == 0


@pytest.mark.parametrize("method", ["load", "clear", "prime"])
def test_an_unhashable_key(method: str) -> None:
    """The error names the loader and the key, and says what to give."""
    loader = DataLoader(same, name="rows")
    arguments = [[1, 2], 1] if method == "prime" else [[1, 2]]

    with pytest.raises(TypeError, match=r"<DataLoader 'rows'> cannot cache the key \[1, 2\].*cache_key_fn=tuple"):
        getattr(loader, method)(*arguments)

    assert loader.statistics.loads == 0


def test_an_unhashable_cache_key() -> None:
    """The error names what `cache_key_fn` made, too."""
    loader = DataLoader(same, cache_key_fn=lambda key: [key])

    with pytest.raises(TypeError, match=r"cannot cache \[1\], which cache_key_fn made of the key 1,"):
        loader.load(1)


def test_an_unhashable_key_without_a_cache(host: Host[Any]) -> None:
    """Where nothing is cached nothing is hashed."""
    loader = DataLoader(same, cache=False)

    assert host(lambda: loader.load([1])).get() == [1]


@pytest.mark.parametrize("keys", [1, None, "abc", b"abc"])
def test_load_many_of_no_keys(keys: Any) -> None:
    """A single key, or a text, is no iterable of keys."""
    with pytest.raises(
        TypeError, match=r"takes an iterable of keys, not .*: write load_many\(\[key\]\) or load\(key\)"
    ):
        DataLoader(same).load_many(keys)


class ReadOnly:
    """A mapping for readers."""

    def get(self, _key: object) -> None: ...


WRONG: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"batch_load_fn": {}}, TypeError, "takes batch_load_fn as a function, not {}"),
    ({"batch_load_fn": None}, TypeError, r"needs a batch function.*or a subclass with a method batch_load_fn"),
    ({"max_batch_size": "3"}, TypeError, "max_batch_size as a number of keys, or None for no limit, not '3'"),
    ({"max_batch_size": True}, TypeError, "not True"),
    ({"max_batch_size": 0}, ValueError, "max_batch_size=0 could never load anything"),
    ({"cache_key_fn": "id"}, TypeError, "takes cache_key_fn as a function, not 'id'"),
    ({"cache_map": ReadOnly()}, TypeError, "has no __setitem__, pop, clear: .*cache=False"),
    ({"batch_schedule_fn": 0.1}, TypeError, "takes batch_schedule_fn as a function, not 0.1"),
]


@pytest.mark.parametrize(("options", "error", "said"), WRONG, ids=[next(iter(options)) for options, _, _ in WRONG])
def test_a_wrong_argument(options: dict[str, Any], error: type[Exception], said: str) -> None:
    """Each is refused by the constructor, with what it takes."""
    with pytest.raises(error, match=said):
        DataLoader(**{"batch_load_fn": same, **options})
