"""Runs mypy with the plugin and without it, in turn, and keeps the processor time of every run."""

from __future__ import annotations

import resource
import shutil
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .bench import Bench
    from .programs import Program


@dataclass
class Pair:
    """A program with a cold or a warm cache: the seconds of the runs without the plugin and with it."""

    program: str
    cache: str
    files: int
    lines: int
    # The share that the plugin may add. With a warm cache mypy has next to nothing to do, so what the plugin adds,
    # its own start, is told in seconds.
    limit: float | None
    without: list[float] = field(default_factory=list[float])
    plugin: list[float] = field(default_factory=list[float])

    @property
    def overheads(self) -> list[float]:
        """What the plugin added in each round, as a share of the run without it."""
        return [with_it / alone - 1 for alone, with_it in zip(self.without, self.plugin, strict=True)]

    @property
    def overhead(self) -> float:
        """The median of the rounds."""
        return statistics.median(self.overheads)

    @property
    def seconds(self) -> float:
        """What the plugin added, the median of the rounds."""
        return statistics.median(b - a for a, b in zip(self.without, self.plugin, strict=True))

    @property
    def is_within_limit(self) -> bool:
        """Whether the plugin costs no more than it may."""
        return self.limit is None or self.overhead <= self.limit

    @property
    def noise(self) -> float:
        """How far the runs without the plugin lie apart, as a share of their median."""
        return (max(self.without) - min(self.without)) / statistics.median(self.without)


def measured(bench: Bench, rounds: int) -> Iterator[Pair]:
    """Yield the costs of each program with a cold and with a warm cache."""
    for program in bench.programs:
        for cache in ("cold", "warm"):
            limit = program.limit if cache == "cold" else None
            pair = Pair(program.name, cache, program.files, program.lines, limit)
            _fill(pair, bench, program, rounds)
            yield pair


def _fill(pair: Pair, bench: Bench, program: Program, rounds: int) -> None:
    if pair.cache == "warm":
        _time(bench, "alone", program, cold=False)
        _time(bench, "plugin", program, cold=False)
    for number in range(rounds):
        # Each first in every other round: what warms up or slows down does so for both.
        for which in ("alone", "plugin") if number % 2 else ("plugin", "alone"):
            took = _time(bench, which, program, cold=pair.cache == "cold")
            (pair.without if which == "alone" else pair.plugin).append(took)


def _time(bench: Bench, which: str, program: Program, *, cold: bool) -> float:
    cache = f"cache-{which}"
    if cold:
        shutil.rmtree(bench.folder / cache, ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    bench.run(which, program.target, cache)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
