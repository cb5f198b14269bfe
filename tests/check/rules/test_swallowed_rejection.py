"""The rule swallowed-rejection."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "swallowed-rejection"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "fetch(1).catch(ignore)",
            (
                "Rejection is swallowed: this handler takes every error and does nothing with it; report the "
                "error, name the class you mean with catch(KeyError, handler), or call the parameter _error"
            ),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
