"""The rule blocking-get: what it says (what it reports is in its case files)."""

import pytest

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "blocking-get"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "given.get()",
            (
                "Event loop stands still at get() in this coroutine, and with it what should settle the promise; "
                "write await promise"
            ),
        ),
        (
            "start.then(lambda number: fetch(number).wait(timeout=1)).done()",
            (
                "Handler waits in wait() and holds up all that runs on its thread, and in an event loop it fails; "
                "return the promise, and go on in a .then(handler) behind it"
            ),
        ),
        (
            "resolve(fetch(1).get())",
            (
                "Executor waits in get() and holds up all that runs on its thread, and in an event loop it fails; "
                "write promise.then(resolve, reject)"
            ),
        ),
        (
            "return [fetch(key).get() for key in keys]",
            (
                "Batch function waits in get() and holds up all that runs on its thread, and in an event loop it "
                "fails; return the promise"
            ),
        ),
        (
            "Promise.try_(lambda: fetch(1).get()).done()",
            (
                "Function waits in get() and holds up all that runs on its thread, and in an event loop it fails; "
                "return the promise"
            ),
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message names the method and the place, and the form that does not wait."""
    assert message == said_of(checked, statement, CODE)
