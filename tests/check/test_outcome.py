"""The summary line and the exit code."""

import pytest

from typedpromise.check.outcome import Outcome
from typedpromise.check.report import Report

REPORT = Report("bad.py", 1, 0, "message", "code")


@pytest.mark.parametrize(
    ("outcome", "code", "summary"),
    [
        (
            Outcome(files=41, promises=212, seconds=3.21),
            0,
            "checked 41 files, saw 212 promises: 0 findings in 3.2 s",
        ),
        (
            Outcome([REPORT], files=1, promises=1, seconds=0.5),
            1,
            "checked 1 file, saw 1 promise: 1 finding in 0.5 s",
        ),
        (
            Outcome([REPORT] * 2, [REPORT], files=2),
            2,
            "checked 2 files, saw 0 promises: 2 findings, 1 file could not be checked in 0.0 s",
        ),
    ],
)
def test_summary_and_exit_code(outcome: Outcome, code: int, summary: str) -> None:
    """What could not be checked outweighs findings."""
    assert (outcome.exit_code, outcome.summary()) == (code, summary)
