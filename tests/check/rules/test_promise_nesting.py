"""The rule promise-nesting."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "promise-nesting"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "return fetch(number).then(parse)",
            (
                "Chain inside a handler needs nothing of the handler around it; return the promise at its start, "
                "and move this .then(...) behind the outer one"
            ),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
