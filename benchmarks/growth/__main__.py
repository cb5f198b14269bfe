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
    times = {name: [median(_measured(site, name, n, "time", processes)) for n in sizes] for name in NAMES}
    peaks = {name: [_measured(site, name, n, "memory", 1)[0] for n in sizes] for name in NAMES}
    header = ["", *[f"{n:,}" for n in sizes], "last / first", f"within {FLAT:.0%}"]
    flat = {name: _is_flat(found) for name, found in times.items()}
    rows = [
        [name, *[f"{ns:.0f}" for ns in found], f"{found[-1] / found[0]:.2f}", "yes" if flat[name] else "**no**"]
        for name, found in times.items()
    ]
    lines = ["", f"### Nanoseconds an element, {build}", "", *table(header, rows)]
    rows = [[name, *[f"{size:.0f}" for size in found], f"{found[-1] / found[0]:.2f}"] for name, found in peaks.items()]
    return [*lines, "", f"### Peak bytes an element, {build}", "", *table(header[:-1], rows)]


def _is_flat(found: list[float]) -> bool:
    """Whether every size takes what the smallest takes, give or take a fifth."""
    return all(abs(value / found[0] - 1) <= FLAT for value in found)


def _measured(site: Path, name: str, n: int, what: str, processes: int) -> list[float]:
    command = [sys.executable, "-m", "benchmarks.growth.work", name, str(n), what]
    taken: list[float] = []
    for _ in range(processes):
        ran = subprocess.run(  # noqa: S603 - ourselves
            command,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(site)},
            stdout=subprocess.PIPE,
            text=True,
        )
        taken.append(float(ran.stdout))
    print(f"{site.name} {name:10} {n:9,} {what:6} {median(taken):10.1f}", file=sys.stderr, flush=True)
    return taken


if __name__ == "__main__":
    sys.exit(main())
