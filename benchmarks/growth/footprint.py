"""Bytes a promise takes, and what the import costs: each in processes of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from benchmarks.speed.report import table

IMPORTS = 31
BYTE_CODE = Path(__file__).resolve().parents[2] / "build" / "bench" / "bytecode"
# Bytes still there, by element, after each step; the links share their handler.
_BYTES = """
import gc, sys, tracemalloc
from contextvars import ContextVar, copy_context
from typedpromise import Promise, Resolvers
n = 10_000
def held(make):
    make(10)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = make(n)
    gc.collect()
    size = (tracemalloc.get_traced_memory()[0] - before) / n
    tracemalloc.stop()
    return size, kept
def inc(value): return None
def listed(one):
    def make(n):
        kept = [None] * n
        for i in range(n):
            kept[i] = one()
        return kept
    return make
def chain(n):
    source = Resolvers()
    kept = [source, source.promise] + [None] * n
    for i in range(n):
        kept[i + 2] = kept[i + 1].then(inc)
    return kept
def settled(n):
    kept = chain(n)
    kept[0].resolve(None)
    assert kept[-1].is_fulfilled
    return kept
print(sys.getsizeof(Promise.resolve(1)), end=" ")
for make in (listed(copy_context), chain, settled):
    print(held(make)[0] - 8, end=" ")  # 8 is the place in our list
ContextVar("set").set(1)
print(held(chain)[0] - 8)
"""
_IMPORT = """
import sys, time
before = time.process_time(), len(sys.modules)
import typedpromise
print((time.process_time() - before[0]) * 1e3, len(sys.modules) - before[1])
"""


def section(sites: Mapping[str, Path]) -> list[str]:
    """Return the lines of two tables."""
    sizes: list[list[str]] = []
    imports: list[list[str]] = []
    for build, site in sites.items():
        found = [float(word) for word in _said(_BYTES, site)]
        sizes.append([build, *[f"{size:.0f}" for size in found]])
        _said(_IMPORT, site)  # writes the byte code
        runs = [_said(_IMPORT, site) for _ in range(IMPORTS)]
        taken = sorted(float(run[0]) for run in runs)
        imports.append([build, f"{median(taken):.1f}", f"{taken[0]:.1f} to {taken[-1]:.1f}", runs[0][1]])
    head = ["", "the promise", "a copied context", "a pending link", "a settled link", "a pending link, a variable set"]
    lines = ["", "### Bytes", "", *table(head, sizes), "", "### Import", ""]
    return [
        *lines,
        *table(["", "ms of processor time, median", f"of {IMPORTS} processes", "modules it loads"], imports),
    ]


def _said(program: str, site: Path) -> list[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        check=True,
        # With byte code, as users have it.
        env={**environment, "PYTHONPATH": str(site), "PYTHONPYCACHEPREFIX": str(BYTE_CODE)},
        stdout=subprocess.PIPE,
        text=True,
    )
    return ran.stdout.split()
