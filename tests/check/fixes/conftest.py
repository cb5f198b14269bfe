"""All texts of these tests are fixed in one run: a mypy build takes seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from typedpromise.check.fixer import Fixed, Fixer
from typedpromise.check.fixing import Permit
from typedpromise.check.host import check
from typedpromise.check.report import Report
from typedpromise.check.settings import Settings

from . import texts


@dataclass
class Run:
    """Two runs of the fixer over a folder, the second over what the first has written."""

    folder: Path
    first: Fixed
    second: Fixed
    written: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def findings(self, name: str, code: str) -> list[Report]:
        """Return what a rule says of a fixed file."""
        return [found for found in self.first.after.findings if found.code == code and Path(found.file).name == name]


def run_on(folder: Path) -> Fixed:
    """Fix the files in a folder with every rule at work, and write them."""
    paths = [str(folder)]
    checked = partial(check, paths, None, Settings(preset="all"), None)
    result = Fixer(checked, Permit(paths)).run()
    for file, text in result.texts.items():
        result.sources[file].write(text)
    return result


def fix_twice(folder: Path, files: Mapping[str, bytes]) -> Run:
    """Write files, and fix them twice."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    first = run_on(folder)
    written = {name: (folder / name).read_bytes() for name in files}
    return Run(folder, first, run_on(folder), written)


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The texts of `texts.py`, fixed."""
    return fix_twice(tmp_path_factory.mktemp("fixes"), {text.name: text.file for text in texts.ALL})
