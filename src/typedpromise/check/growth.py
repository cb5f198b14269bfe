"""Whether a fixed text is as good as the one before: no finding and no error of mypy's that was not there."""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from .outcome import Outcome
    from .report import Report


def grown(before: Outcome, after: Outcome) -> list[Report]:
    """Return what is said after a change and was not said before; lines move, so they are not compared."""
    known = Counter(map(_said, _all(before)))
    new: list[Report] = []
    for report in _all(after):
        if known[_said(report)] > 0:
            known[_said(report)] -= 1
        else:
            new.append(report)
    return new


def blamed(
    new: Iterable[Report],
    fixed: Collection[Report],
    before: Mapping[str, str],
    after: Mapping[str, str],
) -> dict[Report, str]:
    """Return the fixes that what is new may come from, with the reason.

    These are the fixes in the same statement of the module; if there are none, those in the file; else all.

    Args:
        new: What is new.
        fixed: The fixes, at their places in the texts before.
        before: The texts of the fixed files, by their names.
        after: The same after the fixes. A fix adds and takes away no statement, so they count alike.

    """
    guilty: dict[Report, str] = {}
    for report in new:
        reason = f"it would bring a new message: {report.message}  [{report.code}]"
        near = [fix for fix in fixed if fix.file == report.file]
        if near:
            statement = _statement(after[report.file], report.line)
            same = [fix for fix in near if _statement(before[fix.file], fix.line) == statement]
            near = same or near
        guilty |= dict.fromkeys(near or fixed, reason)
    return guilty


def _all(outcome: Outcome) -> list[Report]:
    return [*outcome.failures, *outcome.findings, *outcome.errors]


def _said(report: Report) -> tuple[str, str, str]:
    return report.file, report.code, report.message


def _statement(text: str, line: int) -> int:
    """Return which statement of the module a line belongs to; decorators stand before theirs."""
    try:
        starts = [statement.lineno for statement in ast.parse(text).body]
    except SyntaxError:
        return 0
    return bisect_right(starts, line)
