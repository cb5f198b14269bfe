"""JSON lines in the shape of mypy's `--output json`, so that tools which read that read this."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typedpromise.check.outcome import Outcome
    from typedpromise.check.report import Report


def lines(outcome: Outcome) -> Iterator[str]:
    """Yield an object a report."""
    return map(line, outcome.reports)


def line(report: Report) -> str:
    """Return a report as one JSON object; columns count from 0, as mypy's do."""
    return json.dumps(
        {
            "file": report.file,
            "line": report.line,
            "column": report.column,
            "end_line": report.end_line,
            "end_column": report.end_column,
            "message": report.message,
            "hint": report.hint,
            "code": report.code,
            "severity": report.severity,
            # Beyond mypy's keys, and only where it is known.
            **({} if report.fixable is None else {"fixable": report.fixable}),
        }
    )
