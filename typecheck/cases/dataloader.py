"""`DataLoader[K, V]`: keys and values come from the batch function, given or as a method; exceptions among the values are not values."""

from collections.abc import Iterable, MutableMapping, Sequence
from concurrent.futures import Future
from typing import Any, Generic, TypeVar, assert_type

from typedpromise import Promise
from typedpromise.dataloader import DataLoader, Statistics

from .. import world
from ..world import User

K = TypeVar("K")


def _names(keys: list[int]) -> list[str]:
    return [str(key) for key in keys]


def _names_of_any(keys: Sequence[int]) -> tuple[str, ...]:
    return tuple(str(key) for key in keys)


def _names_or_errors(keys: list[int]) -> list[str | Exception]:
    return [str(key) if key else KeyError(key) for key in keys]


def _names_or_key_errors(keys: list[int]) -> list[str | KeyError]:
    return [str(key) if key else KeyError(key) for key in keys]


def _maybe_users(keys: list[int]) -> list[User | None]:
    return [User(key, "a user") if key else None for key in keys]


def _promised(keys: list[int]) -> Promise[list[str]]:
    return Promise.resolve(_names(keys))


async def _soon(keys: list[int]) -> list[str]:
    return _names(keys)


async def _soon_or_errors(keys: list[int]) -> list[str | Exception]:
    return _names_or_errors(keys)


def _from_an_executor(keys: list[int]) -> Future[list[str]]:
    future = Future[list[str]]()
    future.set_result(_names(keys))
    return future


def _by_key(keys: list[int]) -> dict[int, str]:
    return {key: str(key) for key in keys}


def _one(key: int) -> str:
    return str(key)


class _Users(DataLoader[int, User]):
    """A loader whose batch function is a method."""

    max_batch_size = 100

    def batch_load_fn(self, keys: list[int]) -> list[User]:
        return [User(key, "loaded") for key in keys]


class _UsersSoon(DataLoader[int, User]):
    async def batch_load_fn(self, keys: list[int]) -> list[User | Exception]:
        return [User(key, "loaded") if key else KeyError(key) for key in keys]


class _UsersPromised(DataLoader[int, User]):
    def batch_load_fn(self, keys: Sequence[int]) -> Promise[list[User]]:
        return Promise.resolve([User(key, "loaded") for key in keys])


class _Same(DataLoader[K, K], Generic[K]):
    def batch_load_fn(self, keys: list[K]) -> list[K]:
        return keys


class _Rows(DataLoader[dict[str, int], bytes]):
    def batch_load_fn(self, keys: list[dict[str, int]]) -> list[bytes]:
        return [bytes(len(key)) for key in keys]

    def cache_key_fn(self, key: dict[str, int]) -> tuple[str, ...]:
        return tuple(key)


# Made of a function.


def made_of_a_function(_: int) -> None:
    assert_type(DataLoader(_names), DataLoader[int, str])


def made_of_a_function_of_a_sequence(_: int) -> None:
    assert_type(DataLoader(_names_of_any), DataLoader[int, str])


def made_of_a_function_of_values_and_exceptions(_: int) -> None:
    assert_type(DataLoader(_names_or_errors), DataLoader[int, str])


def made_of_a_function_of_values_and_one_exception_class(_: int) -> None:
    assert_type(DataLoader(_names_or_key_errors), DataLoader[int, str])


def made_of_a_function_of_optional_values(_: int) -> None:
    assert_type(DataLoader(_maybe_users), DataLoader[int, User | None])


def made_of_a_function_that_returns_a_promise(_: int) -> None:
    assert_type(DataLoader(_promised), DataLoader[int, str])


def made_of_an_async_function(_: int) -> None:
    assert_type(DataLoader(_soon), DataLoader[int, str])


def made_of_an_async_function_of_values_and_exceptions(_: int) -> None:
    assert_type(DataLoader(_soon_or_errors), DataLoader[int, str])


def made_of_a_function_that_returns_a_future(_: int) -> None:
    assert_type(DataLoader(_from_an_executor), DataLoader[int, str])


def made_of_the_load_of_another(_: int) -> None:
    assert_type(DataLoader(_Same[list[int]]().load), DataLoader[int, int])


def made_of_a_lambda_with_the_types_in_brackets(_: int) -> None:
    assert_type(DataLoader[int, str](lambda keys: [str(key) for key in keys]), DataLoader[int, str])


def made_of_a_lambda_that_gives_exceptions(_: int) -> None:
    assert_type(
        DataLoader[int, str](lambda keys: [str(key) if key else KeyError(key) for key in keys]), DataLoader[int, str]
    )


def made_with_options(cache: dict[Any, Promise[str]]) -> None:
    loader = DataLoader(
        _names, batch=True, max_batch_size=5, cache=True, cache_map=cache, cache_key_fn=str, name="names"
    )
    assert_type(loader, DataLoader[int, str])


def made_with_an_empty_cache(_: int) -> None:
    assert_type(DataLoader(_names, cache_map={}), DataLoader[int, str])


# Made of a class.


def a_method(_: int) -> None:
    assert_type(_Users().load(1), Promise[User])


def an_async_method(_: int) -> None:
    assert_type(_UsersSoon().load(1), Promise[User])


def a_method_that_returns_a_promise(_: int) -> None:
    assert_type(_UsersPromised().load(1), Promise[User])


def a_generic_class(_: int) -> None:
    assert_type(_Same[bytes]().load(b"key"), Promise[bytes])


def a_class_with_a_cache_key_function(_: int) -> None:
    assert_type(_Rows().load({"id": 1}), Promise[bytes])


# Used.


def load(_: int) -> None:
    assert_type(DataLoader(_names).load(1), Promise[str])


def load_and_chain(_: int) -> None:
    assert_type(_Users().load(1).then(lambda user: user.name), Promise[str])


def load_and_load(_: int) -> None:
    assert_type(_Users().load(1).then(lambda user: DataLoader(_names).load(user.id)), Promise[str])


async def load_and_await(_: int) -> None:
    assert_type(await _Users().load(1), User)


def load_many(_: int) -> None:
    assert_type(_Users().load_many([1, 2]), Promise[list[User | Exception]])


def load_many_of_a_generator(_: int) -> None:
    assert_type(DataLoader(_names).load_many(key for key in range(2)), Promise[list[str | Exception]])


def load_many_of_an_iterable(keys: Iterable[int]) -> None:
    assert_type(DataLoader(_names).load_many(keys), Promise[list[str | Exception]])


def all_of_many_loads(keys: list[int]) -> None:
    assert_type(Promise.all(map(_Users().load, keys)), Promise[list[User]])


def clear_and_prime_give_the_same_loader(user: User) -> None:
    assert_type(_Users().clear(1).clear_all().prime(1, user), _Users)


def prime_with_a_promise_or_an_exception(s: Promise[str]) -> None:
    assert_type(DataLoader(_names).prime(1, s).prime(2, world.AppError()), DataLoader[int, str])


def statistics(_: int) -> None:
    assert_type(DataLoader(_names).statistics, Statistics)


def its_options(_: int) -> None:
    assert_type(DataLoader(_names).name, str | None)


# Refused.


def a_dict_of_values(_: int) -> None:
    DataLoader(_by_key)  # E[arg-type]


def a_function_of_one_key(_: int) -> None:
    DataLoader(_one)  # E[arg-type]


def a_key_of_another_type(_: int) -> None:
    DataLoader(_names).load("1")  # E[arg-type]


def keys_of_another_type(_: int) -> None:
    DataLoader(_names).load_many(["1"])  # E[list-item]


def a_single_key_for_load_many(_: int) -> None:
    DataLoader(_names).load_many(1)  # E[arg-type]


def prime_with_a_value_of_another_type(_: int) -> None:
    DataLoader(_names).prime(1, b"bytes")  # E[arg-type]


def a_method_that_returns_other_values(_: int) -> None:
    class Wrong(DataLoader[int, User]):
        def batch_load_fn(self, keys: list[int]) -> list[str]:  # E[override]
            return [str(key) for key in keys]


def a_method_that_takes_other_keys(_: int) -> None:
    class Wrong(DataLoader[int, User]):
        def batch_load_fn(self, keys: list[str]) -> list[User]:  # E[override]
            return []


def a_cache_that_cannot_be_written(cache: Sequence[Promise[str]]) -> None:
    DataLoader(_names, cache_map=cache)  # E[arg-type]


def a_cache_of_plain_values(cache: MutableMapping[int, str]) -> None:
    DataLoader(_names, cache_map=cache)  # E[arg-type]


def a_size_that_is_no_number(_: int) -> None:
    DataLoader(_names, max_batch_size="5")  # E[arg-type]


def an_option_by_position(_: int) -> None:
    DataLoader(_names, True)  # E[call-arg]
