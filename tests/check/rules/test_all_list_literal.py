"""The rule all-list-literal: what it says (what it reports is in its case files)."""

from tests.check.marked import said_of
from typedpromise.check.outcome import Outcome

CODE = "all-list-literal"


def test_message(checked: Outcome) -> None:
    """The message says what the list costs, and what to write."""
    assert said_of(checked, "Job.all([name(1), age(1)]),", CODE) == (
        "Promise.all([...]) joins unlike promises in a list, so each result may be of any of their types; "
        "write Promise.all(a, b), which gives each result its own type"
    )
