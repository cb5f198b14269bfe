"""`python -m benchmarks.growth.work NAME N WHAT`: one piece of work in a process of its own; prints one number.

WHAT is `time`, `time-alone` or `memory`.
`time` is nanoseconds of processor time an element, the median of several pieces, with the garbage collector on;
`time-alone` is the same with the collector off.
`memory` is the peak of tracemalloc, in bytes an element.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable
from statistics import median
from time import process_time

from typedpromise import Promise, Resolvers

# Small pieces are done again until this much time is gone.
ENOUGH_SECONDS = 0.25
# Of the largest, one a process has to do; there are several processes.
FEWEST, FEWEST_OF_A_MILLION = 3, 1


class Plain:
    """As many slots as a promise has: what an object of that size costs when nothing is done with it."""

    __slots__ = ("a", "b", "c", "d", "e", "f")

    def __init__(self) -> None:
        """Fill the slots."""
        self.a = self.b = self.c = self.d = self.e = self.f = None


def _inc(value: int) -> int:
    return value + 1


def floor(n: int) -> float:
    """Make a list of plain objects, and drop it."""
    begin = process_time()
    kept = [Plain() for _ in range(n)]
    del kept
    return process_time() - begin


def chain(n: int) -> float:
    """Settle the head of a chain of n thens."""
    begin = process_time()
    source: Resolvers[int] = Resolvers()
    last = source.promise
    for _ in range(n):
        last = last.then(_inc)
    source.resolve(0)
    assert last.value == n
    return process_time() - begin


def adoption(n: int) -> float:
    """Resolve n promises with one another, then settle the innermost."""
    begin = process_time()
    first: Resolvers[int] = Resolvers()
    last = first.promise
    for _ in range(n):
        outer: Resolvers[int] = Resolvers()
        outer.resolve(last)
        last = outer.promise
    first.resolve(7)
    assert last.value == 7  # noqa: PLR2004 - what went in
    return process_time() - begin


def fan_out(n: int) -> float:
    """Settle a promise with n thens."""
    begin = process_time()
    source: Resolvers[int] = Resolvers()
    results = [source.promise.then(_inc) for _ in range(n)]
    source.resolve(0)
    assert results[-1].value == 1
    return process_time() - begin


def join(n: int) -> float:
    """Settle n promises that `all` waits for."""
    begin = process_time()
    sources: list[Resolvers[int]] = [Resolvers() for _ in range(n)]
    joined = Promise.all([source.promise for source in sources])
    for source in sources:
        source.resolve(1)
    assert len(joined.value) == n
    return process_time() - begin


def rejection(n: int) -> float:
    """Reject the head of a chain of n thens with a catch at its end."""
    begin = process_time()
    source: Resolvers[int] = Resolvers()
    last = source.promise
    for _ in range(n):
        last = last.then(_inc)
    caught = last.catch(lambda _error: 5)
    source.reject(ValueError())
    assert caught.value == 5  # noqa: PLR2004 - what the handler returns
    return process_time() - begin


def drop(n: int) -> float:
    """Drop a chain that nobody resolved; making it is not timed."""
    source: Resolvers[int] = Resolvers()
    last = source.promise
    for _ in range(n):
        last = last.then(_inc)
    begin = process_time()
    del source, last
    return process_time() - begin


def loop(n: int) -> float:
    """Turn n times in a promise loop: each handler returns the promise of the next turn."""

    def turn(left: int) -> Promise[str] | str:
        return Promise.resolve(left - 1).then(turn) if left else "done"

    begin = process_time()
    assert Promise.resolve(n).then(turn).value == "done"
    return process_time() - begin


WORK: dict[str, Callable[[int], float]] = {
    "floor": floor,
    "chain": chain,
    "adoption": adoption,
    "fan-out": fan_out,
    "all": join,
    "rejection": rejection,
    "drop": drop,
    "loop": loop,
}


def nanoseconds(work: Callable[[int], float], n: int) -> float:
    """Return the median time an element, over pieces that together take a while."""
    work(min(n, 1000))
    gc.collect()
    gc.freeze()
    taken: list[float] = []
    begin = process_time()
    fewest = FEWEST if n < 1_000_000 else FEWEST_OF_A_MILLION  # noqa: PLR2004 - a million
    while len(taken) < fewest or process_time() - begin < ENOUGH_SECONDS:
        taken.append(work(n))
    return median(taken) / n * 1e9


def peak_bytes(work: Callable[[int], float], n: int) -> float:
    """Return the peak of what the work allocated, by element."""
    work(100)
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    work(n)
    _, peak = tracemalloc.get_traced_memory()
    return (peak - before) / n


if __name__ == "__main__":
    chosen = WORK[sys.argv[1]]
    if sys.argv[3] == "time-alone":
        gc.disable()
    print((peak_bytes if sys.argv[3] == "memory" else nanoseconds)(chosen, int(sys.argv[2])))
