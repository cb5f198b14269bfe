"""A loader as a class: the batch function and the options are its attributes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise
from typedpromise.dataloader import DataLoader


class Users(DataLoader[int, str]):
    """A loader with all its options in the class."""

    max_batch_size = 2
    cache = False
    name = "users"

    def __init__(self, prefix: str = "user", **options: Any) -> None:
        super().__init__(**options)
        self.prefix = prefix

    def batch_load_fn(self, keys: list[int]) -> list[str]:
        return [f"{self.prefix} {key}" for key in keys]


def test_a_method_is_the_batch_function(host: Host[Any]) -> None:
    """It has the subclass's own state."""
    assert host(lambda: Users("u").load(1)).get() == "u 1"


def test_options_of_the_class(host: Host[Any]) -> None:
    """What the constructor is not told, the class says."""
    loader = Users()
    assert host(lambda: loader.load_many([1, 1, 2])).get() == ["user 1", "user 1", "user 2"]

    assert (loader.statistics.batches, loader.statistics.largest_batch) == (2, 2)
    assert repr(loader) == "<Users 'users'>"


def test_the_constructor_overrules_the_class(host: Host[Any]) -> None:
    """An argument counts more than the class's attribute."""
    loader = Users(max_batch_size=3, cache=True, name="people")
    assert host(lambda: loader.load_many([1, 1, 2])).get() == ["user 1", "user 1", "user 2"]

    assert (loader.statistics.batches, loader.statistics.largest_batch) == (1, 2)
    assert repr(loader) == "<Users 'people'>"


def test_an_async_method(host: Host[Any]) -> None:
    """An `async def` is a batch function, without a loop too."""

    class Loader(DataLoader[int, int]):
        async def batch_load_fn(self, keys: list[int]) -> list[int]:
            return await Promise.resolve(keys)

    assert host(lambda: Loader().load(1)).get() == 1


def test_a_function_overrules_the_method(host: Host[Any]) -> None:
    """The batch function that the constructor is given is called in place of the method."""

    class Loader(DataLoader[int, int]):
        def batch_load_fn(self, keys: list[int]) -> list[int]:
            return keys

    assert host(lambda: Loader(lambda keys: [key * 2 for key in keys]).load(1)).get() == 2


def test_a_class_without_a_batch_function() -> None:
    """It is refused when an instance is made."""

    class Loader(DataLoader[int, int]):
        pass

    with pytest.raises(TypeError, match="needs a batch function"):
        Loader()


def test_a_wrong_option_of_the_class() -> None:
    """It is refused as an argument is."""

    class Loader(Users):
        max_batch_size = 0

    with pytest.raises(ValueError, match="max_batch_size=0"):
        Loader()


def test_brackets(host: Host[Any]) -> None:
    """`DataLoader[int, str]` makes loaders, and shows itself."""
    loader = DataLoader[int, str](lambda keys: [str(key) for key in keys])

    assert isinstance(loader, DataLoader)
    assert host(lambda: loader.load(1)).get() == "1"
    assert repr(DataLoader[int, str]) == "typedpromise.dataloader.DataLoader[int, str]"


def test_a_loader_without_a_name_shows_its_function() -> None:
    """Or where it is, when the function is its method."""

    class Nameless(Users):
        name = None

    assert repr(DataLoader(sorted)) == "<DataLoader of sorted>"
    assert repr(Nameless()).startswith("<Nameless at 0x")
