"""The harness itself: it can fail, in each way it is meant to, under each checker."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from .conftest import HERE, explained
from .harness.case import Case, CaseError, read_cases
from .harness.checkers import CHECKERS, Checker, Finding, Workplace
from .harness.gaps import GapError, read_gaps, require_cases
from .harness.suite import Suite
from .harness.table import Table
from .harness.verdict import Outcome, judge, strays

CANARIES = """
from typing import Any, assert_type
from typedpromise import Promise

def right(n: Promise[int]) -> None:
    assert_type(n.then(str), Promise[str])

def a_right_refusal(n: Promise[int]) -> None:
    n.get("1s")  # E[arg-type] pyright[reportArgumentType] pyrefly[bad-argument-type] ty[invalid-argument-type] zuban[arg-type]

def a_wrong_truth(n: Promise[int]) -> None:
    assert_type(n.then(str), Promise[int])

def any_for_a_type(anything: Any) -> None:
    assert_type(anything, Promise[int])

def any_inside_a_type(anything: Promise[Any]) -> None:
    assert_type(anything, Promise[int])

def a_type_for_any(n: Promise[int]) -> None:
    assert_type(n.then(str), Promise[Any])

def an_error_that_is_missing(n: Promise[int]) -> None:
    n.then(str)  # E[arg-type]

def an_error_nobody_expects(n: Promise[int]) -> None:
    assert_type(n.then(str), Promise[str])
    n.nope

def an_error_of_another_kind(n: Promise[int]) -> None:
    n.get("1s")  # E[attr-defined] pyright[reportAttributeAccessIssue] pyrefly[no-such] ty[no-such] zuban[no-such]

def _helper(n: Promise[int]) -> str:
    return n
"""
RIGHT = {"right", "a_right_refusal"}

every_checker = pytest.mark.parametrize("checker", CHECKERS, ids=[c.name for c in CHECKERS])


@pytest.fixture(scope="module")
def canaries(suite: Suite, tmp_path_factory: pytest.TempPathFactory) -> Suite:
    """A suite of cases that are wrong on purpose."""
    project = tmp_path_factory.mktemp("canaries") / "project"
    (project / "cases").mkdir(parents=True)
    for name in ("__init__.py", "world.py", "cases/__init__.py"):
        (project / name).touch()
    (project / "cases" / "canaries.py").write_text(CANARIES, encoding="utf-8")
    shutil.copy(HERE / "pyrightconfig.json", project)
    return Suite(Workplace(project, suite.workplace.site, suite.workplace.cache))


@every_checker
def test_every_error_lies_in_a_case(suite: Suite, checker: Checker) -> None:
    """The world, the helpers and the imports of the case files are clean, so that no type is unknown unseen."""
    assert strays(suite.cases, suite.findings(checker)) == []


@every_checker
def test_what_is_wrong_is_found(canaries: Suite, checker: Checker) -> None:
    """A wrong truth, Any in place of a type or the other way, a missing, an unexpected and another error all fail."""
    outcomes = {case.name: canaries.verdict(case, checker).outcome for case in canaries.cases}

    assert outcomes == {name: Outcome.RIGHT if name in RIGHT else Outcome.WRONG for name in outcomes}
    assert len(outcomes) == CANARIES.count("\ndef ") - 1


@every_checker
def test_an_error_outside_the_cases_is_found(canaries: Suite, checker: Checker) -> None:
    """A helper with an error is reported, though no case holds it."""
    found = strays(canaries.cases, canaries.findings(checker))

    assert [CANARIES.splitlines()[f.line - 1].strip() for f in found] == ["return n"]


@every_checker
def test_a_gap_is_forgiven_until_it_closes(canaries: Suite, checker: Checker) -> None:
    """A wrong case with a gap passes as known; a right case with a gap fails until the list is updated."""
    findings = canaries.findings(checker)

    outcomes = {case.name: judge(case, findings, checker, "a reason").outcome for case in canaries.cases}

    assert outcomes == {name: Outcome.STALE if name in RIGHT else Outcome.GAP for name in outcomes}


@every_checker
def test_a_failure_shows_case_checker_expected_and_got(canaries: Suite, checker: Checker) -> None:
    """What a failing item prints is enough to know what to do."""
    case = _named(canaries.cases, "an_error_that_is_missing")

    shown = explained(case, checker, canaries.verdict(case, checker))

    assert "n.then(str)  # E[arg-type]" in shown
    assert f"{checker.name}: line {case.last_line}: expected" in shown
    assert shown.endswith("got no error")


@every_checker
def test_a_stale_gap_says_which_list_to_shorten(canaries: Suite, checker: Checker) -> None:
    """A closed gap names its file and its reason."""
    case = _named(canaries.cases, "right")

    shown = explained(case, checker, judge(case, canaries.findings(checker), checker, "a reason"))

    assert f"typecheck/gaps/{checker.name}.toml (a reason)" in shown


@every_checker
def test_noise_alone_is_no_refusal(tmp_path: Path, checker: Checker) -> None:
    """That a type is unknown does not count as the error a line must have."""
    case = _written(tmp_path, "def case() -> None:\n    f()  # E[arg-type]\n")
    noise = [Finding(case.path, 2, code, "unknown") for code in checker.noise]

    assert judge(case, noise, checker, None).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("def case() -> None:\n    f()  # E arg-type\n", "write `# E[code]`"),
        ("def case() -> None:\n    f()  # E[arg-type] pyright\n", "write `# E[code]`"),
        ("f()  # E[arg-type]\n", "outside every case"),
        ("def case() -> None:\n    f()\n", "case asserts nothing"),
        ("def case() -> None:\n    f()  # E[a]\ndef case() -> None:\n    f()  # E[a]\n", "two cases named case"),
    ],
    ids=["no brackets", "no rule", "outside", "no claim", "twice"],
)
def test_a_case_that_is_written_wrong_is_refused(tmp_path: Path, source: str, says: str) -> None:
    """A marker with a slip, or a case that claims nothing, cannot pass for one that holds."""
    with pytest.raises(CaseError, match=re.escape(says)):
        _written(tmp_path, source)


@pytest.mark.parametrize("reason", ['""', '" "', '"two\\nlines"', "3"])
def test_a_gap_needs_one_line_of_reason(tmp_path: Path, reason: str) -> None:
    """An empty reason is none."""
    path = tmp_path / "mypy.toml"
    path.write_text(f"[topic]\ncase = {reason}\n", encoding="utf-8")

    with pytest.raises(GapError, match="topic::case needs one line of reason"):
        read_gaps(path)


def test_a_gap_of_a_case_that_is_gone_is_refused(tmp_path: Path) -> None:
    """A list of gaps does not outlive its cases."""
    with pytest.raises(GapError, match="topic::gone"):
        require_cases({"topic::gone": "a reason"}, ["topic::case"], tmp_path)


def test_the_summary_counts_what_was_run(tmp_path: Path) -> None:
    """The closing line is made from the outcomes, and shows what is wrong in capitals."""
    case = _written(tmp_path, "def case() -> None:\n    f()  # E[a]\n")
    table = Table()
    table.add(case, "mypy", Outcome.GAP)
    table.add(case, "pyright", Outcome.WRONG)

    assert table.summary() == "types: 1 cases; mypy 0 right, 1 known gaps; pyright 0 right, 1 WRONG"


def _named(cases: Sequence[Case], name: str) -> Case:
    (case,) = [c for c in cases if c.name == name]
    return case


def _written(folder: Path, source: str) -> Case:
    path = folder / "topic.py"
    path.write_text(source, encoding="utf-8")
    return read_cases(path)[0]
