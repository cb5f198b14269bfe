"""The figures we hold ourselves to: the share of cases that each checker gets exactly right."""

from __future__ import annotations

import pytest

from .harness.checkers import CHECKERS, Checker
from .harness.suite import Suite
from .harness.verdict import Outcome

# Percent of all cases; below it, the types have to get better or a case has to be shown wrong.
TARGETS = {
    "mypy": 90,
    "mypy+plugin": 100,
    "pyright": 96,
    "basedpyright": 96,
    "pyrefly": 96,
    "ty": 88,
    "zuban": 85,
}


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
