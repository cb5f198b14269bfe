"""What each fix makes of its pieces of code, and what it leaves alone."""

import pytest

from typedpromise.check.fixes import FIXES

from .conftest import Run
from .texts import ALL, Text


@pytest.mark.parametrize("text", ALL, ids=lambda text: f"{text.code}-{text.number}")
def test_fixed_text(ran: Run, text: Text) -> None:
    """The piece becomes what it should, and all around it stays."""
    assert ran.written[text.name].decode() == text.wanted.decode()


@pytest.mark.parametrize("text", [text for text in ALL if text.after], ids=lambda text: f"{text.code}-{text.number}")
def test_rule_is_silent_after_the_fix(ran: Run, text: Text) -> None:
    """What was fixed is not reported any more."""
    assert ran.findings(text.name, text.code) == []


def test_pieces_were_reported_and_nothing_new_is_said(ran: Run) -> None:
    """Each piece but the silenced ones was a finding; neither a rule nor mypy says more than before."""
    reported = {(found.file.rpartition("/")[2], found.code) for found in ran.first.before.findings}

    assert {(text.name, text.code) for text in ALL if "type: ignore" not in text.before} <= reported
    assert len(ran.first.after.errors) <= len(ran.first.before.errors)
    assert len(ran.first.after.findings) < len(ran.first.before.findings)
    assert ran.first.before.failures == ran.first.after.failures == []


def test_second_run_changes_nothing(ran: Run) -> None:
    """Fixing is idempotent."""
    assert ran.second.texts == {}
    assert ran.second.counts == {}


def test_each_fix_is_tried(ran: Run) -> None:
    """No fix is without pieces it changes and pieces it leaves."""
    assert set(FIXES) == {text.code for text in ALL if text.after} == {text.code for text in ALL if not text.after}
    assert set(ran.first.counts) == set(FIXES)
