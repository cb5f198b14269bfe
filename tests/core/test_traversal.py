"""`map`, `filter`, `each`, `reduce`: in order, and no more at a time than asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, Resolvers

FIRST = ValueError("first")


class Work:
    """Calls that finish when the test says so."""

    def __init__(self) -> None:
        """Start with no call."""
        self.started: list[object] = []
        self.calls: dict[object, Resolvers[Any]] = {}

    def begin(self, value: object) -> Promise[Any]:
        """Start a call."""
        self.started.append(value)
        self.calls[value] = Resolvers()
        return self.calls[value].promise

    def finish(self, *values: object) -> None:
        """Finish calls, in this order, each with its value in a list."""
        for value in values:
            self.calls[value].resolve([value])


def test_map_keeps_the_order_of_the_values() -> None:
    """The results stand in the order of the values, in whatever order the calls finish."""
    work = Work()
    promise = Promise.map([1, 2, 3], work.begin)
    work.finish(3, 1, 2)

    assert promise.get() == [[1], [2], [3]]


def test_map_starts_in_order_and_no_more_than_asked_for() -> None:
    """With concurrency=2 the third call starts when one of the first two has finished, and in order (bluebird#708)."""
    work = Work()
    promise = Promise.map([1, 2, 3, 4], work.begin, concurrency=2)
    assert work.started == [1, 2]

    work.finish(2)
    assert work.started == [1, 2, 3]
    work.finish(1)
    assert work.started == [1, 2, 3, 4]
    work.finish(4, 3)

    assert promise.get() == [[1], [2], [3], [4]]


def test_map_waits_for_a_value_before_it_starts_those_behind() -> None:
    """A value that is a pending promise holds back the calls behind it, so that calls start in order."""
    work = Work()
    late = Resolvers[int]()
    promise = Promise.map([1, late.promise, 3], work.begin)
    assert work.started == [1]

    late.resolve(2)
    assert work.started == [1, 2, 3]
    work.finish(1, 2, 3)

    assert promise.get() == [[1], [2], [3]]


def test_the_iterable_is_read_as_it_is_needed() -> None:
    """With a limit an endless iterable is read no further than there are calls."""
    read = []

    def numbers() -> Iterator[int]:
        for number in range(1_000_000):
            read.append(number)
            yield number

    work = Work()
    Promise.map(numbers(), work.begin, concurrency=3)

    assert read == [0, 1, 2]


def test_nothing_is_started_after_a_rejection() -> None:
    """The first rejection rejects the result, and the values behind it are left alone."""
    work = Work()
    promise = Promise.map([1, 2, 3, 4], work.begin, concurrency=2)
    work.calls[2].reject(FIRST)
    work.finish(1)

    assert promise.reason is FIRST
    assert work.started == [1, 2]


def values_that_fail() -> Iterator[int]:
    """Give one value, then fail."""
    yield 1
    raise FIRST


def boom(_value: object) -> object:
    """Fail in the call."""
    raise FIRST


FAILING: dict[str, Callable[[], Promise[Any]]] = {
    "the call raises": lambda: Promise.map([1, 2], boom),
    "a value is rejected": lambda: Promise.map([1, Promise.reject(FIRST)], str),
    "the iterator raises": lambda: Promise.map(values_that_fail(), str),
    "filter": lambda: Promise.filter([1], boom),
    "each": lambda: Promise.each([1], boom),
    "reduce": lambda: Promise.reduce([1], lambda _sum, value: boom(value), 0),
    "the initial value is rejected": lambda: Promise.reduce([1], lambda _sum, value: value, Promise.reject(FIRST)),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_failure_rejects_the_result(host: Host[Any], name: str) -> None:
    """Wherever the failure comes from, it is the reason."""
    assert host(FAILING[name]).reason is FIRST


RESULTS: dict[str, tuple[Callable[[], Promise[Any]], object]] = {
    "map": (lambda: Promise.map([1, Promise.resolve(2)], lambda value: value * 10), [10, 20]),
    "map of nothing": (lambda: Promise.map([], boom), []),
    "map to promises": (lambda: Promise.map((1, 2), lambda value: Promise.resolve(-value)), [-1, -2]),
    "filter": (lambda: Promise.filter([1, 2, Promise.resolve(3)], lambda value: value != 2), [1, 3]),
    "filter by promises": (lambda: Promise.filter(range(4), lambda value: Promise.resolve(value % 2)), [1, 3]),
    "each": (lambda: Promise.each([1, Promise.resolve(2)], lambda value: None), [1, 2]),
    "reduce": (lambda: Promise.reduce([1, Promise.resolve(2), 3], lambda total, value: total + value, 10), 16),
    "reduce from a promise": (lambda: Promise.reduce("ab", lambda text, c: text + c, Promise.resolve("-")), "-ab"),
    "reduce by promises": (lambda: Promise.reduce([1, 2], lambda a, b: Promise.resolve(a - b), 0), -3),
    "reduce of nothing": (lambda: Promise.reduce([], lambda total, value: value, "initial"), "initial"),
}


@pytest.mark.parametrize("name", RESULTS)
def test_results(host: Host[Any], name: str) -> None:
    """Values, promises and handlers that return promises, under every host."""
    make, expected = RESULTS[name]

    assert host(make).value == expected


@pytest.mark.parametrize("go", [Promise.each, lambda values, fn: Promise.reduce(values, lambda _sum, v: fn(v), 0)])
def test_each_and_reduce_go_one_by_one(go: Callable[..., Promise[Any]]) -> None:
    """A call starts when the one before has finished."""
    work = Work()
    go([1, 2], work.begin)
    assert work.started == [1]

    work.finish(1)

    assert work.started == [1, 2]


def test_no_handler_runs_inside_the_call(host: Host[Any]) -> None:
    """Under a host that defers, `map` returns before the first handler runs."""
    log: list[object] = []

    def body() -> Promise[Any]:
        promise = Promise.map([1, 2], log.append)
        log.append("returned")
        return promise

    host(body)

    assert sorted(log, key=str) == [1, 2, "returned"]
    if host.__name__ != "without_a_loop":
        assert log[0] == "returned"


def test_coroutines_run_concurrently_in_a_loop() -> None:
    """With async functions under asyncio two calls are under way at a time, where two are asked for."""

    async def main() -> tuple[list[int], int]:
        running, highest = 0, 0

        async def work(value: int) -> int:
            nonlocal running, highest
            running += 1
            highest = max(highest, running)
            await asyncio.sleep(0)
            running -= 1
            return value

        return await Promise.map(range(6), work, concurrency=2), highest

    assert asyncio.run(main()) == ([0, 1, 2, 3, 4, 5], 2)


def test_many_values_do_not_recurse() -> None:
    """A hundred thousand values, one after the other and at once."""
    count = 100_000

    assert Promise.map(range(count), lambda value: value).then(len).get() == count
    assert Promise.reduce(range(count), lambda total, value: total + value, 0).get() == sum(range(count))


WRONG: list[tuple[Callable[[], object], type[Exception], str]] = [
    (lambda: Promise.map(42, str), TypeError, r"map\(\) goes through an iterable of values or promises, not 42"),
    (lambda: Promise.map([1], 42), TypeError, r"map\(\) takes a function, not 42"),
    (lambda: Promise.each([1], None), TypeError, r"each\(\) takes a function, not None"),
    (lambda: Promise.map([1], str, concurrency=0), ValueError, r"concurrency=0 would never call anything"),
    (lambda: Promise.filter([1], str, concurrency="2"), TypeError, r"filter\(\) takes concurrency as a number"),
    (lambda: Promise.map([1], str, concurrency=True), TypeError, r"number of calls, or None for no limit, not True"),
]


@pytest.mark.parametrize(("call", "kind", "message"), WRONG)
def test_bad_input_is_told_at_the_call(call: Callable[[], object], kind: type[Exception], message: str) -> None:
    """Nothing is started, and the message says what is wanted."""
    with pytest.raises(kind, match=message):
        call()
