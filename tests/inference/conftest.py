"""Runs mypy with the plugin on the package as users get it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.typed_wheel import unpacked_wheel

CONFIGURATION = """\
[tool.mypy]
plugins = ["typedpromise.mypy"]
strict = true

[tool.typedpromise]
disable = ["floating-promise", "unused-promise", "promise-collection"]
"""
HEAD = """\
from typing import Any, TypedDict
from typedpromise import Promise

def use(n: Promise[int], s: Promise[str], by_name: dict[str, Promise[int]], anything: Any) -> None:
"""


@pytest.fixture(autouse=True)
def unhandled() -> None:
    """Stand in for the fixture that collects garbage around every test: these tests make no promises."""


@pytest.fixture(scope="session")
def wheel(request: pytest.FixtureRequest) -> Path:
    """The package, each stub beside its module."""
    cache = request.config.cache
    assert cache is not None
    return unpacked_wheel(cache.mkdir("typecheck"))


@dataclass
class Project:
    """A folder with a configuration and modules."""

    folder: Path
    wheel: Path

    def write(self, name: str, *lines: str) -> None:
        """Write a module with these lines in a function that has promises."""
        self.folder.joinpath(name).write_text(HEAD + "".join(f"    {line}\n" for line in lines))

    def run(self, *arguments: str, program: str = "mypy") -> "subprocess.CompletedProcess[str]":
        """Run mypy, or its daemon, in the folder."""
        return subprocess.run(
            [sys.executable, "-m", program, *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.wheel)},
            capture_output=True,
            text=True,
            check=False,
        )

    def said(self, *arguments: str) -> list[str]:
        """Run mypy and return what it says about the lines of `write`, without the file's name."""
        lines = [line.split(": ", 1) for line in self.run(*arguments).stdout.splitlines()]
        return [line[1] for line in lines if len(line) == 2]


@pytest.fixture
def project(tmp_path: Path, wheel: Path) -> Project:
    """An empty project."""
    tmp_path.joinpath("pyproject.toml").write_text(CONFIGURATION)
    return Project(tmp_path, wheel)
