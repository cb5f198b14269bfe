"""The rule useless-then: what it says (what it reports is in its case files)."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "useless-then"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "fetch(1).then(),",
            (
                "This .then(...) changes nothing: its promise settles as the one before it; "
                "remove it, or give it a handler that does something"
            ),
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message names the link, and says what to write instead."""
    assert message == said_of(checked, statement, CODE)
