"""Each row of the pages for newcomers is true: both columns run, and come to what the row states."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from base64 import b64encode
from typing import Any

import pytest

from tests.docs import javascript, promises
from tests.docs.outcomes import in_asyncio, is_as_stated, without_a_loop, world
from tests.docs.pages import DOCS, Row, programs, rows, sections, text_of
from tests.support.unhandled import Unhandled

# How many rows each page has: one that the tables' reader lost would not be missed otherwise.
PAGES = {"promise": 29, "bluebird": 75, "twisted": 46, "asyncio": 37, "concurrent-futures": 22}
ROWS = [row for page in PAGES for row in rows(page)]
# What `npm view bluebird@3.7.2 dist.integrity` publishes.
INTEGRITY = "sha512-XpNj6GDQzdfW+r2Wnn7xiSAd7TM3jzkxGXBGTtWKuSXv1xUV+azxAm8jdWZN06QTQk+2N2XB9jRDkvbmQmcRtg=="

# A row that awaits needs a loop, and one that blocks must not have one.
LOOP_ONLY = re.compile(r"\bawait\b|\basync for\b|\basyncio\.")
BLOCKS = re.compile(r"\.(get|wait)\(")
WITHOUT_A_LOOP = [row for row in ROWS if not LOOP_ONLY.search(row.new)]
INSIDE_ASYNCIO = [row for row in ROWS if LOOP_ONLY.search(row.new) or not BLOCKS.search(row.new)]

each_row = pytest.mark.parametrize("row", ROWS, ids=str)


def of_bluebird(page: str) -> set[str]:
    """Return the sections that stand behind the heading "Bluebird"."""
    names = [name for name, _ in sections(text_of(page))]
    return set(names[names.index("Bluebird") :])


BLUEBIRD = of_bluebird("bluebird")


@pytest.fixture(scope="session")
def under_twisted() -> list[str]:
    """What the left columns of Twisted's page come to, run in a process with its reactor."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.docs.twisted_rows"],
        cwd=DOCS.parent,
        input=json.dumps([row.old for row in rows("twisted")]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    outcomes: list[str] = json.loads(done.stdout)
    return outcomes


@each_row
def test_what_you_wrote(row: Row, request: pytest.FixtureRequest, unhandled: Unhandled) -> None:
    """The left column, run with the library that it is written for, comes to what the row states."""
    match row.page:
        case "promise":
            outcome = promises.outcome(row.old, "promise")
            served = promises.outcome(row.old, "compat")
            unhandled.take()  # a row may leave `failed` alone
            assert is_as_stated(served, row.there) or is_as_stated(served, row.here), served
        case "bluebird":
            outcome = javascript.outcome(row.old, "bluebird" if row.section in BLUEBIRD else "javascript")
        case "twisted":
            outcome = request.getfixturevalue("under_twisted")[row.number - 1]
        case "asyncio":
            outcome = in_asyncio(row.old, "of_asyncio")
        case _:
            outcome = without_a_loop(row.old, "of_concurrent_futures")

    assert is_as_stated(outcome, row.there), outcome


@pytest.mark.parametrize("row", WITHOUT_A_LOOP, ids=str)
def test_what_you_write_without_a_loop(row: Row, unhandled: Unhandled) -> None:
    """The right column comes to what the row states in a thread without a loop."""
    outcome = without_a_loop(row.new, "typedpromise", programs(row.page)[0])
    unhandled.take()  # a row may leave the other promises alone

    assert is_as_stated(outcome, row.here), outcome


@pytest.mark.parametrize("row", INSIDE_ASYNCIO, ids=str)
def test_what_you_write_inside_asyncio(row: Row, unhandled: Unhandled) -> None:
    """The right column comes to what the row states in a coroutine."""
    outcome = in_asyncio(row.new, "typedpromise", programs(row.page)[0])
    unhandled.take()

    assert is_as_stated(outcome, row.here), outcome


@pytest.mark.parametrize(("page", "count"), PAGES.items())
def test_no_row_is_lost(page: str, count: int) -> None:
    """The reader of tables finds every row of a page, and no two of them are the same."""
    found = rows(page)

    assert len(found) == count
    assert all(row in WITHOUT_A_LOOP or row in INSIDE_ASYNCIO for row in found)
    assert len({(row.section, row.old, row.new) for row in found}) == count


# The bridge on the page for 2.3 wants a process in which `promise` is not there yet: tests/compat/test_install.py.
@pytest.mark.parametrize("page", [page for page in PAGES if page != "promise"])
def test_the_programs_run(page: str, unhandled: Unhandled) -> None:
    """The programs of a page run one after the other, asserts included."""
    names: dict[str, Any] = world("typedpromise")

    for program in programs(page):
        exec(compile(program, page, "exec"), names)  # noqa: S102 - our own page
    unhandled.take()

    assert "Promise" in names


def test_each_page_is_in_the_index() -> None:
    """docs/README.md leads to every page for newcomers, and to no page that is not there."""
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([\w.-]+\.md)\)", index))
    pages = {path.name for path in DOCS.glob("*.md")}

    assert linked <= pages
    assert {name for name in pages if name.startswith("coming-from-")} <= linked


def test_bluebird_is_the_one_npm_publishes() -> None:
    """The tarball has the integrity value that npm publishes for it."""
    digest = hashlib.sha512(javascript.BLUEBIRD.read_bytes()).digest()

    assert f"sha512-{b64encode(digest).decode()}" == INTEGRITY


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("1 + 1", "`2`"),
        ("fail()", "raises `KeyError('k')`"),
        ("new Promise(() => undefined)", "raises `never settled('')`"),
    ],
)
@pytest.mark.parametrize("library", ["javascript", "bluebird"])
def test_the_javascript_host_tells_outcomes_apart(library: str, code: str, outcome: str) -> None:
    """A value, an error and a promise that never settles are three outcomes."""
    assert javascript.outcome(code, library) == outcome


def test_a_wrong_row_is_seen() -> None:
    """An outcome other than the stated one is told from it, by value, by class and by message."""
    assert is_as_stated("raises `KeyError('k')`", "raises `KeyError`")
    assert not is_as_stated("raises `KeyErrors('k')`", "raises `KeyError`")
    assert not is_as_stated("raises `KeyError('k')`", "raises `KeyError('l')`")
    assert not is_as_stated("`1`", "`2`")
    assert without_a_loop("later", "typedpromise").startswith("raises `NameError")
    assert in_asyncio("await later", "typedpromise").startswith("raises `NameError")
