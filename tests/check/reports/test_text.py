"""Text on a line."""

from typedpromise.check.outcome import Outcome
from typedpromise.check.report import Report
from typedpromise.check.reports import text
from typedpromise.check.reports.colours import Colours

REPORT = Report("bad.py", 3, 4, "Promise is dropped", "floating-promise")


def test_line_is_mypys_with_the_column_counted_from_1() -> None:
    """Editors read `path:line:column: severity: message  [code]`."""
    assert text.line(REPORT) == "bad.py:3:5: error: Promise is dropped  [floating-promise]"


def test_colours_leave_the_text_as_it_is() -> None:
    """Place, severity and code are set apart; without the sequences the line is the plain one."""
    assert text.line(REPORT, Colours(on=True)) == (
        "\x1b[1mbad.py:3:5:\x1b[0m \x1b[1;31merror:\x1b[0m Promise is dropped  \x1b[33m[floating-promise]\x1b[0m"
    )


def test_failures_come_first() -> None:
    """What could not be checked is told before what was found."""
    failure = Report("a.py", 1, 0, "Cannot read", "unreadable")

    assert [line[:4] for line in text.lines(Outcome([REPORT], [failure]))] == ["a.py", "bad."]
