"""The rule new-promise-wrap."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "new-promise-wrap"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "promise.then(resolve, reject)",
            "Promise is made only to pass on what another one brings; use the inner promise itself",
        ),
        (
            "Promise(lambda resolve, reject: promise.then(resolve)),",
            (
                "Promise is made only to pass on what another one brings, and stays pending if that is rejected; "
                "use the inner promise itself"
            ),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
