"""What `make test` must hold together: stubs and modules, module bodies behind stubs, and this harness's own types."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .harness.suite import Suite

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
STUBS = ROOT / "stubs" / "typedpromise"
STUBBED = sorted(f"typedpromise.{path.stem}" for path in STUBS.glob("*.pyi"))


def _python(*arguments: str, cwd: Path, site: Path | None = None) -> tuple[int, str]:
    # pyright --verifytypes finds the environment by the PATH, whatever --pythonpath says.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    env = {**os.environ, "PYTHONPATH": str(site or ""), "PATH": path}
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, env=env, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_stubtest_finds_no_difference(suite: Suite, tmp_path: Path) -> None:
    """Every module is what its types say, without an allow-list."""
    code, said = _python("-m", "mypy.stubtest", "typedpromise", cwd=tmp_path, site=suite.workplace.site)

    assert code == 0, said


def test_stubtest_would_find_a_difference(suite: Suite, tmp_path: Path) -> None:
    """A method that only the stub has is reported."""
    shutil.copytree(suite.workplace.site / "typedpromise", tmp_path / "typedpromise")
    with (tmp_path / "typedpromise" / "_resolvers.pyi").open("a", encoding="utf-8") as stub:
        stub.write("    def only_here(self) -> None: ...\n")

    code, said = _python("-m", "mypy.stubtest", "typedpromise", cwd=tmp_path, site=tmp_path)

    assert code == 1
    assert "Resolvers.only_here is not present at runtime" in said


def _unknown(site: Path, cwd: Path) -> tuple[float, list[str]]:
    """Return the share of public names whose type is known, and what pyright says of the others."""
    _, said = _python(
        *("-m", "pyright", "--verifytypes", "typedpromise", "--ignoreexternal", "--outputjson"), cwd=cwd, site=site
    )
    found = json.loads(said)["typeCompleteness"]
    complaints = [
        f"{symbol['name']}: {diagnostic['message']}"
        for symbol in found["symbols"]
        if symbol["isExported"] and not (symbol["isTypeKnown"] and not symbol["isTypeAmbiguous"])
        for diagnostic in symbol["diagnostics"]
    ]
    return found["completenessScore"], complaints


def test_every_public_type_is_known(suite: Suite, tmp_path: Path) -> None:
    """No public name has a type that is unknown, or that checkers may infer differently (`pyright --verifytypes`)."""
    assert _unknown(suite.workplace.site, tmp_path) == (1, [])


def test_an_unknown_type_would_be_found(suite: Suite, tmp_path: Path) -> None:
    """An attribute without an annotation is reported."""
    shutil.copytree(suite.workplace.site / "typedpromise", tmp_path / "typedpromise")
    with (tmp_path / "typedpromise" / "errors.py").open("a", encoding="utf-8") as module:
        module.write("\n\nclass Vague(Exception):\n    seen = {}\n")

    share, complaints = _unknown(tmp_path, tmp_path)

    assert share < 1
    assert "typedpromise.errors.Vague.seen" in {complaint.partition(":")[0] for complaint in complaints}


def _checked(source: Path, cache: Path) -> tuple[int, str]:
    """Check `source` with no stub on the path: mypy skips a body that has a stub beside it."""
    command = ["-m", "mypy", "--strict", f"--config-file={ROOT / 'pyproject.toml'}", f"--cache-dir={cache}"]
    return _python(*command, "typedpromise", cwd=source)


def test_every_body_is_right(suite: Suite) -> None:
    """The modules pass by themselves, those with a stub too."""
    code, said = _checked(ROOT / "src", suite.workplace.cache / "mypy-bodies")

    assert code == 0, said


@pytest.mark.parametrize("module", [name.partition(".")[2] for name in STUBBED])
def test_a_wrong_body_would_be_found(suite: Suite, tmp_path: Path, module: str) -> None:
    """An error planted in a module with a stub is reported, where it would not be beside its stub."""
    shutil.copytree(ROOT / "src" / "typedpromise", tmp_path / "src" / "typedpromise")
    planted = tmp_path / "src" / "typedpromise" / f"{module}.py"
    with planted.open("a", encoding="utf-8") as source:
        source.write("\n\ndef _planted() -> int:\n    return 'no number'\n")
    cache = suite.workplace.cache / "mypy-bodies-planted"

    code, said = _checked(tmp_path / "src", cache)

    assert code == 1
    assert f"{module}.py" in said
    assert "[return-value]" in said

    shutil.copy(STUBS / f"{module}.pyi", planted.parent)
    assert "[return-value]" not in _checked(tmp_path / "src", cache)[1]


def test_the_harness_is_typed(suite: Suite) -> None:
    """The harness passes what it asks of others."""
    files = [*HERE.glob("*.py"), *HERE.glob("harness/**/*.py")]
    command = ["-m", "mypy", "--strict", "--config-file=", f"--cache-dir={suite.workplace.cache / 'mypy-harness'}"]
    arguments = [*command, "--explicit-package-bases", *(str(file.relative_to(ROOT)) for file in files)]

    code, said = _python(*arguments, cwd=ROOT, site=suite.workplace.site)

    assert code == 0, said
