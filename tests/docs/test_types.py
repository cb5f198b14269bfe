"""The right columns type-check, and come to the types that the rows state, in mypy with the plugin and in pyright."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.docs.outcomes import WORLDS
from tests.docs.pages import Row, programs, rows
from tests.support.typed_wheel import unpacked_wheel

PAGES = ["promise", "bluebird", "twisted", "asyncio", "concurrent-futures"]
HEAD = """from typing import Never

from typing_extensions import assert_type

from world import *


def keep(_value: object) -> None: ...


"""


def module(row: Row) -> str:
    """Return a row as a function, with its last line's type asserted where the row states one."""
    *lines, last = row.new.splitlines()
    end = f"assert_type({last}, {row.type})" if row.type else f"keep({last})"
    keyword = "async def" if re.search(r"\bawait\b|\basync for\b", row.new) else "def"
    body = "".join(f"    {line}\n" for line in [*lines, end])
    return f"\n\n{keyword} row_{row.number}() -> None:\n{body}"


def page_module(page: str) -> str:
    """Return the module of a page: its programs, of which the first is the imports, then a function a row."""
    return HEAD + "\n\n".join(programs(page)) + "".join(module(row) for row in rows(page))


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder with a module a page, and the package as users get it under `typed/`."""
    folder = tmp_path_factory.mktemp("docs")
    cache = request.config.cache
    assert cache is not None
    (folder / "typed").symlink_to(unpacked_wheel(cache.mkdir("typecheck")))
    (folder / "world.py").write_text((WORLDS / "typedpromise.py").read_text(encoding="utf-8"))
    for page in PAGES:
        (folder / f"page_{page.replace('-', '_')}.py").write_text(page_module(page))
    return folder


def run(folder: Path, *arguments: str) -> str:
    """Run a checker in the folder; return what it prints."""
    environment = os.environ | {"PYTHONPATH": str(folder / "typed")}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False).stdout


def shown(folder: Path, found: Iterable[tuple[str, int, str]]) -> list[str]:
    """Return what a checker said, each with the line it is about."""
    lines = {path.name: path.read_text().splitlines() for path in folder.glob("*.py")}
    return [f"{file}: {lines[file][line - 1].strip()}: {said}" for file, line, said in found]


def test_mypy(checked: Path) -> None:
    """Mypy --strict with the plugin, its recommended rules included, has nothing to say."""
    (checked / "mypy.ini").write_text("[mypy]\nstrict = true\nplugins = typedpromise.mypy\n")
    files = sorted(path.name for path in checked.glob("*.py"))

    said = run(checked, "mypy", "--config-file=mypy.ini", *files)

    errors = re.findall(r"^(\w+\.py):(\d+): error: (.*)", said, re.MULTILINE)
    assert shown(checked, [(file, int(line), text) for file, line, text in errors]) == []
    assert "Success: no issues found in 6 source files" in said


def test_pyright(checked: Path) -> None:
    """Pyright infers the same types and reports no error."""
    (checked / "pyrightconfig.json").write_text(json.dumps({"extraPaths": ["typed"], "exclude": ["typed"]}))

    diagnostics = json.loads(run(checked, "pyright", "--outputjson", "--pythonpath", sys.executable))[
        "generalDiagnostics"
    ]

    errors = [d for d in diagnostics if d["severity"] == "error"]
    places = [(Path(d["file"]).name, d["range"]["start"]["line"] + 1, d["message"]) for d in errors]
    assert shown(checked, places) == []


def test_there_is_something_to_check() -> None:
    """Nearly every row states its type."""
    stated = [row for page in PAGES for row in rows(page) if row.type]

    assert len(stated) >= 160
