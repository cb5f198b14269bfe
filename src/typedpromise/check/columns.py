"""Columns as people and editors count them: in characters.

mypy's native parser (ast_serialize 0.13) takes the bytes beyond the first of each character off its columns twice.
So a column behind `"é"` is too small, and the number alone does not say which column was meant.
Python's own parser knows where the expressions stand, and the one that mypy would number so is the one it means.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from .source_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .report import Report


class _Span(NamedTuple):
    line: int
    column: int
    end_line: int
    end_column: int


def corrected(reports: Iterable[Report], shadows: Mapping[str, str]) -> Iterator[Report]:
    """Yield reports with columns that count characters, from 0; those of one file must stand together.

    Args:
        reports: As mypy gave them.
        shadows: The files that mypy has read in place of others, by the names of those.

    """
    for file, together in groupby(reports, lambda report: report.file):
        found = list(together)
        lines = lines_of(shadows.get(file, file))
        if all(line.isascii() for line in lines):
            yield from found
        else:
            source = _Source(lines)
            yield from map(source.correct, found)


class _Source:
    """A file with characters beyond ASCII."""

    def __init__(self, lines: list[str]) -> None:
        """Find out where the expressions stand, if Python can parse what mypy could."""
        self._lines = lines
        self._spans: dict[tuple[int, int], list[_Span]] = {}
        try:
            tree = ast.parse("\n".join(lines))
        except (SyntaxError, ValueError, RecursionError):
            return
        for node in ast.walk(tree):
            if isinstance(node, (ast.expr, ast.stmt)) and node.end_lineno is not None:
                span = self._in_characters(node)
                self._spans.setdefault((span.line, span.end_line), []).append(span)

    def correct(self, report: Report) -> Report:
        end_line = report.end_line or report.line
        if all(line.isascii() for line in (*self._lines[report.line - 1 : report.line], self._line(end_line))):
            return report
        said = (report.column, report.end_column)
        spans = self._spans.get((report.line, end_line), [])
        # The parser that counts rightly is asked last: one number may be right for one place and wrong for another.
        for count in (self._as_the_native_parser, self._as_it_is):
            for span in spans:
                if (count(span.line, span.column), count(span.end_line, span.end_column)) == said:
                    return replace(report, column=span.column, end_column=span.end_column)
        return report

    def _in_characters(self, node: ast.expr | ast.stmt) -> _Span:
        end_line = node.end_lineno or node.lineno
        return _Span(
            node.lineno,
            self._characters(node.lineno, node.col_offset),
            end_line,
            self._characters(end_line, node.end_col_offset or 0),
        )

    def _characters(self, line: int, octets: int) -> int:
        text = self._line(line)
        return octets if text.isascii() else len(text.encode(errors="replace")[:octets].decode(errors="replace"))

    def _as_the_native_parser(self, line: int, column: int) -> int:
        before = self._line(line).encode(errors="replace")[: column + 2]
        # A byte 0b10xxxxxx continues a character of UTF-8.
        return column - sum(octet & 0xC0 == 0x80 for octet in before)  # noqa: PLR2004  # the mask and its value

    def _as_it_is(self, line: int, column: int) -> int:
        del line
        return column

    def _line(self, number: int) -> str:
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""
