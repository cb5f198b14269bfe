"""Workflow commands of GitHub Actions."""

import re

from typedpromise.check.outcome import Outcome
from typedpromise.check.report import Report
from typedpromise.check.reports import github


def unescaped(command: str) -> tuple[dict[str, str], str]:
    """Read a command as the runner does."""
    match = re.fullmatch(r"::error (.*?)::(.*)", command)
    assert match is not None
    properties = dict(given.split("=", 1) for given in match[1].split(","))
    escapes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    pattern = re.compile("|".join(escapes))
    return (
        {name: pattern.sub(lambda found: escapes[found[0]], value) for name, value in properties.items()},
        re.sub("%0D|%0A|%25", lambda found: escapes[found[0]], match[2]),
    )


def test_command_has_place_title_and_message() -> None:
    """Columns count from 1, and the end is the column behind the last one."""
    report = Report("bad.py", 3, 4, "Promise is dropped: await it", "floating-promise", end_line=3, end_column=22)

    assert list(github.lines(Outcome([report]))) == [
        (
            "::error file=bad.py,line=3,col=5,endLine=3,endColumn=23,title=typedpromise floating-promise"
            "::bad.py:3:5: Promise is dropped: await it [floating-promise]"
        )
    ]


def test_several_lines_have_no_columns() -> None:
    """The runner takes columns only for a place in one line."""
    report = Report("bad.py", 3, 4, "m", "c", end_line=5, end_column=2)

    assert unescaped(github.line(report))[0] == {
        "file": "bad.py",
        "line": "3",
        "endLine": "5",
        "title": "typedpromise c",
    }


def test_every_separator_is_escaped() -> None:
    """A path or a message cannot end the command, begin another property, or start a line of its own."""
    name, message = "C:\\a,b%0A::error::\r\n.py", "50% of\r\nlines:, ::warning::x"
    command = github.line(Report(name, 1, 0, message, "code"))

    properties, text = unescaped(command)

    assert "\n" not in command
    assert "\r" not in command
    assert properties == {"file": name, "line": "1", "col": "1", "title": "typedpromise code"}
    assert text == f"{name}:1:1: {message} [code]"
