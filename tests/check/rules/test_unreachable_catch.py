"""The rule unreachable-catch: what it says (what it reports is in its case files)."""

from pathlib import Path
from typing import Any

import pytest

from tests.check.marked import said_of
from typedpromise.check.host import check
from typedpromise.check.outcome import Outcome
from typedpromise.check.settings import Settings

CODE = "unreachable-catch"


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "fetch(1).catch(LookupError, empty).catch(Missing, fail).done()",
            (
                "Filter Missing is never met: an earlier handler in this chain takes such errors, and nothing since "
                "then can raise another; put the narrow filter before the wide one, or remove one of the two"
            ),
        ),
        (
            "fetch(1).catch(empty).catch(fail).done()",
            (
                "Handler is never called: an earlier one in this chain has taken every error, and nothing since then "
                "can raise another; remove one of the two"
            ),
        ),
        (
            "fetch(1).catch(print).catch(KeyError, fail).done()",
            (
                "Filter KeyError stands behind a handler that takes every error, so it sees only what that one raises "
                "itself; put the narrow filter before the wide one"
            ),
        ),
        (
            "fetch(1).catch((KeyError, KeyError), fail).done()",
            "KeyError stands in this catch(...) twice; remove it from the tuple",
        ),
        (
            "fetch(1).catch((LookupError, KeyError), fail).done()",
            "KeyError stands in this catch(...) beside its base class LookupError; remove it from the tuple",
        ),
    ],
)
def test_message(checked: Outcome, statement: str, message: str) -> None:
    """The message says where the errors went, and which order or which part to change."""
    assert message == said_of(checked, statement, CODE)


@pytest.mark.parametrize(("preset", "lines"), [("recommended", [4]), ("strict", [3, 4])])
def test_wide_is_an_option(tmp_path: Path, preset: Any, lines: list[int]) -> None:
    """A handler that is not seen through may raise such an error, so only `strict` doubts the filter behind it."""
    file = tmp_path / "wide.py"
    file.write_text(
        "from typedpromise import Promise\n"
        "def fetch() -> Promise[int]: ...\n"
        "fetch().catch(print).catch(KeyError, print)\n"
        "fetch().catch(lambda error: 0).catch(KeyError, print)\n"
    )
    found = check([str(file)], settings=Settings(preset=preset)).findings

    assert [report.line for report in found if report.code == CODE] == lines
