"""The rule misused-promise: what it says (what it reports is in its case files)."""

from pathlib import Path
from typing import Any

import pytest

from tests.check.marked import said_of
from typedpromise.check.host import check
from typedpromise.check.outcome import Outcome
from typedpromise.check.settings import Settings

CODE = "misused-promise"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "void(fetch)",
            (
                "Promise that this callback returns is ignored by void(...): nobody sees its result or its error; "
                "pass a function that ends the chain with .catch(handler) and returns nothing"
            ),
        ),
        (
            "loop.call_at(1, load)",
            (
                "Coroutine that this callback returns is ignored by call_at(...), so its body never runs; "
                "pass a plain function that starts a task"
            ),
        ),
        (
            "sys.unraisablehook = load",
            (
                "Coroutine that this callback returns is ignored by whatever calls unraisablehook, so its body never "
                "runs; pass a plain function that starts a task"
            ),
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message names the function that ignores, and says what to write instead."""
    assert message == said_of(checked, statement, CODE)


@pytest.mark.parametrize(("preset", "lines"), [("recommended", []), ("strict", [5])])
def test_objects_is_an_option(tmp_path: Path, preset: Any, lines: list[int]) -> None:
    """A parameter that takes `Callable[..., object]` may look at the result, so only `strict` doubts it."""
    file = tmp_path / "objects.py"
    file.write_text(
        "from collections.abc import Callable\n"
        "from typedpromise import Promise\n"
        "def fetch() -> Promise[int]: ...\n"
        "def anything(callback: Callable[[], object]) -> None: ...\n"
        "anything(fetch)\n"
    )

    assert [found.line for found in check([str(file)], settings=Settings(preset=preset)).findings] == lines
