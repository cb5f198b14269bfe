"""What the plugin adds in instructions, as valgrind counts them: the load of the machine does not change them."""

from __future__ import annotations

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .bench import Bench

_REFS = re.compile(r"I\s+refs:\s+([\d,]+)")
# Each program, and each way, once: two runs differ by less than one in a thousand.
_MILLION = 1_000_000


@dataclass(frozen=True)
class Count:
    """A program that was checked with an empty cache: millions of instructions without the plugin and with it."""

    program: str
    files: int
    lines: int
    limit: float
    without: int
    plugin: int

    @property
    def overhead(self) -> float:
        """What the plugin added, as a share of the run without it."""
        return self.plugin / self.without - 1

    @property
    def is_within_limit(self) -> bool:
        """Whether the plugin costs no more than it may."""
        return self.plugin - self.without <= self.limit * self.without


def valgrind() -> str | None:
    """Return where valgrind is, or None if it is not installed."""
    return shutil.which("valgrind")


def counted(bench: Bench, tool: str) -> Iterator[Count]:
    """Yield the counts of each program with an empty cache; as many runs at a time as there are processors."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        started = [
            (program, [pool.submit(_count, bench, which, program.target, tool) for which in ("alone", "plugin")])
            for program in bench.programs
        ]
        for program, runs in started:
            without, plugin = (run.result() for run in runs)
            yield Count(program.name, program.files, program.lines, program.limit, without, plugin)


def read_count(output: str) -> int:
    """Return the millions of instructions that valgrind tells of."""
    found = _REFS.search(output)
    if found is None:
        msg = f"valgrind told no count of instructions: {output[-2000:]}"
        raise RuntimeError(msg)
    return round(int(found[1].replace(",", "")) / _MILLION)


def _count(bench: Bench, which: str, target: str, tool: str) -> int:
    # Without its model of the caches, and with hashes that are the same each time.
    before = [tool, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    return read_count(bench.run(which, target, f"count-{target}-{which}", before=before, hashes="0").stderr)
