"""`python -m benchmarks.growth`: time and peak memory an element, from a thousand elements to a million."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from benchmarks.pages import replaced
from benchmarks.speed.__main__ import BUILDS, PAGE, ROOT
from benchmarks.speed.report import table

from . import footprint

NAMES = ("floor", "chain", "adoption", "fan-out", "all", "rejection", "drop", "loop")
SIZES = (1000, 10_000, 100_000, 1_000_000)
FLAT = 0.2
TIMES = {"time": "garbage collector on", "time-alone": "garbage collector off"}


def main() -> int:
    """Return 0; what grew stands in the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--processes", type=int, default=3, help="for each time: the median of so many")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="leave out what is larger")
    parser.add_argument("--no-page", action="store_true", help="print the tables, and leave docs/performance.md alone")
    chosen = parser.parse_args()
    sizes = [size for size in SIZES if size <= chosen.largest]
    load = os.getloadavg()[0]
    lines: list[str] = []
    for build, site in BUILDS.items():
        if site.exists():
            lines += _section(build, site, sizes, chosen.processes)
    lines += footprint.section({build: site for build, site in BUILDS.items() if site.exists()})
    lines += ["", f"Load average {load:.1f} before and {os.getloadavg()[0]:.1f} after, on {os.cpu_count()} cores."]
    if chosen.no_page:
        print("\n".join(lines))
    else:
        PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), "growth", lines), encoding="utf-8")
    return 0


def _section(build: str, site: Path, sizes: list[int], processes: int) -> list[str]:
    lines: list[str] = []
    for what, title in TIMES.items():
        taken: dict[str, list[list[float]]] = {name: [[] for _ in sizes] for name in NAMES}
        # Round by round, so that an hour in which the machine is slow does not look like growth.
        for _ in range(processes):
            for name in NAMES:
                for place, n in enumerate(sizes):
                    taken[name][place].append(_measured(site, name, n, what))
        found = {name: [median(runs) for runs in by_size] for name, by_size in taken.items()}
        head = ["", *[f"{n:,}" for n in sizes], "last / first", f"within {FLAT:.0%}"]
        rows = [[*_row(name, times), "yes" if _is_flat(times) else "**no**"] for name, times in found.items()]
        lines += ["", f"### Nanoseconds an element, {build}, {title}", "", *table(head, rows)]
    rows = [_row(name, [_measured(site, name, n, "memory") for n in sizes]) for name in NAMES]
    head = ["", *[f"{n:,}" for n in sizes], "last / first"]
    return [*lines, "", f"### Peak bytes an element, {build}", "", *table(head, rows)]


def _row(name: str, found: list[float]) -> list[str]:
    return [name, *[f"{value:.0f}" for value in found], f"{found[-1] / found[0]:.2f}"]


def _is_flat(found: list[float]) -> bool:
    """Whether every size takes what the smallest takes, give or take a fifth."""
    return all(abs(value / found[0] - 1) <= FLAT for value in found)


def _measured(site: Path, name: str, n: int, what: str) -> float:
    ran = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-m", "benchmarks.growth.work", name, str(n), what],
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(site)},
        stdout=subprocess.PIPE,
        text=True,
    )
    print(f"{site.name} {name:10} {n:9,} {what:10} {float(ran.stdout):10.1f}", file=sys.stderr, flush=True)
    return float(ran.stdout)


if __name__ == "__main__":
    sys.exit(main())
