"""The rule promise-collection: what it says (what it reports is in its case files)."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "promise-collection"
LOST = "nobody sees their results or errors"
CURE = "await, return or keep that, or end each chain with .catch(handler)"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "one.append(fetch(number))",
            (f"Promises are collected in one, and nobody joins them: {LOST}; pass one to Promise.all(...) and {CURE}"),
        ),
        (
            "ten = map(fetch, numbers)",
            (
                "Promises are never made, because nothing iterates ten; loop over it, or pass it to Promise.all(...) "
                "and await, return or keep that"
            ),
        ),
        (
            "if [fetch(1)]:",
            (
                f"Promises are made in a collection of which only length or truth is asked: {LOST}; "
                f"pass it to Promise.all(...) and {CURE}"
            ),
        ),
        (
            "for _ in map(fetch, numbers):",
            (
                f"Promises are dropped by this loop, which looks at none of them: {LOST}; "
                f"pass what it goes through to Promise.all(...) and {CURE}"
            ),
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message names the variable, says what is lost, and how to join the promises."""
    assert message == said_of(checked, statement, CODE)
