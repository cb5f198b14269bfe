"""JSON lines."""

import json

from typedpromise.check.report import Report
from typedpromise.check.reports import json_lines

# As mypy 2.4 writes it.
MYPYS = (
    '{"file": "bad.py", "line": 3, "column": 0, "end_line": 3, "end_column": 18, '
    '"message": "Promise is dropped", "hint": null, "code": "floating-promise", "severity": "error"}'
)


def test_shape_is_mypys() -> None:
    """A report has the keys of mypy's `--output json`, in its order, and what mypy wrote comes out as it went in."""
    report = Report.from_json(MYPYS)

    assert report is not None
    assert json_lines.line(report) == MYPYS


def test_report_of_our_own_has_all_keys() -> None:
    """A failure without an end has the same keys."""
    line = json_lines.line(Report("bad.py", 1, 0, "Cannot read", "unreadable"))

    assert json.loads(line).keys() == json.loads(MYPYS).keys()


def test_what_is_not_json_is_no_report() -> None:
    """A few lines of mypy's are plain text even then."""
    assert Report.from_json("bad.py: error: Cannot decode file") is None
