"""Types that contain themselves: rules look at each part once, and come to an end."""

import pytest

from typedpromise.check.engine import CRASH
from typedpromise.check.host import check
from typedpromise.check.outcome import Outcome
from typedpromise.check.settings import Settings

SOURCE = """\
from collections.abc import Callable
from typing import NamedTuple, TypedDict, Union
from typedpromise import Promise

Nested = list["Nested"]
Promised = dict[str, "Promised | Promise[int]"]
Steps = Union[int, list["Steps"]]
Chain = Callable[[], "Chain"]
Errors = tuple[type[ValueError], "Errors"]

class Way(NamedTuple):
    before: "Way | None"

class Link(TypedDict):
    next: "Link"

class Waits:
    def __await__(self) -> "Generator[object, object, Waits]": ...

def fetch() -> Promise[int]: ...

def values(nested: Nested, promised: Promised, steps: Steps, chain: Chain, way: Way, link: Link) -> None:
    one, two, three, four, five, six = [nested], [promised], [steps], [chain], [way], [link]
    seven, eight, nine = nested, promised, steps
    held = Promise.all([nested, promised, steps, chain, way, link])
    if fetch() == way or nested or promised:
        print(f"{nested} {promised} {steps} {way} {link}")

def handlers(chain: Chain, errors: Errors, waits: Waits, way: Way) -> None:
    fetch().then(chain)
    fetch().then(lambda _: waits)
    fetch().then(lambda _: way, lambda _: chain)
    fetch().catch(errors, print)

def collects(promised: Promised) -> None:
    waiting: Promised = {"one": promised, "two": fetch()}
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """What all rules say of the module."""
    file = tmp_path_factory.mktemp("within") / "recursive.py"
    file.write_text(SOURCE)
    return check([str(file)], settings=Settings(preset="all"))


def test_no_rule_crashes(outcome: Outcome) -> None:
    """A recursive alias, named tuple or dict exhausts no rule's stack."""
    assert [report.message for report in outcome.findings if report.code == CRASH] == []


def test_what_is_made_inside_is_seen(outcome: Outcome) -> None:
    """A promise in a collection of a recursive type is reported, and so is a dropped chain of such results."""
    lines = SOURCE.splitlines()
    said = {(lines[report.line - 1].strip(), report.code) for report in outcome.findings}

    assert ('waiting: Promised = {"one": promised, "two": fetch()}', "promise-collection") in said
    assert {statement for statement, code in said if code == "floating-promise"} == {
        "fetch().then(chain)",
        "fetch().then(lambda _: waits)",
        "fetch().catch(errors, print)",
    }
