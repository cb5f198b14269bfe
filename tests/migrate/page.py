"""`docs/migrate.md` as data: its rows, and the lines that they stand below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.docs.pages import code, sections, tables

PAGE = (Path(__file__).parents[2] / "docs" / "migrate.md").read_text(encoding="utf-8")
# Between the lines that a row stands below and the row.
MARK = "# ---\n"


@dataclass(frozen=True)
class Rewritten:
    """A row of code before and after; `waits` tells whether it stays as it is on the drop-in."""

    before: str
    after: str
    waits: bool = False


@dataclass(frozen=True)
class Kept:
    """A row of code that is left: what it is listed as, and what to write instead, which may be several."""

    written: str
    listed: list[str]
    instead: list[str]


def rows(heading: str) -> list[list[str]]:
    """Return the rows of the table under a heading."""
    (text,) = [text for name, text in sections(PAGE) if name == heading]
    ((_, *found),) = tables(text)
    return found


def above() -> str:
    """Return the lines that a row stands below, with the mark."""
    (found,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert isinstance(found, str)
    return found + MARK


def rewritten() -> list[Rewritten]:
    """Return the rows of what is rewritten."""
    return [
        Rewritten(code(before), code(before) if after == "as it is" else code(after), drop_in == "waits")
        for before, after, drop_in in rows("What is rewritten")
    ]


def imported() -> list[Rewritten]:
    """Return the rows of the imports, which are programs by themselves."""
    return [Rewritten(code(before), code(after)) for before, after in rows("Imports")]


def kept() -> list[Kept]:
    """Return the rows of what is left."""
    return [
        Kept(code(written), code(listed).splitlines(), instead.split("<br>"))
        for written, listed, instead in rows("What is left")
    ]
