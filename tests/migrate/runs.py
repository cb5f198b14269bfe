"""Runs of a migration over a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from typedpromise.check.fixing import Permit
from typedpromise.check.settings import Settings
from typedpromise.migrate.files import find
from typedpromise.migrate.migration import Migrated, Migration

HERE = Path(__file__).parent


@dataclass
class Run:
    """Two migrations of a folder, the second over what the first has written."""

    folder: Path
    first: Migrated
    second: Migrated

    def text(self, name: str) -> str:
        """Return a file as the first has written it."""
        return (self.folder / name).read_text()

    def left(self, name: str) -> list[tuple[int, str]]:
        """Return the places that the first has left, with their lines."""
        return [(place.span.line, place.what) for place in self.first.left.get(str(self.folder / name), [])]


def migrate(folder: Path) -> Migrated:
    """Migrate the files of a folder, and write them."""
    files = find([str(folder)])
    result = Migration(files, None, Settings(), None, Permit(files)).run()
    for file, text in result.texts.items():
        result.sources[file].write(text)
    return result


def migrate_twice(folder: Path) -> Run:
    """Migrate a folder twice."""
    return Run(folder, migrate(folder), migrate(folder))


def output(program: Path) -> str:
    """Run a program with promise 2.3 and this library both there; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(program)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TYPEDPROMISE_ORIGINS": ""},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
