"""Ignore comments with a code that no rule has."""

from collections.abc import Callable
from pathlib import Path

import pytest

from typedpromise.check.host import check
from typedpromise.check.ignores import UNKNOWN, misspelt

from .conftest import Mypy

SOURCE = """\
from typedpromise import Promise
Promise.resolve(1)  # type: ignore[floating-promis]
Promise.resolve(2)  # type: ignore[floating-promise, unused_promise]
x: int = ''  # type: ignore[assignment, reportAssignmentType]
"""
MEANT = 'No rule has the code "{}", so this comment silences nothing: write "{}"'


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("one-rule", None),
        ("one_rule", "one-rule"),
        ("One-Rule", None),
        ("one-ruel", "one-rule"),
        ("one-rule-of-mypy", None),
        ("reportOptionalMemberAccess", None),
        ("", None),
    ],
)
def test_what_is_nearly_a_rule(code: str, meant: str | None) -> None:
    """Codes of mypy and of other tools are left alone."""
    expected = [] if meant is None else [(3, MEANT.format(code, meant))]

    assert list(misspelt({3: [code]}, {"one-rule", "one-rule-of-mypy"}, ["one-rule", "two"])) == expected


def test_both_hosts_name_the_code_that_was_meant(tmp_path: Path, make_mypy: Callable[[], Mypy]) -> None:
    """The finding is not silenced, and what is wrong with the comment is said."""
    mypy = make_mypy()
    file = mypy.folder / "source.py"
    file.write_text(SOURCE)
    expected = [
        (2, "floating-promise"),
        (2, UNKNOWN),
        (3, UNKNOWN),
    ]

    found = check([str(file)]).findings
    answers = [mypy("source.py").stdout, mypy("source.py").stdout]

    assert [(report.line, report.code) for report in found] == expected
    assert [report.message for report in found if report.code == UNKNOWN] == [
        MEANT.format("floating-promis", "floating-promise"),
        MEANT.format("unused_promise", "unused-promise"),
    ]
    for answer in answers:
        said = [line for line in answer.splitlines() if line.endswith(("-promise]", f"[{UNKNOWN}]"))]
        assert [(int(line.split(":")[1]), line.rpartition("[")[2][:-1]) for line in said] == expected
