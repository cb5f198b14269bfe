"""What is settled keeps its cache and nothing else, and nothing here is in a reference cycle."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from typedpromise import Promise, Resolvers
from typedpromise.dataloader import DataLoader


class Payload:
    """Something whose end can be seen."""


@pytest.fixture(autouse=True)
def _no_garbage_collector() -> Iterator[None]:
    """Whatever is freed in these tests is freed by its reference count, hence in no cycle."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def payloads(keys: list[int]) -> list[Payload]:
    """Return something for each key."""
    return [Payload() for _ in keys]


def no_payloads(_keys: list[int]) -> list[Payload]:
    """Fail, with this function's frame in the traceback."""
    raise OSError


async def payloads_soon(keys: list[int]) -> list[Payload]:
    """Return something for each key, later."""
    return payloads(keys)


@pytest.mark.parametrize("function", [payloads, payloads_soon, lambda keys: [], no_payloads])
def test_a_loader_is_freed_when_it_is_dropped(function: Callable[[list[int]], Any]) -> None:
    """With its cache and values, whether its batches came or failed."""
    loader: DataLoader[int, Any] = DataLoader(function)
    loader.load_many([1, 2]).wait()
    loader.load_many([2, 3]).wait()
    gone = weakref.ref(loader)

    del loader

    assert gone() is None


def test_a_loader_that_waits_is_freed_with_what_it_waits_for() -> None:
    """A batch that never comes keeps its loader no longer than its promise is kept."""
    never = Resolvers[list[int]]()
    answers = [never.promise]
    loader: DataLoader[int, int] = DataLoader(lambda _keys: answers.pop())
    waiting, again = loader.load(1), loader.load(1)
    waiting.wait(0)
    again.wait(0)
    gone = weakref.ref(loader)

    del loader, waiting, again, never

    assert gone() is None


def test_a_value_without_a_cache_is_freed() -> None:
    """The loader keeps nothing that it need not give again."""
    loader = DataLoader(payloads, cache=False)
    value = weakref.ref(loader.load(1).get())

    assert value() is None


def test_a_value_that_was_cleared_is_freed() -> None:
    """The cache is all that keeps it."""
    loader = DataLoader(payloads)
    value = weakref.ref(loader.load(1).get())
    assert value() is not None
    assert loader.load(1).get() is value()

    loader.clear(1)

    assert value() is None


def test_a_batch_is_freed_when_it_has_come() -> None:
    """Keys, promises and the context of a batch end with it."""
    seen: list[weakref.ref[Payload]] = []

    def load(keys: list[Payload]) -> Promise[list[int]]:
        seen.extend(weakref.ref(key) for key in keys)
        return Promise.resolve([1 for _ in keys])

    loader = DataLoader(load, cache=False)
    loader.load_many([Payload(), Payload()]).get()

    assert [key() for key in seen] == [None, None]
    assert loader._open == {}  # type: ignore[attr-defined] # not in the typed face
