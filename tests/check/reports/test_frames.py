"""Text for a terminal."""

from pathlib import Path

import pytest

from typedpromise.check.outcome import Outcome
from typedpromise.check.report import Report
from typedpromise.check.reports import frames
from typedpromise.check.reports.colours import PLAIN, Colours


def drawn(source: list[str], line: int, column: int, end_line: int | None, end_column: int | None) -> list[str]:
    """Return the frame of a report about these lines."""
    report = Report("bad.py", line, column, "m", "c", end_line=end_line, end_column=end_column)
    return list(frames.frame(report, source, PLAIN, 80))


def test_a_line_is_numbered_and_underlined() -> None:
    """The expression is underlined, no more and no less."""
    assert drawn(["a = 1", "    fetch(1)  # why"], 2, 4, 2, 12) == [
        " 2 |     fetch(1)  # why",
        "   |     ^^^^^^^^",
    ]


def test_several_lines_are_shown_by_the_first_and_the_last() -> None:
    """Dots stand for the lines between."""
    source = [""] * 8 + ["    fetch(", "        1,", "        2,", "    ).then(f)"]

    assert drawn(source, 9, 4, 12, 13) == [
        "  9 |     fetch(",
        "    |     ^^^^^^",
        " ..",
        " 12 |     ).then(f)",
        "    |     ^^^^^^^^^",
    ]
    assert " .." not in drawn([*source[8:9], source[11]], 1, 4, 2, 13)


@pytest.mark.parametrize(
    ("line", "column", "end_line", "end_column", "expected"),
    [
        (1, 3, None, None, [" 1 | f()", "   |    ^"]),
        (2, 0, 2, 1, []),
        (0, 0, None, None, []),
        (1, -1, None, None, []),
        (1, 0, 7, 1, [" 1 | f()", "   | ^"]),
    ],
)
def test_places_that_are_not_there(
    line: int, column: int, end_line: int | None, end_column: int | None, expected: list[str]
) -> None:
    """A report may be about a file as a whole, or one that was edited since."""
    assert drawn(["f()"], line, column, end_line, end_column) == expected


def test_finding_and_frame_stand_together(tmp_path: Path) -> None:
    """An empty line ends a finding; the encoding is the one that the file declares."""
    file = tmp_path / "latin.py"
    file.write_bytes(b'# coding: latin-1\nx = "\xe9"; fetch()\n')
    gone = Report("gone.py", 1, 0, "Cannot read", "unreadable")
    report = Report(str(file), 2, 9, "m", "c", end_line=2, end_column=16)

    assert list(frames.lines(Outcome([report], [gone]), PLAIN, 80)) == [
        "gone.py:1:1: error: Cannot read  [unreadable]",
        "",
        f"{file}:2:10: error: m  [c]",
        ' 2 | x = "é"; fetch()',
        "   |          ^^^^^^^",
        "",
    ]


def test_colours_of_a_frame() -> None:
    """The gutter is blue, the underline red."""
    report = Report("bad.py", 1, 0, "m", "c", end_line=1, end_column=1)

    assert list(frames.frame(report, ["f"], Colours(on=True), 80)) == [
        "\x1b[34m 1 |\x1b[0m f",
        "\x1b[34m   |\x1b[0m \x1b[1;31m^\x1b[0m",
    ]
