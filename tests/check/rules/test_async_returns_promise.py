"""The rule async-returns-promise: what it says (what it reports is in its case files)."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "async-returns-promise"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "async def one() -> Promise[str]:",
            (
                "Coroutine function one returns a promise, which has to be awaited a second time; "
                "declare its result and return it with `return await ...`, or make it a plain `def`"
            ),
        ),
        (
            "return fetch(number)",
            (
                "Coroutine function without_annotation returns a promise, which has to be awaited a second time; "
                "write `return await ...`"
            ),
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message names the function, and says what to write instead."""
    assert message == said_of(checked, statement, CODE)
