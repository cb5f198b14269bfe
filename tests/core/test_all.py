"""`all`: the values of all, in their order, or the first rejection."""

from __future__ import annotations

import asyncio
import concurrent.futures
import itertools
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, Resolvers

FIRST, SECOND = ValueError("first"), KeyError("second")


class Thenable:
    """A foreign promise of 3."""

    def then(self, resolve: Callable[[int], None], _reject: object) -> None:
        """Resolve at once."""
        resolve(3)


async def four() -> int:
    """Be a coroutine."""
    return 4


def five() -> concurrent.futures.Future[int]:
    """Be a finished future."""
    future: concurrent.futures.Future[int] = concurrent.futures.Future()
    future.set_result(5)
    return future


class Awaitable:
    """An object that can be awaited."""

    def __await__(self) -> Generator[Any, Any, int]:
        """Give 6."""
        return (yield from Promise.resolve(6).__await__())


def test_everything_that_can_be_joined(host: Host[Any]) -> None:
    """Values, promises, thenables, coroutines, futures and other awaitables stand side by side."""
    promise = host(lambda: Promise.all([1, Promise.resolve(2), Thenable(), four(), five(), Awaitable(), None]))

    assert promise.value == [1, 2, 3, 4, 5, 6, None]


def numbers() -> Iterator[Promise[int]]:
    """Generate promises."""
    yield Promise.resolve(1)
    yield Promise.resolve(2)


SHAPES: dict[str, tuple[Callable[[], Promise[Any]], object]] = {
    "arguments": (lambda: Promise.all(Promise.resolve(1), Promise.resolve(2)), (1, 2)),
    "one promise": (lambda: Promise.all(Promise.resolve(1)), (1,)),
    "one coroutine": (lambda: Promise.all(four()), (4,)),
    "one future": (lambda: Promise.all(five()), (5,)),
    "tuple": (lambda: Promise.all((Promise.resolve(1), Promise.resolve(2))), (1, 2)),
    "tuple of one": (lambda: Promise.all((Promise.resolve(1),)), (1,)),
    "empty tuple": (lambda: Promise.all(()), ()),
    "list": (lambda: Promise.all([Promise.resolve(1), Promise.resolve(2)]), [1, 2]),
    "empty list": (lambda: Promise.all([]), []),
    "generator": (lambda: Promise.all(numbers()), [1, 2]),
    "map": (lambda: Promise.all(map(Promise.resolve, (1, 2))), [1, 2]),
    "dict values": (lambda: Promise.all({"a": Promise.resolve(1), "b": Promise.resolve(2)}.values()), [1, 2]),
    "range": (lambda: Promise.all(range(1, 3)), [1, 2]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_arguments_and_iterables(shape: str, host: Host[Any]) -> None:
    """Arguments and tuples give a tuple, any other iterable a list."""
    make, expected = SHAPES[shape]

    value = host(make).value

    assert value == expected
    assert type(value) is type(expected)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
def test_the_order_of_the_values(order: tuple[int, ...]) -> None:
    """The values stand where their promises stood, whichever settled first, and only the last settles the result."""
    parts = [Resolvers[str]() for _ in range(3)]
    promise = Promise.all([part.promise for part in parts])

    for index in order:
        assert promise.is_pending
        parts[index].resolve("abc"[index])

    assert promise.value == ["a", "b", "c"]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
def test_the_first_rejection_in_time(order: tuple[int, ...]) -> None:
    """The result is rejected as soon as one part is, with that reason; what the others do is no longer looked at."""
    parts = [Resolvers[int]() for _ in range(3)]
    promise = Promise.all([part.promise for part in parts])
    settle: list[Callable[[], None]] = [
        lambda: parts[0].reject(FIRST),
        lambda: parts[1].reject(SECOND),
        lambda: parts[2].resolve(3),
    ]

    for index in order:
        settle[index]()

    assert promise.reason is (FIRST if order.index(0) < order.index(1) else SECOND)


REJECTED_PART: dict[str, Callable[[], Iterable[Any]]] = {
    "alone": lambda: [Promise[int].reject(FIRST)],
    "before a value": lambda: [Promise[int].reject(FIRST), 1],
    "before a thenable": lambda: [Promise[int].reject(FIRST), Thenable()],
    "before a coroutine": lambda: [Promise[int].reject(FIRST), four(), Awaitable()],
    "before a future": lambda: [Promise[int].reject(FIRST), five()],
    "before a promise": lambda: [Promise[int].reject(FIRST), Promise.resolve(1), Resolvers[int]().promise],
    "behind all": lambda: [Thenable(), five(), Promise.resolve(1), Promise[int].reject(FIRST)],
    "twice": lambda: [Promise[int].reject(FIRST), Promise[int].reject(SECOND)],
}


@pytest.mark.parametrize("parts", REJECTED_PART)
def test_a_part_that_is_rejected_already(parts: str, host: Host[Any]) -> None:
    """A part may be rejected before the join, wherever it stands and whatever stands beside it."""
    assert host(lambda: Promise.all(REJECTED_PART[parts]())).reason is FIRST


def test_one_promise_twice() -> None:
    """The same promise may stand in two places."""
    part = Resolvers[int]()
    promise = Promise.all([part.promise, part.promise])

    part.resolve(1)

    assert promise.value == [1, 1]


def test_a_join_of_joins(host: Host[Any]) -> None:
    """Joins nest, however deep, without recursion."""

    def nest() -> Promise[Any]:
        promise: Promise[Any] = Promise.resolve(1)
        for _ in range(5000):
            promise = Promise.all([promise]).then(lambda values: values[0])
        return promise

    assert host(nest).value == 1


def test_the_parts_are_read_when_all_have_settled() -> None:
    """A part that adopts another gives the other's value."""
    outer, inner, last = Resolvers[int](), Resolvers[int](), Resolvers[int]()
    promise = Promise.all([outer.promise, inner.promise, last.promise])
    outer.resolve(inner.promise)
    inner.resolve(1)
    assert promise.is_pending

    last.resolve(2)

    assert promise.value == [1, 1, 2]


def test_a_join_that_is_adopted_before_it_is_done() -> None:
    """The result may be handed on while it waits."""
    part, outer = Resolvers[int](), Resolvers[list[int]]()
    outer.resolve(Promise.all([part.promise]))

    part.resolve(1)

    assert outer.promise.value == [1]


def test_changing_the_list_afterwards_changes_nothing() -> None:
    """What was joined was looked at during the call."""
    part = Resolvers[int]()
    parts = [part.promise]
    promise = Promise.all(parts)
    parts.append(Promise.resolve(2))

    part.resolve(1)

    assert promise.value == [1]
    assert len(parts) == 2


def test_an_iterable_that_fails() -> None:
    """What the iterable raises comes out of the call: there is no promise yet."""

    def failing() -> Iterator[int]:
        yield 1
        raise FIRST

    with pytest.raises(ValueError, match="first"):
        Promise.all(failing())


def test_the_end_of_the_program_is_passed_on() -> None:
    """A part rejected with KeyboardInterrupt rejects the result, past an unfiltered catch."""
    untyped: Any = Promise
    interrupt = KeyboardInterrupt()

    promise = untyped.all([1, untyped.reject(interrupt)]).catch(lambda error: "swallowed")

    assert promise.reason is interrupt


def test_parts_settled_by_other_threads() -> None:
    """A pool's futures are joined where they are finished."""
    with concurrent.futures.ThreadPoolExecutor(4) as executor:
        promise = Promise.all([executor.submit(pow, number, 2) for number in range(50)])

        assert promise.get(10) == [number**2 for number in range(50)]


def test_one_future_of_a_loop() -> None:
    """An asyncio future can be iterated, for the sake of old coroutines; it is joined as one part all the same."""

    async def main() -> object:
        future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        future.set_result(1)
        return await Promise.all(future)

    assert asyncio.run(main()) == (1,)


def test_parts_of_a_loop() -> None:
    """Tasks and coroutines run side by side, as under gather."""

    async def main() -> list[int]:
        barrier = asyncio.Barrier(3)

        async def work(number: int) -> int:
            async with asyncio.timeout(5):
                await barrier.wait()
            return number

        return await Promise.all([asyncio.create_task(work(0)), work(1), Promise.resolve(2).then(work)])

    assert asyncio.run(main()) == [0, 1, 2]
