"""`promise.dataloader`: keys and values come from the batch function, given or as a method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, assert_type

from promise import Promise
from promise.dataloader import DataLoader

from .. import world
from ..world import User

# Generic for checkers alone.
if TYPE_CHECKING:
    _LoaderOfUsers = DataLoader[int, User]
else:
    _LoaderOfUsers = DataLoader


def _names(keys: list[int]) -> Promise[list[str]]:
    return Promise.resolve([str(key) for key in keys])


def _names_or_errors(keys: list[int]) -> Promise[list[str | Exception]]:
    names: list[str | Exception] = [str(key) if key else KeyError(key) for key in keys]
    return Promise.resolve(names)


def _names_or_key_errors(keys: Sequence[int]) -> Promise[tuple[str | KeyError, ...]]:
    return Promise.resolve(tuple(str(key) if key else KeyError(key) for key in keys))


def _plain(keys: list[int]) -> list[str]:
    return [str(key) for key in keys]


async def _soon(keys: list[int]) -> list[str]:
    return _plain(keys)


def _by_key(keys: list[int]) -> Promise[dict[int, str]]:
    return Promise.resolve({key: str(key) for key in keys})


class _Users(_LoaderOfUsers):
    """A loader whose batch function is a method."""

    max_batch_size = 100

    def batch_load_fn(self, keys: list[int]) -> Promise[list[User]]:
        return Promise.resolve([User(key, "loaded") for key in keys])


class _Untyped(DataLoader):
    """As old code has them: without a word about keys and values."""

    def batch_load_fn(self, keys: list[Any]) -> Promise[list[Any]]:
        return Promise.resolve(list(keys))


def made_of_a_function(_: int) -> None:
    assert_type(DataLoader(_names), DataLoader[int, str])


def made_of_a_function_of_values_and_errors(_: int) -> None:
    assert_type(DataLoader(_names_or_errors), DataLoader[int, str])


def made_of_a_function_of_values_and_one_class_of_errors(_: int) -> None:
    assert_type(DataLoader(_names_or_key_errors), DataLoader[int, str])


def made_of_a_named_argument(_: int) -> None:
    assert_type(DataLoader(batch_load_fn=_names, max_batch_size=10), DataLoader[int, str])


def made_with_options(cache: dict[Any, Promise[str]]) -> None:
    assert_type(DataLoader(_names, True, 5, True, str, cache), DataLoader[int, str])


def load(_: int) -> None:
    assert_type(DataLoader(_names).load(1), Promise[str])


def load_from_a_method(_: int) -> None:
    assert_type(_Users().load(1), Promise[User])


def load_from_a_subclass_that_says_nothing(_: int) -> None:
    assert_type(_Untyped().load(1), Promise[Any])


def load_and_chain(_: int) -> None:
    assert_type(_Users().load(1).then(lambda user: user.name), Promise[str])


def load_and_load(_: int) -> None:
    assert_type(_Users().load(1).then(lambda user: DataLoader(_names).load(user.id)), Promise[str])


async def load_and_await(_: int) -> None:
    assert_type(await _Users().load(1), User)


def load_many(keys: list[int]) -> None:
    assert_type(_Users().load_many(keys), Promise[list[User]])


def load_many_of_a_generator(_: int) -> None:
    assert_type(DataLoader(_names).load_many(key for key in range(2)), Promise[list[str]])


def all_of_some_loads(_: int) -> None:
    users = _Users()
    assert_type(Promise.all([users.load(1), users.load(2)]), Promise[list[User]])


def clear_and_prime_give_the_same_loader(user: User) -> None:
    assert_type(_Users().clear(1).clear_all().prime(1, user), _Users)


def prime_with_a_promise_or_an_error(s: Promise[str]) -> None:
    assert_type(DataLoader(_names).prime(1, s).prime(2, world.AppError()), DataLoader[int, str])


def its_options(_: int) -> None:
    loader = DataLoader(_names)
    assert_type(loader.batch, bool)
    assert_type(loader.max_batch_size, int | None)


def its_batch_function(_: int) -> None:
    assert_type(_Users().batch_load_fn([1]), Promise[list[User]])


def a_function_that_takes_one(load: Callable[[DataLoader[int, User]], Promise[User]]) -> None:
    assert_type(load(_Users()), Promise[User])


# Refused: 2.3 raises for these when a batch is loaded.


def a_plain_list_of_values(_: int) -> None:
    DataLoader(_plain)  # E[arg-type]


def an_async_function(_: int) -> None:
    DataLoader(_soon)  # E[arg-type]


def a_dict_of_values(_: int) -> None:
    DataLoader(_by_key)  # E[arg-type]


def a_key_of_another_type(_: int) -> None:
    DataLoader(_names).load("1")  # E[arg-type]


def no_key(_: int) -> None:
    DataLoader(_names).load()  # E[call-arg]


def a_single_key_for_load_many(_: int) -> None:
    DataLoader(_names).load_many(1)  # E[arg-type]


def prime_with_a_value_of_another_type(_: int) -> None:
    DataLoader(_names).prime(1, b"bytes")  # E[arg-type]


def a_method_that_returns_a_plain_list(_: int) -> None:
    class Wrong(_LoaderOfUsers):
        def batch_load_fn(self, keys: list[int]) -> list[User]:  # E[override]
            return []


def an_option_of_the_javascript_package(_: int) -> None:
    DataLoader(_names, cache_key_fn=str)  # E[call-arg]
