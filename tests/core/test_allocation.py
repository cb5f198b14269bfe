"""Promises that the core makes itself are of the public class, whole, and without a call of its `__init__`."""

from __future__ import annotations

import sys
import weakref
from typing import TYPE_CHECKING, Any

import pytest

import typedpromise
from typedpromise import Promise, Resolvers
from typedpromise._core.cell import Cell
from typedpromise._core.promise import CorePromise

if TYPE_CHECKING:
    from collections.abc import Callable

MADE: dict[str, Callable[[], Promise[int]]] = {
    "resolve": lambda: Promise.resolve(1),
    "then": lambda: Promise.resolve(1).then(lambda value: value),
    "pending then": lambda: Resolvers[int]().promise.then(lambda value: value),
    "Resolvers": lambda: Resolvers[int]().promise,
    "all": lambda: Promise.all([1]).then(sum),
}


class _Empty:
    """What Python puts into every class."""

    __slots__ = ("__weakref__",)
    nothing: int


@pytest.mark.parametrize("how", MADE)
def test_a_made_promise_is_of_the_public_class(how: str) -> None:
    """Its class is Promise itself, with a size and a weak reference as one that was constructed."""
    promise = MADE[how]()

    assert type(promise) is Promise
    assert sys.getsizeof(promise) == sys.getsizeof(Promise[int](lambda resolve, _: resolve(1)))
    assert weakref.ref(promise)() is promise


def test_the_public_class_overrides_nothing_of_the_core() -> None:
    """What is allocated has the core's own methods for the compiler, whatever the class says (allocation.py)."""
    of_the_core = {name for base in CorePromise.__mro__ if issubclass(base, Cell) for name in vars(base)}
    overridden = of_the_core & set(vars(Promise)) - set(vars(_Empty))

    # The pure build has one generator for all cases of `await` there; the compiled one has the core's.
    assert overridden == (set() if typedpromise.compiled else {"__await__"})


def test_a_method_that_a_program_puts_into_the_class(monkeypatch: pytest.MonkeyPatch) -> None:
    """`done` calls the `then` that the class has now, as tools that trace calls count on."""
    seen: list[object] = []
    then = Promise[int].then

    def traced(self: Promise[int], *handlers: Any) -> Any:
        seen.append(self)
        return then(self, *handlers)

    promise = Promise.resolve(1)
    monkeypatch.setattr(Promise, "then", traced)

    promise.done(lambda _value: None)

    assert seen == [promise]


def test_the_pure_build_does_without() -> None:
    """The module is for the compiler; interpreted, it is not even imported."""
    assert ("typedpromise._core.allocation" in sys.modules) == typedpromise.compiled
