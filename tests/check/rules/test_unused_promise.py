"""The rule unused-promise: what it says (what it reports is in its case files)."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "unused-promise"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "one = fetch(1)",
            (
                "Promise is assigned to one, which is never read: nobody sees its result or its error; "
                "await it, return it, or end the chain with .catch(handler)"
            ),
        ),
        (
            "two = fetch(1)",
            (
                "Promise is assigned to two, and nothing handles it before it is lost where the function ends: "
                "nobody sees its result or its error; await it, return it, or end the chain with .catch(handler)"
            ),
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message names the variable, and says what to write instead."""
    assert message == said_of(checked, statement, CODE)
