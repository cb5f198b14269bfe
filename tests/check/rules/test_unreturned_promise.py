"""The rule unreturned-promise."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "unreturned-promise"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "save(text).catch(fail)",
            (
                "Promise is made in a handler and not returned: the chain goes on without waiting for it; return "
                "it, or end it with .done(None, handler) to say that nothing waits"
            ),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
