"""What the drop-in makes is freed by the last reference, as the core's promises are."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from typedpromise import compat

Promise: Any = compat.Promise


@pytest.fixture(autouse=True)
def _collector_off() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def failing(_: object) -> None:
    """Raise."""
    raise KeyError


def bare() -> Any:
    """Return a promise that was decided by hand."""
    made = Promise()
    made.then(str)
    made.do_resolve(1)
    return made


def executed() -> Any:
    """Return a promise whose executor raised."""

    def executor(resolve: object, reject: object) -> None:
        raise KeyError

    return Promise(executor).catch(lambda _: None)


MAKERS: list[Callable[[], Any]] = [
    bare,
    executed,
    lambda: Promise.resolve(1).then(lambda _: Promise.resolve(object())),
    lambda: Promise.resolve(1).then(failing).catch(lambda _: None),
    lambda: Promise.all([Promise.resolve(1), Promise.resolve(object())]),
    lambda: Promise.for_dict({"a": Promise.resolve(1)}),
    lambda: Promise.promisify(failing)(1).catch(lambda _: None),
    lambda: Promise.safe(str)(1),
]


@pytest.mark.parametrize("make", MAKERS)
def test_the_last_reference_frees_a_promise(make: Callable[[], Any]) -> None:
    """With the garbage collector off nothing keeps it."""
    made = make()
    seen = weakref.ref(made)

    del made

    assert seen() is None
