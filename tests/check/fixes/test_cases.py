"""Every case file and every page of the rules that have a fix, fixed as a whole."""

import runpy
from collections import Counter
from pathlib import Path

import pytest

from tests.check.conftest import page_code
from tests.check.marked import CASES
from typedpromise.check.fixes import FIXES

from .conftest import Run, fix_twice

STEMS = sorted(code.replace("-", "_") for code in FIXES)
FILES = {
    **{f"{stem}{end}.py": (CASES / f"{stem}{end}.py").read_bytes() for stem in STEMS for end in ("", "_23")},
    **{f"page_{stem}.py": page_code(stem.replace("_", "-")).encode() for stem in STEMS},
}
PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The files, fixed twice, with programs that can be run."""
    programs = {file.name: file.read_bytes() for file in PROGRAMS}
    return fix_twice(tmp_path_factory.mktemp("cases"), FILES | programs)


@pytest.mark.parametrize("name", sorted(FILES))
def test_only_what_is_not_safe_is_left(cases: Run, name: str) -> None:
    """Behind a fix its rule is silent: what it still says was not called fixable, or was refused with a reason."""
    first = cases.first
    before = [found for found in first.before.findings if found.code in FIXES and Path(found.file).name == name]
    after = [found for found in first.after.findings if found.code in FIXES and Path(found.file).name == name]

    assert before
    assert not any(found.fixable for found in after)
    assert len(after) <= sum(not found.fixable for found in before) + sum(
        Path(found.file).name == name for found in first.refused
    )


def test_nothing_new_is_said_and_a_second_run_changes_nothing(cases: Run) -> None:
    """No rule and no error of mypy's has more to say, and fixing is idempotent."""

    def said(outcome: object) -> Counter[tuple[str, str]]:
        reports = [*getattr(outcome, "findings"), *getattr(outcome, "errors")]  # noqa: B009
        return Counter((report.file, report.code) for report in reports)

    assert said(cases.first.after) <= said(cases.first.before)
    assert sum(cases.first.counts.values()) > len(STEMS)
    assert (cases.second.texts, cases.second.counts) == ({}, {})


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda file: file.stem)
def test_programs_do_the_same_after_the_fix(cases: Run, program: Path) -> None:
    """A program is run before and after: what it returns, and what it did in which order, is the same."""
    fixed = cases.folder / program.name
    count = program.read_text().count("# fixed")

    assert fixed.read_text() != program.read_text()
    found = [report for report in cases.first.before.findings if Path(report.file).name == program.name]
    assert sum(report.fixable is True for report in found) == count
    assert runpy.run_path(str(fixed))["run"]() == runpy.run_path(str(program))["run"]()
