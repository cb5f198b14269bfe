"""The rule return-in-finally."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "return-in-finally"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            'return "closed"',
            (
                "Value returned from a finally_ handler is lost: the chain goes on with what came before it; "
                "return it from a then handler, or return nothing"
            ),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
