"""What every checker has in common: it is run once over a folder of cases and gives findings."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Finding:
    """One error a checker reports."""

    path: Path
    line: int
    code: str
    message: str


@dataclass(frozen=True)
class Workplace:
    """Where a checker runs."""

    project: Path  # holds `cases/`, and the configuration files of the checkers that need one
    site: Path  # holds `typedpromise/` as an installation does
    cache: Path  # for whatever the checker wants to keep from run to run
    python: str = sys.executable  # the interpreter whose installed packages count


class Checker(Protocol):
    """One type checker with the settings it is judged under."""

    @property
    def name(self) -> str:
        """As in `gaps/<name>.toml` and in the tables."""

    @property
    def dialect(self) -> str:
        """The word before the brackets in `# E[...] word[code]`; "mypy" for `E` itself."""

    @property
    def noise(self) -> frozenset[str]:
        """Codes that only say that a type is unknown: alone on a line they are no refusal."""

    def check(self, workplace: Workplace) -> list[Finding]:
        """Run once over all files in `workplace.project`."""


class CheckerError(Exception):
    """A checker could not run: this is no finding about a case."""


def script(name: str) -> str:
    """Return the path of a program that the environment of this interpreter has."""
    return str(Path(sys.executable).parent / name)


def run(
    command: Sequence[str], workplace: Workplace, *, accept: Sequence[int] = (0, 1), cwd: Path | None = None
) -> str:
    """Run `command` with the installation first on its import path; return what it printed.

    PYTHONPATH, and not the checker's own search path, so that PEP 561 is followed as for an installed package.
    """
    env = {**os.environ, "PYTHONPATH": str(workplace.site)}
    done = subprocess.run(
        command, cwd=cwd or workplace.project.parent, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode not in accept:
        msg = f"{' '.join(command)} exited {done.returncode}:\n{done.stdout}{done.stderr}"
        raise CheckerError(msg)
    return done.stdout
