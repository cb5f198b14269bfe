"""Runs mypy with the plugin and without it, in turn, and keeps the processor time of every run."""

from __future__ import annotations

import compileall
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.typed_wheel import unpacked_wheel

from .programs import FINDING, copy_plain, write_dense

_OPTIONS = "check_untyped_defs = True\nignore_missing_imports = True\n"


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


def measure(rounds: int, modules: int) -> Iterator[Pair]:
    """Yield the costs of each program with a cold and with a warm cache."""
    with tempfile.TemporaryDirectory(prefix="overhead-") as scratch:
        # A copy: what is measured must not change while it is measured.
        site = Path(scratch, "site")
        shutil.copytree(unpacked_wheel(Path(scratch, "wheel")), site)
        # As pip leaves a package: else each run of the plugin would compile it anew.
        compileall.compile_dir(site, quiet=1)
        folder = Path(scratch, "work")
        folder.mkdir()
        (folder / "alone.ini").write_text(f"[mypy]\n{_OPTIONS}", encoding="utf-8")
        (folder / "plugin.ini").write_text(f"[mypy]\nplugins = typedpromise.mypy\n{_OPTIONS}", encoding="utf-8")
        dense, plain = write_dense(folder, modules), copy_plain(folder)
        for name, (target, files, lines), limit in (("dense", dense, 0.25), ("none", plain, 0.03)):
            bench = _Bench(folder, site, target)
            for cache in ("cold", "warm"):
                pair = Pair(name, cache, files, lines, limit if cache == "cold" else None)
                bench.fill(pair, rounds)
                yield pair


@dataclass
class _Bench:
    folder: Path
    site: Path
    target: str

    def fill(self, pair: Pair, rounds: int) -> None:
        if pair.cache == "warm":
            self._run("alone", cold=False)
            self._run("plugin", cold=False)
        for number in range(rounds):
            # Each first in every other round: what warms up or slows down does so for both.
            for which in ("alone", "plugin") if number % 2 else ("plugin", "alone"):
                took = self._run(which, cold=pair.cache == "cold")
                (pair.without if which == "alone" else pair.plugin).append(took)

    def _run(self, which: str, *, cold: bool) -> float:
        cache = self.folder / f"cache-{which}"
        if cold:
            shutil.rmtree(cache, ignore_errors=True)
        command = [sys.executable, "-m", "mypy", f"--config-file={which}.ini", f"--cache-dir={cache}", self.target]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(  # noqa: S603  # mypy, on programs of ours
            command,
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.site)},
            capture_output=True,
            text=True,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in (0, 1) or not done.stdout:
            msg = f"mypy did not run: {done.stdout}{done.stderr}"
            raise RuntimeError(msg)
        # The rules must have run where they should, or the figures would be of something else.
        if (FINDING in done.stdout) != (which == "plugin" and self.target == "dense"):
            msg = f"{FINDING} is expected in the dense program with the plugin, and nowhere else: {done.stdout[-2000:]}"
            raise RuntimeError(msg)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
