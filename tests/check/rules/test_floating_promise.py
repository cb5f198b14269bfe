"""The rule floating-promise."""

from pathlib import Path

import pytest

from tests.check.marked import CASES, crossed_lines, marked_lines, messages, said_of
from typedpromise.check.outcome import Outcome

CODE = "floating-promise"


@pytest.mark.parametrize("name", ["floating_promise.py", "floating_promise_23.py"])
def test_reports_the_marked_lines_and_no_others(checked: Outcome, name: str) -> None:
    """A dropped promise is reported on its line, and no line with a handled or kept one is."""
    file = CASES / name

    assert marked_lines(file) == set(messages(checked, file, CODE))


def test_page_is_true(checked: Outcome, page_files: dict[str, Path]) -> None:
    """What the page calls bad is reported, what it calls good is not."""
    file = page_files[CODE]

    assert len(crossed_lines(file)) > 5
    assert crossed_lines(file) == set(messages(checked, file, CODE))


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "fetch(1)",
            (
                "Promise is dropped: nobody sees its result or its error; "
                "await it, return it, keep it, or end the chain with .catch(handler)"
            ),
        ),
        (
            "maybe()",
            (
                "Promise is dropped when there is one (Promise[int] | None): nobody sees its result or its error; "
                "await it, return it, keep it, or end the chain with .catch(handler)"
            ),
        ),
        (
            "fetch(1).catch(KeyError, use)",
            (
                "Promise is dropped and catch(KeyError, ...) leaves other errors unhandled; "
                "end the chain with .catch(handler), or await it, return it or keep it"
            ),
        ),
        (
            "fetch(1).catch(KeyError, use).catch(ValueError, use)",
            (
                "Promise is dropped and catch(KeyError, ...) and catch(ValueError, ...) leave other errors unhandled; "
                "end the chain with .catch(handler), or await it, return it or keep it"
            ),
        ),
        (
            "fetch(1).catch(KeyError)",
            (
                "Promise is dropped and its catch(KeyError) has no handler: it would call KeyError as one; "
                "write .catch(handler), which takes every error, at the end of the chain"
            ),
        ),
        (
            "fetch(1).catch(fail).then(use)",
            (
                "Promise is dropped after a .then(...) that follows the .catch(...): nobody sees the errors of "
                "that last handler; move .catch(handler) to the end of the chain, or await it, return it or keep it"
            ),
        ),
        (
            "one = fetch(1)",
            (
                "Promise in one is handled on some paths only: not where the condition in line 367 is false; "
                "on each path await it, return it, hand it on, or end the chain with .catch(handler)"
            ),
        ),
        (
            "[fetch(number) for number in range(3)]",
            (
                "Promise is dropped with the list it is in: nobody sees its result or its error; join them with "
                "Promise.all(...) and await, return or keep that, or end each chain with .catch(handler)"
            ),
        ),
        (
            "many()",
            (
                "Promises are dropped with the list[Promise[int]]: nobody sees their results or errors; join them with "
                "Promise.all(...) and await, return or keep that, or end each chain with .catch(handler)"
            ),
        ),
        (
            "[*one_by_one(), *(fetch(number) for number in range(3))]",
            (
                "Promises are dropped with the list they are in: nobody sees their results or errors; join them with "
                "Promise.all(...) and await, return or keep that, or end each chain with .catch(handler)"
            ),
        ),
        (
            "(fetch(number) for number in range(3))",
            (
                "Promises are never made, because nothing iterates this generator expression; "
                "loop over it, or pass it to Promise.all(...) and await, return or keep that"
            ),
        ),
    ],
)
def test_message_says_what_happened_and_what_to_do(checked: Outcome, statement: str, message: str) -> None:
    """Each way to drop a promise has one sentence of its own."""
    assert message == said_of(checked, statement, CODE)


def test_column_is_that_of_the_dropped_part(checked: Outcome) -> None:
    """In `yes() and fetch(1)` the finding points at the call that makes the promise."""
    name = CASES / "floating_promise.py"
    lines = name.read_text().splitlines()
    number = lines.index("    yes() and fetch(1)  # E") + 1

    assert [lines[number - 1].index("fetch")] == [
        report.column
        for report in checked.findings
        if Path(report.file).resolve() == name and report.line == number and report.code == CODE
    ]
