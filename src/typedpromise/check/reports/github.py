"""Workflow commands of GitHub Actions: each becomes an annotation beside the line it is about.

The syntax and its escapes are those of `toolkit/packages/core/src/command.ts` in the repository actions/toolkit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typedpromise.check.outcome import Outcome
    from typedpromise.check.report import Report


def lines(outcome: Outcome) -> Iterator[str]:
    """Yield a command a report."""
    return map(line, outcome.reports)


def line(report: Report) -> str:
    """Return a report as a command; its columns count from 1, and the end is the one behind, as ruff has it."""
    properties: dict[str, str | int] = {"file": report.file, "line": report.line}
    if report.end_line is None or report.end_column is None:
        properties["col"] = report.column + 1
    elif report.end_line == report.line:
        properties |= {"col": report.column + 1, "endLine": report.end_line, "endColumn": report.end_column + 1}
    else:
        # The runner takes no columns from a command whose lines differ.
        properties["endLine"] = report.end_line
    properties["title"] = f"typedpromise {report.code}"
    # The log shows only the message, so that tells the place too.
    message = f"{report.file}:{report.line}:{report.column + 1}: {report.message} [{report.code}]"
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::error {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
