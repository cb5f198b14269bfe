"""The work a promise makes does not grow with the number of promises: instructions are counted, nothing is timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

import typedpromise
from typedpromise import Promise, Resolvers

pytestmark = pytest.mark.skipif(typedpromise.compiled, reason="compiled code has no instructions of the interpreter's")


def counted(work: Callable[[int], None], n: int) -> int:
    """Return how many instructions of the interpreter the library takes for `work(n)`."""
    count = 0

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        if not frame.f_globals.get("__name__", "").startswith("typedpromise"):
            return None
        if event == "call":
            frame.f_trace_opcodes = True
            frame.f_trace_lines = False
        elif event == "opcode":
            count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(n)
    finally:
        sys.settrace(before)
    return count


def chain(n: int) -> None:
    """Settle the head of a chain."""
    source: Resolvers[int] = Resolvers()
    last = source.promise
    for _ in range(n):
        last = last.then(lambda value: value + 1)
    source.resolve(0)
    assert last.value == n


def chain_of_the_settled(n: int) -> None:
    """Append to a settled chain."""
    last = Promise.resolve(0)
    for _ in range(n):
        last = last.then(lambda value: value + 1)
    assert last.value == n


def linked(n: int) -> list[Promise[int]]:
    """Resolve promises with one another, and settle the innermost, which comes first."""
    first: Resolvers[int] = Resolvers()
    kept = [first.promise]
    for _ in range(n):
        outer: Resolvers[int] = Resolvers()
        outer.resolve(kept[-1])
        kept.append(outer.promise)
    first.resolve(7)
    return kept


def adoption(n: int) -> None:
    """Ask the outermost of promises that adopted one another."""
    assert linked(n)[-1].value == 7


def innermost(n: int) -> None:
    """Ask the innermost of promises that adopted one another."""
    assert linked(n)[0].value == 7


def everyone(n: int) -> None:
    """Ask all promises that adopted one another."""
    assert all(promise.value == 7 for promise in linked(n))


def fan_out(n: int) -> None:
    """Settle a promise with many thens."""
    source: Resolvers[int] = Resolvers()
    results = [source.promise.then(lambda value: value + 1) for _ in range(n)]
    source.resolve(0)
    assert all(promise.value == 1 for promise in results)


def join(n: int) -> None:
    """Settle the promises that `all` waits for."""
    sources: list[Resolvers[int]] = [Resolvers() for _ in range(n)]
    joined = Promise.all([source.promise for source in sources])
    for source in sources:
        source.resolve(1)
    assert joined.value == [1] * n


def rejection(n: int) -> None:
    """Reject the head of a chain."""
    source: Resolvers[int] = Resolvers()
    last = source.promise
    for _ in range(n):
        last = last.then(lambda value: value + 1)
    caught = last.catch(lambda _error: 5)
    source.reject(ValueError())
    assert caught.value == 5


def drop(n: int) -> None:
    """Drop a chain that nobody resolved."""
    source: Resolvers[int] = Resolvers()
    last = source.promise
    for _ in range(n):
        last = last.then(lambda value: value + 1)
    del source, last


def loop(n: int) -> None:
    """Turn in a promise loop."""

    def turn(left: int) -> Promise[str] | str:
        return Promise.resolve(left - 1).then(turn) if left else "done"

    assert Promise.resolve(n).then(turn).value == "done"


@pytest.mark.parametrize(
    "work", [chain, chain_of_the_settled, adoption, innermost, fan_out, join, rejection, drop, loop]
)
def test_the_instructions_an_element_takes_do_not_grow(work: Callable[[int], None]) -> None:
    """Ten times as many elements take ten times as many instructions, and no more than 5 % beyond that."""
    counted(work, 2)  # and counted: from CPython 3.12 on code is traced by instruction after its first traced call only
    few, many = counted(work, 100), counted(work, 1000)
    assert few
    assert many <= few * 10 * 1.05


def test_asking_each_of_n_linked_promises_takes_n_log_n_instructions() -> None:
    """Paths are halved on the way, so ten times as many promises add a constant to what each takes."""
    counted(everyone, 2)  # as above
    each = [counted(everyone, n) / n for n in (30, 300, 3000)]
    assert each[2] - each[1] <= (each[1] - each[0]) * 1.3
    assert each[2] < each[0] * 2
