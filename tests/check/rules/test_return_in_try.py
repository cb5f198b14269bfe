"""The rule return-in-try."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "return-in-try"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "return fetch(1)",
            (
                "Promise is returned out of a try, so that its except never sees the error of the promise; write "
                "return await"
            ),
        ),
        (
            "return fetch(1).catch(KeyError, log)",
            (
                "Promise is returned out of a try, so that its except never sees the error of the promise; "
                "handle that with .catch(handler)"
            ),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
