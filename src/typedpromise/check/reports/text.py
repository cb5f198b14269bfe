"""mypy's own text, with the column: `path:line:column: error: message  [code]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .colours import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typedpromise.check.outcome import Outcome
    from typedpromise.check.report import Report

    from .colours import Colours


def lines(outcome: Outcome) -> Iterator[str]:
    """Yield a line a report."""
    return map(line, outcome.reports)


def line(report: Report, colours: Colours = PLAIN) -> str:
    """Return a report as one line; people and editors count columns from 1."""
    place = colours.place(f"{report.file}:{report.line}:{report.column + 1}:")
    severity = colours.error(f"{report.severity}:")
    return f"{place} {severity} {report.message}  {colours.code(f'[{report.code}]')}"
