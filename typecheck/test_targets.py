"""The figures we hold ourselves to, and the page that shows them."""

from __future__ import annotations

import pytest

from .harness.checkers import CHECKERS, Checker
from .harness.suite import Suite
from .harness.verdict import Outcome
from .report import PAGE, page, read_results
from .targets import TARGETS


def test_every_checker_has_a_target() -> None:
    """A checker that is added is held to something."""
    assert TARGETS.keys() == {checker.name for checker in CHECKERS}


@pytest.mark.parametrize("checker", CHECKERS, ids=[c.name for c in CHECKERS])
def test_the_target_is_reached(suite: Suite, checker: Checker) -> None:
    """The share of right cases, counted in this run, is at or above the target."""
    outcomes = [suite.verdict(case, checker).outcome for case in suite.cases]

    assert outcomes.count(Outcome.RIGHT) * 100 >= TARGETS[checker.name] * len(outcomes)


def test_there_are_cases_enough(suite: Suite) -> None:
    """A share says something only of many cases."""
    assert len(suite.cases) >= 620


def test_the_page_says_what_the_results_are() -> None:
    """docs/checkers.md is what the cases and the known gaps make it: else run `python -m typecheck.report`."""
    written = PAGE.read_text(encoding="utf-8")

    assert page(read_results(), written) == written


def test_the_comparison_is_taken_over() -> None:
    """What another program writes between the markers stays when the page is written again."""
    written = PAGE.read_text(encoding="utf-8")
    theirs = "<!-- comparison begin -->\ntheirs\n<!-- comparison end -->"

    assert theirs in page(read_results(), theirs)
    assert theirs not in written
