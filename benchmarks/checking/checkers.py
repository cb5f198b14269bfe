"""The type checkers whose work is measured, each on one file."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_BIN = Path(sys.executable).parent
# CPU seconds after which a program counts as too costly; the table then says so.
LIMIT = 60
# What checkers say of an expression that they leave out, though they check the rest of the file.
_GIVEN_UP = re.compile(
    r"[^\n]*(parse depth|too complex|too deep|nested too|recursion|INTERNAL ERROR|panicked)[^\n]*", re.IGNORECASE
)
_COUNTED = re.compile(r"Collected : (\d+)")
# What a checker wraps a message in.
_FRAME = re.compile(r"^\W*(?:\S*program\.py:\d+(?::\d+)?(?: - |: ))?(?:(?:error|ERROR Parse error):)?\s*")


@dataclass(frozen=True)
class Outcome:
    """What a check cost, or why there is nothing to say of its cost."""

    amount: float
    failure: str | None = None


@dataclass(frozen=True)
class Checker:
    """A command, and the configuration files that it finds in its folder."""

    name: str
    command: tuple[str, ...]
    files: tuple[tuple[str, str], ...] = ()
    # Whether lambdas nested deeper than six are asked of it.
    goes_deep: bool = False

    def cpu_seconds(self, folder: Path, site: Path, program: str, canary: str) -> Outcome:
        """Return the processor time of checking `program`, by the checker and all it starts.

        Wall time would measure what else the machine does.
        The program has one error in the line of the canary: a checker that does not report it has not checked the file.
        """
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = self._run(["/bin/sh", "-c", f'ulimit -t {LIMIT}; exec "$@"', "sh"], folder, site, program)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Outcome(took, failure(done.returncode, done.stdout + done.stderr, program, canary))

    def instructions(self, folder: Path, site: Path, program: str, canary: str) -> Outcome:
        """Return how many million instructions it takes, which does not depend on what else the machine does."""
        with tempfile.NamedTemporaryFile(suffix=".log") as log:
            counter = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log.name}"]
            done = self._run([*counter, sys.executable], folder, site, program)
            found = _COUNTED.search(Path(log.name).read_text(encoding="utf-8"))
        why = failure(done.returncode, done.stdout + done.stderr, program, canary)
        return Outcome(int(found[1]) / 1e6, why) if found else Outcome(0.0, why or "valgrind counted nothing")

    def prepare(self, folder: Path) -> None:
        """Write the configuration."""
        folder.mkdir(parents=True)
        for name, text in self.files:
            (folder / name).write_text(text, encoding="utf-8")

    def _run(self, prefix: Sequence[str], folder: Path, site: Path, program: str) -> subprocess.CompletedProcess[str]:
        (folder / "program.py").write_text(program, encoding="utf-8")
        return subprocess.run(  # noqa: S603  # the checkers of this environment, on programs made here
            [*prefix, str(_BIN / self.command[0]), *self.command[1:], "program.py"],
            cwd=folder,
            # The same sets in the same order: counts are then the same in each run.
            env={**os.environ, "PYTHONPATH": str(site), "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
            check=False,
        )


def failure(returncode: int, output: str, program: str, canary: str) -> str | None:
    """Return why a run is no measurement of a whole check, or None if it is one."""
    if returncode not in (0, 1):
        if returncode < 0 or returncode > 128:  # noqa: PLR2004  # ended by a signal, as a shell tells it
            return f"over {LIMIT} s"
        return f"exit code {returncode}: {_last_line(output)}"
    given_up = _GIVEN_UP.search(output)
    if given_up is not None:
        return _FRAME.sub("", given_up[0]).strip()
    line = next(number for number, text in enumerate(program.splitlines(), 1) if canary in text)
    # Each names the line as `program.py:7`.
    if not re.search(rf"program\.py:{line}\b", output):
        return "the result has no type"
    return None


def _last_line(output: str) -> str:
    lines = output.strip().splitlines()
    return lines[-1][:80] if lines else "no output"


def can_count() -> bool:
    """Return whether instructions can be counted here."""
    return shutil.which("valgrind") is not None


# The cache holds what is imported; the program is never the same twice.
_MYPY = ("mypy", "--strict", "--cache-dir=cache")

CHECKERS = (
    Checker("mypy", (*_MYPY, "--config-file=")),
    Checker(
        "mypy+plugin",
        (*_MYPY, "--config-file=mypy.ini"),
        (("mypy.ini", "[mypy]\nplugins = typedpromise.mypy\n"),),
        goes_deep=True,
    ),
    Checker("pyright", ("pyright", "--pythonpath", sys.executable), (("pyrightconfig.json", "{}"),)),
    Checker("pyrefly", ("pyrefly", "check"), (("pyrefly.toml", ""),)),
    Checker("ty", ("ty", "check", "--python", sys.executable), (("ty.toml", ""),)),
)
# Plain mypy, whose targets are the narrowest: a counted run takes thirty times as long.
COUNTED = CHECKERS[:1]
