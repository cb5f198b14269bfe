"""Runs a program; npm and pip are the only ones that go outside."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


class CommandError(Exception):
    """A program failed: this says nothing about a case."""


def run(command: Sequence[str], cwd: Path, *, accept: Sequence[int] = (0,)) -> str:
    """Return what `command` printed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode not in accept:
        msg = f"{' '.join(command)} exited {done.returncode}:\n{done.stdout}{done.stderr}"
        raise CommandError(msg)
    return done.stdout


def pip_install(package: str, site: Path) -> None:
    """Install `package` beside the environment, not into it."""
    site.mkdir(parents=True, exist_ok=True)
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run([*pip, "--upgrade", "--target", str(site), package], site)


def npm_install(package: str, prefix: Path) -> None:
    """Install `package` into `prefix/node_modules`."""
    prefix.mkdir(parents=True, exist_ok=True)
    run(["npm", "install", "--silent", "--no-save", "--no-package-lock", "--prefix", str(prefix), package], prefix)
