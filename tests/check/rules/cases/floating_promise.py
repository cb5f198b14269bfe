"""Promises that are dropped (`# E`) and promises that are not, in this library's own types.

Nobody runs this file: both hosts check it, and every line they report must be marked.
"""

import contextlib
import unittest
from collections import deque
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any, NewType, TypeVar, assert_type, cast, reveal_type

import pytest

from typedpromise import Promise, Resolvers, promisify


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def maybe() -> Promise[int] | None:
    raise NotImplementedError


def either() -> Promise[int] | int:
    raise NotImplementedError


def many() -> list[Promise[int]]:
    raise NotImplementedError


def one_by_one() -> Iterator[Promise[int]]:
    yield Promise.resolve(1)


async def later() -> Promise[int]:
    raise NotImplementedError


def yes() -> bool:
    raise NotImplementedError


def use(value: object) -> None: ...
def fail(error: Exception) -> None: ...
def parse(text: str) -> int: ...


class Api:
    kept: Promise[int]

    def get(self, number: int) -> Promise[str]:
        raise NotImplementedError

    @property
    def ready(self) -> Promise[int]:
        raise NotImplementedError

    @classmethod
    def make(cls) -> "Promise[Api]":
        raise NotImplementedError

    @staticmethod
    def ping() -> Promise[None]:
        raise NotImplementedError

    def __call__(self) -> Promise[int]:
        raise NotImplementedError

    def __getitem__(self, key: str) -> Promise[int]:
        raise NotImplementedError

    def __rshift__(self, other: int) -> Promise[int]:
        raise NotImplementedError

    def run(self) -> None:
        self.get(1)  # E
        self.get(1).catch(fail)


class Job(Promise[int]):
    """A promise of one's own class is a promise."""


UserId = NewType("UserId", Job)
P = TypeVar("P", bound=Promise[int])
api = Api()
kept: Promise[int] = Promise.resolve(1)
stack: list[Promise[int]] = []
Alias = Promise[int] | None


def aliased() -> Alias:
    raise NotImplementedError


# Every way to make one.
def calls(job: Callable[[], Promise[int]]) -> None:
    fetch(1)  # E
    api.get(1)  # E
    Api.make()  # E
    Api.ping()  # E
    api()  # E
    job()  # E
    Promise(lambda resolve, reject: None)  # E
    Job(lambda resolve, reject: None)  # E
    UserId(Job(lambda resolve, reject: None))  # E
    Promise.resolve(1)  # E
    Promise.reject(ValueError())  # E
    Promise.all([fetch(1)])  # E
    Promise.all((fetch(1), fetch(2)))  # E
    Promise.try_(parse, "1")  # E
    promisify(parse)("1")  # E
    (lambda: fetch(1))()  # E
    cast(Promise[int], use(1))  # E
    fetch(1); fetch(2).catch(fail)  # E


def generic(value: P) -> None:
    value  # E


# What makes no call but has a promise for its value.
def reads() -> None:
    api.ready  # E
    api["one"]  # E
    api >> 1  # E
    kept  # E
    stack[0]  # E


def optional() -> None:
    maybe()  # E
    either()  # E
    aliased()  # E


# A chain is judged from its end.
def chains(errors: type[KeyError], handler: Callable[[Exception], None] | None, *handlers: Any) -> None:
    fetch(1).then(parse)  # E
    fetch(1).then(parse).then(use)  # E
    fetch(1).finally_(yes)  # E
    fetch(1).then()  # E
    fetch(1).catch(KeyError, use)  # E
    fetch(1).catch((KeyError, ValueError), use)  # E
    fetch(1).catch(errors, use)  # E
    fetch(1).catch(KeyError, use).catch(ValueError, use)  # E
    fetch(1).catch(fail).then(use)  # E
    fetch(1).then(parse, fail).then(use)  # E
    fetch(1).catch(KeyError)  # E
    (
        fetch(1)  # E
        .then(parse)
        .then(use)
    )
    (another := fetch(1)).then(parse)  # E
    use(another)

    fetch(1).catch(fail)
    fetch(1).catch(Exception, fail)
    fetch(1).catch((KeyError, Exception), fail)
    fetch(1).then(parse).catch(fail)
    fetch(1).then(parse, fail)
    fetch(1).then(None, fail)
    fetch(1).then(parse).catch(fail).finally_(yes)
    fetch(1).then(parse).catch(fail).catch(KeyError, use)
    fetch(1).then(parse).catch(fail).then()
    fetch(1).catch(KeyError, use).catch(fail)
    fetch(1).catch(lambda error: None)
    fetch(1).then(*handlers)
    fetch(1).then(parse).done()
    fetch(1).done(use, fail)
    fetch(1).wait()
    fetch(1).get()
    (
        fetch(1)
        .then(parse)
        .catch(fail)
    )
    if handler is not None:
        fetch(1).catch(handler)


# A statement may make a promise in a part of its expression.
def parts(pending: Promise[int] | None) -> None:
    yes() and fetch(1)  # E
    yes() or fetch(1)  # E
    fetch(1) and yes()  # E
    yes() and (yes() or fetch(1))  # E
    fetch(1) if yes() else None  # E
    None if yes() else fetch(1)  # E
    yes() and fetch(1).then(parse)  # E
    (fetch(1), fetch(2))  # E
    fetch(1), 2  # E
    [fetch(1)]  # E
    {fetch(1)}  # E
    {"one": fetch(1)}  # E
    [fetch(number) for number in range(3)]  # E
    {fetch(number) for number in range(3)}  # E
    {number: fetch(number) for number in range(3)}  # E
    (fetch(number) for number in range(3))  # E
    [*many()]  # E
    [*one_by_one(), *(fetch(number) for number in range(3))]  # E
    [[fetch(1)]]  # E
    many()  # E
    tuple(many())  # E
    one_by_one()  # E
    map(fetch, [1, 2])  # E

    yes() and fetch(1).catch(fail)
    pending and pending.catch(fail)
    api.ready and yes()
    fetch(1).catch(fail) if yes() else None
    (fetch(1).catch(fail), 2)
    [fetch(number).catch(fail) for number in range(3)]
    yes() and use(fetch(1))
    lambda: fetch(1)
    (walrus := fetch(1))
    use(walrus)


# Kept, handed on, or never a promise of ours.
def keeps(api: Api, callbacks: list[Callable[[], object]], untyped: Any) -> Promise[str]:
    _ = fetch(1)
    first, second = fetch(1), fetch(2)
    first = fetch(3)
    api.kept = Promise.resolve(1)
    stack[0] = Promise.resolve(1)
    stack.append(Promise.resolve(1))
    stack.extend(many())
    callbacks.append(lambda: fetch(1))
    use(fetch(1))
    use([fetch(number) for number in range(3)])
    reveal_type(fetch(1))
    assert_type(fetch(1), Promise[str])
    untyped.fetch(1)
    untyped.then(parse)
    resolvers = Resolvers[int]()
    resolvers.promise.catch(fail)
    use(first)
    use(second)
    return fetch(1)


# What was put into a collection was kept; taking it out drops nothing.
def takes(
    pending: dict[str, Promise[int]],
    queue: deque[Promise[int]],
    cache: dict[str, list[Promise[int]]],
) -> None:
    pending.pop("one")
    pending.pop("two", None)
    pending.setdefault("one", Promise.resolve(1))
    pending.get("one")
    pending.popitem()
    stack.pop()
    queue.popleft()
    cache.pop("one")


def yields() -> Generator[Promise[str], Promise[str], None]:
    yield fetch(1)
    yield from [fetch(2)]
    fetch(3)  # E


async def awaits(promises: AsyncIterator[Promise[int]]) -> None:
    await fetch(1)
    await Promise.all([fetch(1), fetch(2)])
    await (await later())
    (await fetch(1), await fetch(2))
    [await fetch(number) for number in range(3)]
    await later()  # E
    await fetch(1) and fetch(2)  # E
    fetch(1)  # E
    async for promise in promises:
        await promise
        fetch(1)  # E


# Every place a statement can stand in.
def places() -> None:
    if yes() or yes():
        fetch(1)  # E
    else:
        fetch(1)  # E
    for _ in range(3):
        fetch(1)  # E
    fetch(1)  # E
    while yes():
        fetch(1)  # E
    with contextlib.suppress(KeyError):
        fetch(1)  # E
    try:
        fetch(1)  # E
    except KeyError:
        fetch(1)  # E
    else:
        fetch(1)  # E
    finally:
        fetch(1)  # E
    match yes():
        case True:
            fetch(1)  # E
        case _:
            fetch(1)  # E

    def inner() -> None:
        fetch(1)  # E

        class Local:
            fetch(1)  # E

            def method(self) -> None:
                fetch(1)  # E

    inner()


class Body:
    fetch(3)  # E
    kept = fetch(1)

    @property
    def width(self) -> int:
        fetch(1)  # E
        return 1

    @width.setter
    def width(self, value: int) -> None:
        fetch(value)  # E

    @staticmethod
    def helper() -> None:
        fetch(1)  # E


fetch(4)  # E
if TYPE_CHECKING:
    fetch(5)  # E


def without_annotations(number):
    fetch(number)  # E
    fetch(number).catch(fail)


def unreachable() -> None:
    return
    fetch(1)


# A call that is expected to raise returns no promise.
class TestRaises(unittest.TestCase):
    def test_it(self) -> None:
        with self.assertRaises(TypeError):
            Promise(42)  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            fetch(1)
        fetch(1)  # E


# In a variable a promise is handled on every path, or dropped on some.
def some_paths(flag: bool, numbers: list[int]) -> int:
    one = fetch(1)  # E
    if flag:
        one.catch(fail)
    two = fetch(1)  # E
    if flag:
        return 1
    two.catch(fail)
    for number in numbers:
        three = fetch(number)  # E
    use(three)
    four = fetch(1)
    if flag:
        raise ValueError
    four.catch(fail)
    five = fetch(1)
    five.then(parse)  # E
    six = fetch(1)
    six  # E
    return 2


def ignored(flag: bool) -> None:
    one = fetch(1)  # type: ignore[floating-promise]
    if flag:
        use(one)
    fetch(1)  # type: ignore[floating-promise]
    fetch(1)  # type: ignore
    (
        fetch(1)
        .then(parse)  # type: ignore[floating-promise]
        .then(use)
    )
    fetch(1)  # type: ignore[other]  # E
