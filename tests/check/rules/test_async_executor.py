"""The rule async-executor."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "async-executor"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "Promise(work),",
            (
                "Executor is async: nobody awaits what it returns, so it never runs and the promise stays "
                "pending; hand the coroutine over with Promise.resolve(coroutine), or make the executor an "
                "ordinary function"
            ),
        ),
        (
            "Promise(steps),",
            (
                "Executor is a generator: nobody iterates what it returns, so it never runs and the promise "
                "stays pending; make the executor an ordinary function"
            ),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each kind of finding has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)
