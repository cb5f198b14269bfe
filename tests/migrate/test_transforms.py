"""Each transform before and after: two runs over all of them, since a mypy build takes seconds.

In `own/` nothing holds the run to the drop-in. In `compat/` something does, told by a comment at its line.
"""

import shutil
from pathlib import Path

import pytest

from .runs import HERE, Run, migrate_twice, output

OWN = sorted(path.name for path in (HERE / "own" / "before").glob("*.py"))
COMPAT = sorted(path.name for path in (HERE / "compat" / "before").glob("*.py"))
# With annotations that promise 2.3 evaluates in another way; they have a test of their own.
_PROGRAMS = [name for name in OWN if name != "loader_types.py"]


@pytest.fixture(autouse=True)
def unhandled() -> None:
    """Stand in for the fixture that collects garbage around every test: these tests make no promises."""


def _run(which: str, folder: Path) -> Run:
    shutil.copytree(HERE / which / "before", folder / which)
    return migrate_twice(folder / which)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The programs that go to typedpromise itself."""
    return _run("own", tmp_path_factory.mktemp("migrate"))


@pytest.fixture(scope="module")
def compat(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The programs that stay on the drop-in."""
    return _run("compat", tmp_path_factory.mktemp("migrate"))


@pytest.mark.parametrize("name", OWN)
def test_a_program_becomes_what_is_written_after_it(own: Run, name: str) -> None:
    """A program that nothing holds is written with typedpromise's own names, and nothing of it is left."""
    assert own.text(name) == (HERE / "own" / "after" / name).read_text()
    assert own.left(name) == []


@pytest.mark.parametrize("name", COMPAT)
def test_a_program_that_is_held_goes_to_the_drop_in(compat: Run, name: str) -> None:
    """Where one place is held, all files import the drop-in, and only what is right with both is rewritten."""
    assert compat.text(name) == (HERE / "compat" / "after" / name).read_text()


@pytest.mark.parametrize("name", COMPAT)
def test_what_is_left_is_told_line_by_line(compat: Run, name: str) -> None:
    """Every place that is left is told at its line, and no other."""
    lines = (HERE / "compat" / "before" / name).read_text().splitlines()
    marked = [
        (number, what)
        for number, line in enumerate(lines, 1)
        if "# left: " in line
        for what in _whats(line.partition("# left: ")[2])
    ]
    assert sorted(compat.left(name)) == sorted(marked)


def _whats(marks: str) -> list[str]:
    if "(" in marks:
        # A comma in brackets parts nothing.
        parts, depth = [""], 0
        for character in marks:
            depth += (character == "(") - (character == ")")
            if character == "," and not depth:
                parts.append("")
            else:
                parts[-1] += character
        return [part.strip() for part in parts]
    return marks.split(", ")


def test_a_second_run_changes_nothing(own: Run, compat: Run) -> None:
    """What has been migrated stays as it is, and what was left is told again."""
    for run in (own, compat):
        assert run.second.texts == {}
        assert run.second.failures == []
    assert {file: len(left) for file, left in compat.second.left.items() if "inside" in file} != {}


def test_the_migration_brings_no_finding(own: Run, compat: Run) -> None:
    """Neither a rule nor mypy says something of the new texts that it did not say of the old ones."""
    assert own.first.new == []
    # What 2.3 did with a class for a handler, the drop-in refuses: docs/coming-from-promise.md.
    assert [report.message.partition(" ")[0] for report in compat.first.new] == ['"catch(KeyError)"']


@pytest.mark.parametrize("name", _PROGRAMS)
def test_a_program_prints_what_it_printed(own: Run, name: str) -> None:
    """Run with promise 2.3 before, and with typedpromise after, a program prints the same."""
    assert output(own.folder / name) == output(HERE / "own" / "before" / name) != ""


def test_the_classes_of_loaders_are_made(own: Run) -> None:
    """A loader's class with its types in brackets can be made, and loads."""
    assert output(own.folder / "loader_types.py") == "1 User Later\n"
