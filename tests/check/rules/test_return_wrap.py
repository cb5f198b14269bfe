"""The rule return-wrap."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "return-wrap"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "return Promise.resolve(text)",
            ("Handler wraps its result in Promise.resolve(...), which a chain does anyway; return the value itself"),
        ),
        (
            "return Promise.reject(ValueError())",
            "Handler returns Promise.reject(...), which is what a raise does; raise the error",
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
