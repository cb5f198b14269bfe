"""The rule promise-in-string: what it says (what it reports is in its case files)."""

from pathlib import Path

from tests.check.marked import CASES, said_of
from typedpromise.check.outcome import Outcome

CODE = "promise-in-string"


def test_message(checked: Outcome) -> None:
    """The message names the ways out, the one for somebody who meant it too."""
    assert said_of(checked, "str(promise),", CODE) == (
        "Promise is written into text, which will show the promise and not its result; "
        "await it, write the text in .then(handler), or show the promise itself with repr() or !r"
    )


def test_place_is_that_of_the_promise(checked: Outcome) -> None:
    """In an f-string the finding points at the promise, though mypy has rewritten the string."""
    file = CASES / "promise_in_string.py"
    line = file.read_text().splitlines().index('        f"a {width} {promise}",  # E') + 1

    assert [
        found.column for found in checked.findings if Path(found.file).name == file.name and found.line == line
    ] == [21]
