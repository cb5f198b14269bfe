"""Promises tested for truth (`# E`), and tests that are fine."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from typedpromise import Promise


def allowed(user: int) -> Promise[bool]:
    raise NotImplementedError


def maybe() -> Promise[bool] | None:
    raise NotImplementedError


def either() -> Promise[int] | int:
    raise NotImplementedError


async def known(user: int) -> bool:
    raise NotImplementedError


def yes(*values: object) -> bool:
    raise NotImplementedError


class Job(Promise[int]):
    """A promise of one's own class is a promise."""


class Switch(Promise[int]):
    def __bool__(self) -> bool:
        return True


class Api:
    kept: Promise[int]
    pending: Promise[int] | None = None

    def run(self, job: Job) -> None:
        if self.kept: pass  # E
        if self.pending: pass
        self.pending = job
        self.flush()
        # mypy holds it for a promise here, and cannot know what `flush` did.
        if self.pending: pass

    def flush(self) -> None:
        self.pending = None


P = TypeVar("P", bound=Promise[int])


def statements(promise: Promise[bool], many: list[Promise[bool]]) -> object:
    if promise: pass  # E
    if yes(): pass
    elif promise: pass  # E
    while promise: break  # E
    while not promise: break  # E
    assert promise  # E
    assert promise, "there is one"  # E
    if allowed(1): pass  # E
    if many[0]: pass  # E
    if yes() and promise: pass  # E
    if promise and yes(): pass  # E
    if yes() or (yes() and promise): pass  # E
    if (promise if yes() else allowed(2)) and yes(): pass  # E
    if again := allowed(1): pass  # E
    match yes():
        case True if promise: pass  # E
        case _: pass
    return again


def expressions(promise: Promise[bool], job: Job) -> object:
    return [
        promise or 3,  # E
        promise and 3,  # E
        not promise,  # E
        1 if promise else 2,  # E
        bool(promise),  # E
        bool(job),  # E
        [number for number in range(3) if promise],  # E
        {number for number in range(3) if yes() if allowed(number)},  # E
        {number: number for number in range(3) if allowed(number)},  # E
        (number for number in range(3) if not allowed(number)),  # E
    ]


def generic(promise: P) -> None:
    if promise: pass  # E


def calls(
    many: list[Promise[bool]],
    by_name: dict[str, Promise[bool]],
    some: list[Promise[bool] | None],
) -> object:
    return [
        any(many),  # E
        all(many),  # E
        any(allowed(number) for number in range(3)),  # E
        all([allowed(1), allowed(2)]),  # E
        any((allowed(1), allowed(2))),  # E
        any(by_name.values()),  # E
        filter(None, many),  # E
        filter(allowed, range(3)),  # E
        filter(lambda number: allowed(number), range(3)),  # E
        filter(known, range(3)),  # E
        itertools.takewhile(allowed, range(3)),  # E
        any(some),
        all(some),
        filter(None, some),
        any(by_name),
        any(number > 1 for number in range(3)),
        filter(yes, many),
        filter(lambda promise: promise.is_pending, many),
        any(promise.is_pending for promise in many),
    ]


def optional(
    text: str | None,
    untyped: Any,
    value: object,
    handler: Callable[[], Promise[int]] | None,
) -> object:
    pending = maybe()
    if pending: pass
    if not pending: pass
    if pending is not None: pass
    if pending is not None and yes(): pass
    if handler: pass
    if untyped or value or text: pass
    if either(): pass
    found: Promise[bool] | None = None
    for number in range(3):
        if found: break
        found = allowed(number)
    if found: pass
    kept = maybe() or allowed(1)
    assert Switch(lambda resolve, reject: resolve(1))
    return kept if yes() and kept is not None else yes() and allowed(2)


async def awaited(promise: Promise[bool], many: list[Promise[bool]]) -> object:
    if await promise: pass
    if any(await Promise.all(many)): pass
    return promise.is_pending and promise.then(lambda found: 1 if found else 2)


def lazily() -> Iterator[Promise[bool]]:
    yield from (allowed(number) for number in range(3) if number)


def ignored(promise: Promise[bool]) -> None:
    if promise: pass  # type: ignore[promise-condition]
