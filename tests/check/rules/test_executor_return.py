"""The rule executor-return."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "executor-return"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "return 1",
            ("Value returned from an executor is lost, and nothing resolves the promise with it; write resolve(value)"),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
