"""The rule multiple-resolved."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "multiple-resolved"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "resolve(2)",
            (
                "Promise was resolved or rejected in line 27, so this call is ignored; return after that call, "
                "or remove one of the two"
            ),
        ),
        (
            "resolve(number)",
            (
                "Promise was resolved or rejected in line 63, so this call is ignored; return after that call, "
                "or remove one of the two"
            ),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
