"""The pages for newcomers, `docs/coming-from-*.md`, as rows: what is run is what the page shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"

_TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
_CELLS = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"`([^`]*)`")
_HEAD = ["you wrote", "you write", "both come to", "type"]
# The tables of the page for 2.3 that tests/compat and tests/consumers hold to the two libraries.
_ELSEWHERE = [
    ["import of 2.3", "import of the drop-in"],
    ["in `promise` 2.3", "in `typedpromise.compat`"],
    ["test of `promise` 2.3", "with 2.3", "with the drop-in", "because"],
]
_SIDES = re.compile(r"(.*?) there, (.*?) here")


@dataclass(frozen=True)
class Row:
    """A row of "you wrote, you write".

    Attributes:
        page: The page's stem after `coming-from-`.
        section: The heading that the table stands under.
        number: The row's place in the page, from 1.
        old: The code of the left column.
        new: The code of the right column.
        there: What the left column comes to: `` `value` `` or `` raises `Error` ``.
        here: What the right column comes to.
        type: The static type of the right column's last line, or an empty string where the row states none.

    """

    page: str
    section: str
    number: int
    old: str
    new: str
    there: str
    here: str
    type: str

    def __str__(self) -> str:
        """Return a short name, for reports."""
        return f"{self.page}-{self.number}: {self.old.splitlines()[0]}"


def text_of(page: str) -> str:
    """Return the page that is called `coming-from-{page}`."""
    return (DOCS / f"coming-from-{page}.md").read_text(encoding="utf-8")


def programs(page: str) -> list[str]:
    """Return the programs of a page; the first is the imports that its right columns need."""
    return re.findall(r"^```python\n(.*?)^```", text_of(page), re.MULTILINE | re.DOTALL)


def sections(text: str) -> list[tuple[str, str]]:
    """Return every heading of a page, of whatever depth, with the text under it."""
    parts = re.split(r"^#+ (.*)\n", text, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def tables(text: str) -> list[list[list[str]]]:
    """Return the tables of a text; each is a list of rows, the head first, each a list of cells."""
    found = [table.group().splitlines() for table in _TABLE.finditer(text)]
    return [[_cells(line) for line in [lines[0], *lines[2:]]] for lines in found]


def table(page: str, heading: str) -> list[list[str]]:
    """Return the rows of the table under a heading, without its head."""
    (found,) = [tables(text) for name, text in sections(text_of(page)) if name == heading]
    return found[0][1:]


def rows(page: str) -> list[Row]:
    """Return the rows of all "you wrote, you write" of a page."""
    found: list[Row] = []
    for section, text in sections(text_of(page)):
        for head, *body in tables(text):
            if head in _ELSEWHERE:
                continue
            assert head == _HEAD, f"a table under {section!r} has the columns {head}, which no test runs"
            for old, new, comes_to, kind in body:
                there, here = _both(comes_to)
                number = len(found) + 1
                found.append(Row(page, section, number, code(old), code(new), there, here, code(kind)))
    return found


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELLS.split(line)[1:-1]]


def code(cell: str) -> str:
    """Return the lines of code of a cell: a span each, with `<br>` between them."""
    return "\n".join(_CODE.findall(cell))


def _both(cell: str) -> tuple[str, str]:
    apart = _SIDES.fullmatch(cell)
    return (apart[1], apart[2]) if apart else (cell, cell)
