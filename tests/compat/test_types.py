"""mypy and pyright say of compat just what its cases say, and the checker knows its class."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.typed_wheel import unpacked_wheel

CASE = Path(__file__).parent / "cases" / "typed.py"
INFERRED = CASE.with_name("inferred.py")
LINES = CASE.read_text(encoding="utf-8").splitlines()
MARKED = [number for number, line in enumerate(LINES, 1) if line.endswith("# deprecated")]


@pytest.fixture(scope="session")
def wheel(request: pytest.FixtureRequest) -> Path:
    """The package, each stub beside its module."""
    cache = request.config.cache
    assert cache is not None
    return unpacked_wheel(cache.mkdir("typecheck"))


def run(wheel: Path, folder: Path, *arguments: str) -> str:
    """Run a tool on the package as users get it; return what it prints."""
    environment = os.environ | {"PYTHONPATH": str(wheel)}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False).stdout


def test_the_plugin_infers(wheel: Path, tmp_path: Path) -> None:
    """With the plugin mypy infers of the overridden methods what it infers of ours."""
    (tmp_path / "pyproject.toml").write_text(
        "[tool.mypy]\nstrict = true\nplugins = ['typedpromise.mypy']\n"
        "[tool.typedpromise]\ndisable = ['floating-promise', 'async-returns-promise']\n"
    )

    assert run(wheel, tmp_path, "mypy", str(INFERRED)) == "Success: no issues found in 1 source file\n"


@pytest.mark.parametrize("plugin", [False, True], ids=["mypy", "mypy+plugin"])
def test_mypy(wheel: Path, tmp_path: Path, plugin: bool) -> None:
    """Each type is the one asserted, and each marked line is deprecated and no other."""
    options = "[tool.mypy]\nstrict = true\nenable_error_code = ['deprecated']\n"
    if plugin:
        options += "plugins = ['typedpromise.mypy']\n[tool.typedpromise]\ndisable = ['floating-promise']\n"
    (tmp_path / "pyproject.toml").write_text(options)

    said = re.findall(r"typed\.py:(\d+): error: (.*)", run(wheel, tmp_path, "mypy", str(CASE)))

    assert [text for _, text in said if not text.endswith("[deprecated]")] == []
    # Of `Promise()` plain mypy says nothing: the stub has one form of it there, so that a plugin is asked at all.
    silent = [] if plugin else [number for number in MARKED if "= Promise()" in LINES[number - 1]]
    assert sorted({*silent, *(int(number) for number, _ in said)}) == MARKED
    assert all("of promise 2.3" in text or "Promise() without an executor" in text for _, text in said)


def test_pyright(wheel: Path, tmp_path: Path) -> None:
    """Each type is the one asserted, and each marked line is deprecated and no other."""
    configuration = {"extraPaths": [str(wheel)], "reportDeprecated": "error", "include": ["typed.py"]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(configuration))
    (tmp_path / "typed.py").write_text(CASE.read_text(encoding="utf-8"))

    said = json.loads(run(wheel, tmp_path, "pyright", "--outputjson"))["generalDiagnostics"]
    found = {d["range"]["start"]["line"] + 1 for d in said if d.get("rule") == "reportDeprecated"}

    assert [d for d in said if d["severity"] == "error" and d.get("rule") != "reportDeprecated"] == []
    assert sorted(found) == MARKED


def test_the_checker_knows_its_class(wheel: Path, tmp_path: Path) -> None:
    """`typedpromise check` reports a dropped promise of compat, and none that is handled."""
    (tmp_path / "program.py").write_text(
        "from typedpromise.compat import Promise\n"
        "from typedpromise.compat.dataloader import DataLoader\n"
        "def use(p: Promise[int], loader: DataLoader[int, str]) -> None:\n"
        "    p.then(str)\n"
        "    p.then(str).catch(repr)\n"
        "    loader.load(1)\n"
        "    p.done(print)\n"
        "    if p:\n"
        "        pass\n"
    )

    said = run(wheel, tmp_path, "typedpromise", "check", "program.py")

    assert re.findall(r"program\.py:(\d+):.*\[([\w-]+)\]", said) == [
        ("4", "floating-promise"),
        ("6", "floating-promise"),
        ("8", "promise-condition"),
    ]
