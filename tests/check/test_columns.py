"""Columns count characters, whatever stands before them."""

from pathlib import Path

import pytest

from typedpromise.check.columns import corrected
from typedpromise.check.host import check
from typedpromise.check.report import Report

SOURCE = """\
from typedpromise import Promise

x = "é😀中"; Promise.resolve(1)
if x:
\ty = "é";\tPromise.resolve(
\t\t"é"
\t).then(lambda number: number)
Promise.resolve("é😀")
中文字符变量名 = "中中中中中中"; Promise.resolve(中文字符变量名)
print(f"é😀{Promise.resolve(1)}")
Promise.resolve(3)
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_findings_stand_where_their_expressions_do(tmp_path: Path, encoding: str) -> None:
    """Characters of two, three and four bytes before and in the expression do not move it."""
    file = tmp_path / "source.py"
    file.write_text(SOURCE, encoding=encoding)
    lines = SOURCE.split("\n")

    found = [
        (report.line, lines[report.line - 1][report.column :], lines[(report.end_line or 0) - 1][: report.end_column])
        for report in check([str(file)]).findings
        if report.code == "floating-promise"
    ]

    assert found == [
        (3, "Promise.resolve(1)", lines[2]),
        (5, "Promise.resolve(", lines[6]),
        (8, lines[7], lines[7]),
        (9, "Promise.resolve(中文字符变量名)", lines[8]),
        (11, lines[10], lines[10]),
    ]


@pytest.mark.parametrize("text", ['x = "é"\nx = (\n', 'x = "é"; f()\n'])
def test_places_nobody_knows_are_left_alone(tmp_path: Path, text: str) -> None:
    """A file that Python cannot parse, or a column that fits no expression, is reported as mypy has it."""
    file = tmp_path / "source.py"
    file.write_text(text)
    reports = [Report(str(file), line, 99, "m", "c", end_line=line, end_column=100) for line in (1, 5)]

    assert list(corrected(reports, {})) == reports
