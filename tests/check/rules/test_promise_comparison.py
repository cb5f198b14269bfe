"""The rule promise-comparison: what it says, and its option (what it reports is in its case files)."""

from pathlib import Path

import pytest

from tests.check.marked import said_of
from typedpromise.check.host import check
from typedpromise.check.outcome import Outcome

CODE = "promise-comparison"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "promise == 3,",
            (
                "Promise is compared with a value, and it is never equal to one, nor to its own result; "
                "await it and compare the result, or compare the result in .then(handler)"
            ),
        ),
        (
            "promise >= 3,",
            (
                "Promise is compared by >=, but it has no order; "
                "await it and compare the result, or compare the result in .then(handler)"
            ),
        ),
        (
            "promise in numbers,",
            (
                "Promise is looked for among values (`in`), and it is never equal to one; "
                "await it and compare the result, or compare the result in .then(handler)"
            ),
        ),
        (
            "3 not in many,",
            (
                "Value is looked for among promises (`not in`), and none of them is ever equal to it; "
                "await Promise.all(...) of them and look among the results"
            ),
        ),
        (
            "return [promise == other, other != promise]",
            (
                "Promises are compared with !=, which tells whether they are the same promise, not their results; "
                "write `is not` if that is meant, else await them and compare the results"
            ),
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message says why the comparison tells nothing."""
    assert message == said_of(checked, statement, CODE)


def test_identity_is_an_option(tmp_path: Path) -> None:
    """In the preset `recommended` two promises may be compared."""
    file = tmp_path / "identity.py"
    file.write_text("from typedpromise import Promise\none = Promise.resolve(1)\nprint(one == one, one == 1)\n")

    assert [(found.line, found.column, found.code) for found in check([str(file)]).findings] == [(3, 18, CODE)]
