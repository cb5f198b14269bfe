"""The rule always-return: what it says (what it reports is in its case files)."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "always-return"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "fetch(1).then(returns_nothing).then(reads).done()",
            (
                "Handler returns_nothing returns nothing, so the next handler gets None; return its result, "
                "or write lambda _: ... if the next one wants none"
            ),
        ),
        (
            "fetch(1).then(returns_early).then(reads).done()",
            (
                "Handler returns_early ends without a return on some path, and the next handler gets None then; "
                "return a value on every path"
            ),
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message names the handler, says what the next one gets, and what to write."""
    assert message == said_of(checked, statement, CODE)
