"""Every truth about types is true at run time too: the cases are called, and each `assert_type` looks at its value."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import pytest

from typedpromise import InvalidStateError, Promise, set_unhandled_rejection_hook
from typedpromise._core.jobs import current_queue

from . import world
from .conftest import HERE
from .harness.case import Case, read_cases
from .harness.conforms import complaint, without_loop
from .harness.samples import Maker, arguments
from .harness.suite import case_files

T = TypeVar("T")

# A case with a refusal is wrong on purpose.
CASES = [case for path in case_files(HERE) for case in read_cases(path) if not case.refusals]
# These block, which an event loop forbids.
BLOCKING = {"waiting"}
# These need one: what brings the value back is a timer.
SUSPENDING = {"timing"}
# What the world's functions raise on purpose, what the promises given to a case are rejected with,
# what `value` says of such a promise, and `any` of several.
EXPECTED = (ValueError, world.AppError, OSError, InvalidStateError, ExceptionGroup)


def seen(promise: Promise[T]) -> Promise[T]:
    """Return `promise`, whose rejection somebody has seen: a case need not, and is not to be told at the end."""
    promise.catch(lambda _: None).done()
    return promise


# The promises given to a case: in each of these ways the claims must hold.
WAYS: dict[str, Maker] = {
    "fulfilled": Promise.resolve,
    "rejected with AppError": lambda _: seen(Promise.reject(world.AppError())),
    "rejected with OSError": lambda _: seen(Promise.reject(OSError())),
}


class Claims:
    """Stands in for `assert_type`: keeps each value with the type that is claimed."""

    def __init__(self) -> None:
        """Begin with none."""
        self.made: list[tuple[object, object]] = []

    def __call__(self, value: T, hint: object) -> T:
        """Return `value`, as `assert_type` does."""
        self.made.append((value, hint))
        return value

    async def complaints(self) -> list[str]:
        """Return what is wrong with the claims."""
        found = [await complaint(value, hint, EXPECTED) for value, hint in self.made]
        return [text for text in found if text is not None]


@pytest.fixture(autouse=True)
def _silence() -> Iterator[None]:
    """Nobody handles the promises that a case only shows to the checker."""
    before = set_unhandled_rejection_hook(lambda _: None)
    yield
    set_unhandled_rejection_hook(before)


@pytest.fixture
def claims(case: Case, monkeypatch: pytest.MonkeyPatch) -> Claims:
    """Return what the case will have claimed."""
    stand_in = Claims()
    monkeypatch.setattr(_module(case), "assert_type", stand_in)
    return stand_in


def _module(case: Case) -> Any:  # Any: a module's names are not known to a checker
    return importlib.import_module(f"{__package__}.cases.{case.topic}")


def _function(case: Case) -> Callable[..., object]:
    function: Callable[..., object] = getattr(_module(case), case.name)
    return function


async def _run(case: Case, make: Maker) -> None:
    """Run the case to its end; it may end early with an error that its promises were rejected with."""
    known: dict[object, object] = {
        Exception: world.AppError(),
        world.User: world.User(1, "ada"),
        world.Admin: world.Admin(2, "eve"),
        world.Labels: world.label,
    }
    function = _function(case)
    try:
        result = function(**arguments(function, known, make))
        if isinstance(result, Awaitable):
            await result
    except EXPECTED:
        pass


async def _judged(case: Case, claims: Claims, make: Maker) -> list[str]:
    async with asyncio.timeout(5):  # a promise that stays pending fails the test, and not the whole run
        await _run(case, make)
        return await claims.complaints()


every_case = pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])


@every_case
def test_the_claims_hold_in_an_event_loop(case: Case, claims: Claims) -> None:
    """What `assert_type` says of an expression is true of its value, under asyncio."""
    if case.topic in BLOCKING:
        return

    wrong = {way: asyncio.run(_judged(case, claims, make)) for way, make in WAYS.items()}

    assert {way: found for way, found in wrong.items() if found} == {}
    assert claims.made


@every_case
def test_the_claims_hold_without_a_loop(case: Case, claims: Claims) -> None:
    """What `assert_type` says of an expression is true of its value, where there is no event loop."""
    if case.topic in SUSPENDING or inspect.iscoroutinefunction(_function(case)):
        return

    for make in WAYS.values():
        without_loop(_run(case, make))
    current_queue().drain()  # a loader's batch waits until somebody waits

    assert without_loop(claims.complaints()) == []
    assert claims.made
