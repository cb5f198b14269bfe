"""The rule blocking-get: what it says (what it reports is in its case files)."""

from pathlib import Path
from typing import Any

import pytest

from tests.check.marked import said_of
from typedpromise.check.host import check
from typedpromise.check.outcome import Outcome
from typedpromise.check.settings import Settings

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


@pytest.mark.parametrize(("preset", "lines"), [("recommended", [3]), ("strict", [3, 4])])
def test_handlers_is_an_option(tmp_path: Path, preset: Any, lines: list[int]) -> None:
    """In a program without a loop a handler may wait, so only `strict` doubts it."""
    file = tmp_path / "waits.py"
    file.write_text(
        "from typedpromise import Promise\n"
        "def fetch(number: int) -> Promise[int]: ...\n"
        "async def coroutine() -> int: return fetch(1).get()\n"
        "fetch(1).then(lambda number: fetch(number).get()).done()\n"
    )
    found = check([str(file)], settings=Settings(preset=preset)).findings

    assert [report.line for report in found if report.code == CODE] == lines
