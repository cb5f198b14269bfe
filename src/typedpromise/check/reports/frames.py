"""Text for a terminal: the line of a finding, and under it the source with the expression underlined."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from typedpromise.check.source_lines import lines_of

from .screen import show
from .text import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typedpromise.check.outcome import Outcome
    from typedpromise.check.report import Report

    from .colours import Colours

# Less room than this shows nothing that helps.
_LEAST = 20


def lines(outcome: Outcome, colours: Colours, columns: int) -> Iterator[str]:
    """Yield the lines for a terminal of so many columns."""
    for file, reports in groupby(outcome.reports, lambda report: report.file):
        source = lines_of(file)
        for report in reports:
            yield line(report, colours)
            yield from frame(report, source, colours, columns)
            yield ""


def frame(report: Report, source: list[str], colours: Colours, columns: int) -> Iterator[str]:
    """Yield the source of a report, its first and its last line, or nothing where there is none."""
    if not 0 < report.line <= len(source) or report.column < 0:
        return
    last = min(report.end_line or report.line, len(source))
    digits = len(str(last))
    room = max(columns - digits - len("  | "), _LEAST)

    def numbered(number: int, start: int, end: int) -> Iterator[str]:
        shown = show(source[number - 1], start, end, room)
        yield f"{colours.gutter(f' {number:{digits}} |')} {shown.text}".rstrip()
        empty = colours.gutter(f" {' ' * digits} |")
        yield f"{empty} {' ' * shown.start}{colours.error('^' * shown.width)}"

    if last <= report.line:
        end = report.column + 1 if report.end_column is None else report.end_column
        yield from numbered(report.line, report.column, end)
        return
    yield from numbered(report.line, report.column, _end_of_code(source[report.line - 1]))
    if last > report.line + 1:
        yield colours.gutter(f" {'.' * digits}")
    text = source[last - 1]
    yield from numbered(last, len(text) - len(text.lstrip()), report.end_column or len(text))


def _end_of_code(text: str) -> int:
    return len(text.rstrip())
