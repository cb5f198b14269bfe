"""Each row of docs/coming-from-promise.md is true: both sides run, and each defect is there in 2.3 and not here."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import promise
import promise.dataloader
import pytest

import typedpromise
import typedpromise.dataloader
from tests.compat.defects import DEFECTS, Both
from tests.support.unhandled import Unhandled
from typedpromise import compat
from typedpromise.compat.dataloader import DataLoader

PAGE = (Path(__file__).parents[2] / "docs" / "coming-from-promise.md").read_text(encoding="utf-8")


def rows(section: str, table: int = 0) -> list[list[str]]:
    """Return the rows of a table of the page, without its head, by the heading it stands under."""
    text = PAGE.split(f"## {section}\n", 1)[1].split("\n## ", 1)[0]
    found = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)[table]
    return [[cell.strip() for cell in line.strip("|\n").split("|")] for line in found.splitlines()[2:]]


def world(library: Any, loader: Any, **names: object) -> dict[str, Any]:
    """Return what the rows speak of, made with a library."""
    return {
        "Promise": library.Promise,
        "DataLoader": loader,
        "promisify": library.promisify,
        "one": library.Promise.resolve(1),
        "failed": library.Promise.reject(KeyError("k")),
        "keys": [1, 2],
        "load": lambda key: key * 2,
        "add": lambda value: value + 1,
        **names,
    }


def outcome(cell: str, names: dict[str, Any]) -> str:
    """Return what the code of a cell comes to, as text."""
    result = eval(cell.strip("`"), names)  # noqa: S307 - the page's own code
    if hasattr(result, "get"):
        try:
            result = result.get(5)
        except Exception as error:  # noqa: BLE001 - what it was rejected with
            return f"rejected with {error!r}"
    return repr(result)


WRITTEN = rows("You wrote, you write")


@pytest.mark.parametrize(("old", "new"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_both_sides_come_to_the_same(old: str, new: str, unhandled: Unhandled) -> None:
    """The left side with 2.3 and with compat, and the right side with typedpromise."""
    names = ("promise_for_dict", "is_thenable")
    before = outcome(
        old, world(promise, promise.dataloader.DataLoader, **{name: getattr(promise, name) for name in names})
    )
    served = outcome(old, world(compat, DataLoader, **{name: getattr(compat, name) for name in names}))
    after = outcome(new, world(typedpromise, typedpromise.dataloader.DataLoader))
    unhandled.take()  # a row may leave `failed` alone

    assert [served, after] == [before, before]


def test_there_are_rows() -> None:
    """The tables are found, with all their rows."""
    assert (len(WRITTEN), len(rows("Defects that are not kept"))) == (25, 21)


@pytest.mark.parametrize(("old", "new"), rows("The drop-in"))
def test_each_import_path_is_served(old: str, new: str) -> None:
    """Both modules are there, and ours has the public names of theirs that programs use."""
    after = import_module(new.strip("`"))
    assert after.__all__
    if old == "`promise.schedulers.gevent`":
        pytest.importorskip("gevent")
    before = import_module(old.strip("`"))

    assert all(hasattr(before, name) for name in after.__all__)


def test_each_defect_has_a_test() -> None:
    """The table and the tests name the same defects."""
    assert sorted(row[0] for row in rows("Defects that are not kept")) == sorted(DEFECTS)


@pytest.mark.parametrize("row", rows("Defects that are not kept"), ids=lambda row: row[0])
def test_a_defect_is_there_in_2_3_and_not_here(row: list[str], unhandled: Unhandled) -> None:
    """What the row says holds for 2.3 on the left and for compat on the right."""
    defect: Callable[[Both], object] = DEFECTS[row[0]]

    defect(Both(unhandled))
