"""`typedpromise check` brings the types of `promise` 2.3 along, unless the user has better ones."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.check.marked import CASE_FILES, marked_lines, messages
from tests.support.stubs_wheel import SOURCE, environment, stubs_wheel
from typedpromise.check import host
from typedpromise.check.brought import promise_stubs
from typedpromise.check.host import check, visit
from typedpromise.check.outcome import Outcome
from typedpromise.check.settings import Settings

OLD = [file for file in CASE_FILES if file.stem.endswith("_23")]


def _site(folder: Path) -> Path:
    (site,) = folder.glob("lib/python3*/site-packages")
    return site


def test_they_are_brought_where_no_stubs_are_installed(tmp_path: Path) -> None:
    """All modules are laid where mypy takes them before the installed package."""
    found = promise_stubs(tmp_path / "brought", str(environment(tmp_path / "venv", None)))

    assert found == [str(tmp_path / "brought")]
    laid = {file.relative_to(tmp_path / "brought" / "promise") for file in (tmp_path / "brought").rglob("*.pyi")}
    assert laid == {file.relative_to(SOURCE / "promise-stubs") for file in (SOURCE / "promise-stubs").rglob("*.pyi")}


def test_installed_stubs_are_left_alone(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """What the user has installed may be newer than what the command brings."""
    wheel = stubs_wheel(request.config.cache.mkdir("typecheck"))

    assert promise_stubs(tmp_path / "brought", str(environment(tmp_path / "venv", wheel))) == []


def test_another_version_of_promise_keeps_its_own_types(tmp_path: Path) -> None:
    """The stubs describe 2.3 and no other."""
    python = environment(tmp_path / "venv", None)
    (info,) = _site(tmp_path / "venv").glob("promise-2.3.dist-info")
    metadata = info / "METADATA"
    metadata.write_text(metadata.read_text().replace("Version: 2.3\n", "Version: 2.2.1\n"))

    assert promise_stubs(tmp_path / "brought", str(python)) == []


def test_they_are_brought_where_promise_is_not_installed(tmp_path: Path) -> None:
    """Code that uses it can be checked by itself."""
    python = environment(tmp_path / "venv", None)
    shutil.rmtree(_site(tmp_path / "venv") / "promise")
    (info,) = _site(tmp_path / "venv").glob("promise-2.3.dist-info")
    shutil.rmtree(info)

    assert promise_stubs(tmp_path / "brought", str(python)) == [str(tmp_path / "brought")]


@pytest.mark.parametrize("own", ["promise.py", "promise/__init__.py"])
def test_code_with_a_promise_of_its_own_keeps_it(tmp_path: Path, own: str) -> None:
    """A module of the user's that happens to have the name is not hidden."""
    file = tmp_path / "code" / own
    file.parent.mkdir(parents=True)
    file.write_text("class Promise: ...\n")

    assert promise_stubs(tmp_path / "brought", sys.executable, [str(tmp_path / "code")]) == []


def test_the_command_infers_with_them(tmp_path: Path) -> None:
    """`all` of two promises is a promise of both types, where the inline types have no word for it."""
    file = tmp_path / "program.py"
    file.write_text(
        "from promise import Promise\n"
        "def both(n: Promise[int], s: Promise[str]) -> object:\n"
        "    return Promise.all([n, s]).then(lambda both: both)\n"
    )
    seen: list[str] = []

    def look(tree: object) -> None:
        from typedpromise.check.chain_types import chain_types

        seen.extend(chain_types(tree))  # type: ignore[arg-type]  # the tree that visit gives

    visit([str(file)], look)

    assert [line.split("  ")[-1].strip() for line in seen] == ["Promise[list[int | str]]"] * 2


@pytest.fixture(scope="module")
def inline() -> Outcome:
    """What the command finds in the rules' cases for 2.3 with the types that `promise` brings itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(host, "promise_stubs", lambda *_: [])
        return check(map(str, OLD), settings=Settings(preset="all"))


@pytest.mark.parametrize("file", OLD, ids=lambda file: file.stem)
def test_with_the_inline_types_the_rules_find_what_is_marked(inline: Outcome, file: Path) -> None:
    """Who runs the plugin without the stubs gets the same findings in the rules' own cases."""
    code = file.stem.removesuffix("_23").replace("_", "-")

    assert marked_lines(file) == set(messages(inline, file, code))
