"""The rule promise-condition: what it says (what it reports is in its case files)."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "promise-condition"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "assert promise",
            (
                "Promise is tested for truth, and it is always true, whatever its result will be; "
                "await it and test the result, or test the result in .then(handler)"
            ),
        ),
        (
            "any(many),",
            (
                "any(...) tests promises for truth, and they are always true, whatever their results will be; "
                "await Promise.all(...) of them and test the results"
            ),
        ),
        (
            "filter(allowed, range(3)),",
            (
                "filter(...) takes the promise this function returns for its answer, and that is always true; "
                "use Promise.filter(...), or await the answers first"
            ),
        ),
        (
            "filter(known, range(3)),",
            (
                "filter(...) takes the coroutine this function returns for its answer, and that is always true; "
                "use Promise.filter(...), or await the answers first"
            ),
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message says why the test is one that always holds."""
    assert message == said_of(checked, statement, CODE)
