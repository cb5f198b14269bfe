"""Text."""

from typedpromise.check.report import Report
from typedpromise.check.reports import text


def test_line_is_mypys_with_the_column_counted_from_1() -> None:
    """Editors read `path:line:column: severity: message  [code]`."""
    report = Report("bad.py", 3, 4, "Promise is dropped", "floating-promise")

    assert text.line(report) == "bad.py:3:5: error: Promise is dropped  [floating-promise]"
