"""mypy's own text, with the column: `path:line:column: error: message  [code]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typedpromise.check.report import Report


def line(report: Report) -> str:
    """Return a report as one line; people and editors count columns from 1."""
    return f"{report.file}:{report.line}:{report.column + 1}: {report.severity}: {report.message}  [{report.code}]"
