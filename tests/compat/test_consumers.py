"""`make consumers` fails where the outcomes differ and where no test ran; the suites themselves need a download."""

from __future__ import annotations

from pathlib import Path

import pytest

from consumers import run

SUITE = run.Suite("a program", Path())


@pytest.mark.parametrize(
    ("before", "after", "alike"),
    [
        ({"a": "passed", "b": "failure"}, {"a": "passed", "b": "failure"}, True),
        ({"a": "passed", "b": "failure"}, {"a": "failure", "b": "passed"}, False),
        ({"a": "passed"}, {}, False),
        ({}, {}, False),
    ],
)
def test_outcomes_are_compared_by_test(
    monkeypatch: pytest.MonkeyPatch, before: run.Outcomes, after: run.Outcomes, alike: bool
) -> None:
    """Equal counts are not enough: each test has to end alike, and there has to be one."""
    monkeypatch.setattr(run, "outcomes", lambda _, plugins: after if plugins else before)

    assert run.compared(SUITE) is alike


def test_a_suite_that_does_not_import_promise_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The plugin ends a run in which `promise` was not served, so that no count comes about by mistake."""
    (tmp_path / "test_nothing.py").write_text("def test_nothing():\n    pass\n")
    done = run.run_suite(run.Suite("nothing", tmp_path), run.SERVED, tmp_path / "report.xml")

    assert done.returncode != 0
    assert "the tests imported None and not typedpromise.compat" in done.stdout + done.stderr
