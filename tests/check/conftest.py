"""mypy builds take seconds, so each is made once: by the command, and by mypy with the plugin."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.stubs_wheel import SOURCE as STUBS_23
from tests.support.typed_wheel import unpacked_wheel
from typedpromise.check import host
from typedpromise.check.host import check
from typedpromise.check.options import typed_face
from typedpromise.check.outcome import Outcome
from typedpromise.check.pages import codes, page
from typedpromise.check.settings import Settings

from .marked import CASE_FILES


@pytest.fixture(autouse=True)
def unhandled() -> None:
    """Stand in for the fixture that collects garbage around every test: these tests make no promises."""


@pytest.fixture(scope="session", autouse=True)
def _builtins_are_read_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let all builds in this process share a cache and our types; the files that a test names are checked each time."""
    folder = tmp_path_factory.mktemp("shared")
    face = typed_face(folder / "face")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(host, "_cache", lambda _folder, _builds: folder / "cache")
        patch.setattr(host, "typed_face", lambda _folder: [*face])
        yield


@contextmanager
def without_cache() -> Iterator[None]:
    """Build as users do, who have no cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(host, "_cache", lambda _folder, _builds: None)
        yield


def page_code(code: str) -> str:
    """Return the Python blocks of a rule's page, as one module."""
    blocks, inside = [], False
    for line in page(code).splitlines():
        if line.startswith("```"):
            inside = line == "```python"
        elif inside:
            blocks.append(line)
    return "\n".join(blocks) + "\n"


@pytest.fixture(scope="session")
def page_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The code of each page in a file of its own."""
    folder = tmp_path_factory.mktemp("pages")
    files = {code: folder / f"page_{code.replace('-', '_')}.py" for code in codes()}
    for code, file in files.items():
        file.write_text(page_code(code))
    return files


@pytest.fixture(scope="session")
def checked(page_files: dict[str, Path]) -> Outcome:
    """What the command finds in all case files and pages, with every rule at work."""
    with without_cache():
        return check(map(str, [*CASE_FILES, *page_files.values()]), settings=Settings(preset="all"))


@dataclass
class Mypy:
    """mypy with the plugin, on the package as it is installed."""

    folder: Path
    wheel: Path
    # The types of promise 2.3, which the command brings along.
    stubs: tuple[Path, ...] = (STUBS_23,)

    def __call__(self, *arguments: str, program: str = "mypy") -> "subprocess.CompletedProcess[str]":
        """Run it in its folder, where its configuration and its cache are."""
        return subprocess.run(
            [sys.executable, "-m", program, *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, [self.wheel, *self.stubs]))},
            capture_output=True,
            text=True,
            check=False,
        )

    def configure(self, *more: str) -> None:
        """Write the configuration: the plugin, and what the command sets for everybody."""
        lines = ["[mypy]", "plugins = typedpromise.mypy", "check_untyped_defs = True", *more]
        (self.folder / "mypy.ini").write_text("\n".join(lines) + "\n")

    def choose(self, *lines: str) -> None:
        """Write the checker's own configuration."""
        (self.folder / "pyproject.toml").write_text("\n".join(["[tool.typedpromise]", *lines]) + "\n")


@pytest.fixture(scope="session")
def make_mypy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Mypy]:
    """Make a folder in which mypy runs with the plugin."""
    wheel = unpacked_wheel(request.config.cache.mkdir("typecheck"))

    def make() -> Mypy:
        mypy = Mypy(tmp_path_factory.mktemp("mypy"), wheel)
        mypy.configure()
        return mypy

    return make
