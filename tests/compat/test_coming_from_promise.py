"""The page from `promise` 2.3: each import path is served, and each defect is there in 2.3 and not here.

The rows of "you wrote, you write" are run with those of the other pages, in tests/docs.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest

from tests.compat.defects import DEFECTS, Both
from tests.docs.pages import table
from tests.support.unhandled import Unhandled

IMPORTS = table("promise", "The drop-in")
ROWS = table("promise", "Defects that are not kept")


def test_there_are_rows() -> None:
    """The tables are found, with all their rows."""
    assert (len(IMPORTS), len(ROWS)) == (10, 22)


@pytest.mark.parametrize(("old", "new"), IMPORTS)
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
    assert sorted(row[0] for row in ROWS) == sorted(DEFECTS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_defect_is_there_in_2_3_and_not_here(row: list[str], unhandled: Unhandled) -> None:
    """What the row says holds for 2.3 on the left and for compat on the right."""
    defect: Callable[[Both], object] = DEFECTS[row[0]]

    defect(Both(unhandled))
