"""The type checkers whose work is measured, each on one file."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_BIN = Path(sys.executable).parent
# CPU seconds after which a program counts as too costly; the table then says so.
LIMIT = 60


@dataclass(frozen=True)
class Checker:
    """A command, and the configuration files that it finds in its folder."""

    name: str
    command: tuple[str, ...]
    files: tuple[tuple[str, str], ...] = ()

    def cpu_seconds(self, folder: Path, site: Path, program: str) -> float | None:
        """Return the processor time of checking `program`, by the checker and all it starts; None past the limit.

        Wall time would measure what else the machine does.
        """
        (folder / "program.py").write_text(program, encoding="utf-8")
        command = [str(_BIN / self.command[0]), *self.command[1:], "program.py"]
        return _cpu_seconds(command, folder, site)

    def prepare(self, folder: Path) -> None:
        """Write the configuration."""
        folder.mkdir(parents=True)
        for name, text in self.files:
            (folder / name).write_text(text, encoding="utf-8")


def _cpu_seconds(command: Sequence[str], folder: Path, site: Path) -> float | None:
    env = {**os.environ, "PYTHONPATH": str(site)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(  # noqa: S603  # the checkers of this environment, on programs made here
        ["/bin/sh", "-c", f'ulimit -t {LIMIT}; exec "$@"', "sh", *command],
        cwd=folder,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # 0 and 1: no errors, and errors. What is too deep for a checker's parser is an error as well.
    if done.returncode not in (0, 1):
        return None
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# The cache holds what is imported; the program is never the same twice.
_MYPY = ("mypy", "--strict", "--cache-dir=cache")

CHECKERS = (
    Checker("mypy", (*_MYPY, "--config-file=")),
    Checker(
        "mypy+plugin", (*_MYPY, "--config-file=mypy.ini"), (("mypy.ini", "[mypy]\nplugins = typedpromise.mypy\n"),)
    ),
    Checker("pyright", ("pyright", "--pythonpath", sys.executable), (("pyrightconfig.json", "{}"),)),
    Checker("pyrefly", ("pyrefly", "check"), (("pyrefly.toml", ""),)),
    Checker("ty", ("ty", "check", "--python", sys.executable), (("ty.toml", ""),)),
)
