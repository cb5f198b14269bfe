"""Where wheels are tested, everything that their tests import is installed first."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WORKFLOW = ROOT / ".github" / "workflows" / "wheels.yml"
# The packages under other names than that of their module, and those that are there: ours, and the tests themselves.
PACKAGES = {"quickjs": "quickjs-ng"}
OURS = {"typedpromise", "typedpromise__mypyc", "tests", "hatch_build"}


def imported(folder: Path) -> set[str]:
    """Return the packages that the tests in `folder`, or in this one file, import."""
    names: set[str] = set()
    for path in [folder] if folder.is_file() else sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module is not None and node.level == 0:
                names.add(node.module.partition(".")[0])
    return {PACKAGES.get(name, name) for name in names - OURS if name not in sys.stdlib_module_names}


def folders_of(command: str) -> list[Path]:
    """Return the folders and files of tests that `command` names."""
    return [ROOT / path for path in re.findall(r"\btests/[\w/]+(?:\.py)?", command.replace("{project}/", ""))]


@pytest.fixture(scope="module")
def settings() -> dict[str, list[str]]:
    """Return what pyproject.toml says to cibuildwheel."""
    table: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["cibuildwheel"]
    return table


def names(requirements: list[str]) -> set[str]:
    """Return the names of the packages that are required."""
    return {re.split(r"[<>=!~ ;\[]", requirement, maxsplit=1)[0] for requirement in requirements}


def test_the_compiled_wheels_tests_have_what_they_import(settings: dict[str, list[str]]) -> None:
    """`test-requires` names every package that the tests in `test-command` import."""
    folders = folders_of(" ".join(settings["test-command"]))

    assert len(folders) > 4
    assert set().union(*map(imported, folders)) <= names(settings["test-requires"])


def test_the_pure_wheel_s_tests_have_what_they_import() -> None:
    """The workflow installs every package that the tests of the pure wheel import."""
    workflow = WORKFLOW.read_text()
    installed = names(re.findall(r'"([\w.-]+>=[^"]+)"', workflow))
    folders = folders_of(workflow)

    assert len(folders) > 4
    assert set().union(*map(imported, folders)) <= installed
