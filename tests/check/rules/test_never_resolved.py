"""The rule never-resolved."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "never-resolved"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "def if_only(resolve: Resolve, reject: Reject) -> None:",
            (
                "Promise stays pending for ever when this executor ends without resolve and reject; call "
                "resolve(value) or reject(error) there, or hand them on"
            ),
        ),
        (
            "return",
            (
                "Promise stays pending for ever when its executor returns here, without resolve and reject; call "
                "resolve(value) or reject(error) there, or hand them on"
            ),
        ),
        (
            'Promise(lambda resolve, reject: log("started")),',
            (
                "Promise stays pending for ever: its executor uses neither resolve nor reject; call "
                "resolve(value) or reject(error), or hand them on"
            ),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
