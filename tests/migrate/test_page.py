"""`docs/migrate.md`, row by row: the code of each table in one run of the real migration."""

from __future__ import annotations

from pathlib import Path

import pytest

from typedpromise.migrate.migration import Migrated

from . import page
from .lead import LEADS
from .page import Kept, Rewritten
from .runs import migrate
from .special import FILES, Laid, laid

REWRITTEN, IMPORTED, KEPT = page.rewritten(), page.imported(), page.kept()
# What not even the drop-in serves stands last.
NOT_SERVED = 3


@pytest.fixture(autouse=True)
def unhandled() -> None:
    """Stand in for the fixture that collects garbage around every test: these tests make no promises."""


class Ran:
    """Programs by name, migrated together."""

    def __init__(self, folder: Path, programs: dict[str, str]) -> None:
        """Write them, and migrate the folder."""
        folder.mkdir()
        self.folder = folder
        for name, text in programs.items():
            (folder / f"{name}.py").write_text(text)
        self.result: Migrated = migrate(folder)

    def text(self, name: str) -> str:
        """Return a program as it is now."""
        return (self.folder / f"{name}.py").read_text()


def programs(rows: list[Rewritten] | list[Kept]) -> dict[str, str]:
    """Return a program for each row: the page's lines, and the row below them."""
    codes = [row.before if isinstance(row, Rewritten) else row.written for row in rows]
    return {f"row_{number}": f"{page.above()}{code}\n" for number, code in enumerate(codes)}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """What is rewritten, and the imports: nothing is left."""
    imports = {f"imports_{number}": f"{row.before}\n" for number, row in enumerate(IMPORTED)}
    return Ran(tmp_path_factory.mktemp("page") / "own", programs(REWRITTEN) | imports)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """What is rewritten, with a program beside it that is held to the drop-in."""
    beside = {"held": f"{page.above()}one.value\n"}
    return Ran(tmp_path_factory.mktemp("page") / "held", programs(REWRITTEN) | beside)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """What is left."""
    return Ran(tmp_path_factory.mktemp("page") / "left", programs(KEPT))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """Files of every kind, migrated as they are named on the page."""
    return laid(tmp_path_factory.mktemp("files"))


def test_there_are_rows() -> None:
    """The tables are found, with all their rows."""
    assert (len(REWRITTEN), len(IMPORTED), len(KEPT)) == (34, 11, 52)


@pytest.mark.parametrize("number", range(len(REWRITTEN)), ids=lambda number: REWRITTEN[number].before)
def test_code_comes_out_as_the_page_says(own: Ran, held: Ran, number: int) -> None:
    """A row is rewritten to what stands beside it; held to the drop-in, it is so too, or waits."""
    row = REWRITTEN[number]

    assert own.text(f"row_{number}").split(page.MARK)[1] == f"{row.after}\n"
    wanted = row.before if row.waits else row.after
    assert held.text(f"row_{number}").split(page.MARK)[1] == f"{wanted}\n"


@pytest.mark.parametrize("number", range(len(IMPORTED)), ids=lambda number: IMPORTED[number].before)
def test_imports_come_out_as_the_page_says(own: Ran, number: int) -> None:
    """A program of imports is rewritten to what stands beside it, as a whole."""
    assert own.text(f"imports_{number}") == f"{IMPORTED[number].after}\n"


def test_nothing_else_is_said_of_what_is_rewritten(own: Ran, held: Ran) -> None:
    """No place is left and no message is new, but for the one that holds the second run to the drop-in."""
    assert (own.result.target, own.result.left, own.result.new) == ("typedpromise", {}, [])
    assert held.result.target == "typedpromise.compat"
    assert list(held.result.left) == [str(held.folder / "held.py")]


@pytest.mark.parametrize("number", range(len(KEPT)), ids=lambda number: KEPT[number].written)
def test_what_is_left_is_listed_as_the_page_says(left: Ran, number: int) -> None:
    """A row is listed by the page's words, and nothing but its imports changes, if the drop-in serves it."""
    row = KEPT[number]
    places = left.result.left[str(left.folder / f"row_{number}.py")]

    assert [place.what for place in places] == row.listed
    assert [place.write.removeprefix("write ") for place in places] == row.instead
    is_served = number < len(KEPT) - NOT_SERVED
    assert all(place.served for place in places) is is_served
    wanted = "from typedpromise.compat import Promise" if is_served else "from promise import Promise"
    assert left.text(f"row_{number}").splitlines()[1].startswith(wanted)


def test_every_way_the_imports_lead_has_a_test() -> None:
    """The table and the tests name the same programs."""
    assert [row[0] for row in page.rows("Where the imports lead")] == list(LEADS)


@pytest.mark.parametrize("program", LEADS)
def test_the_imports_lead_where_the_page_says(program: str, tmp_path: Path) -> None:
    """A program of that kind is migrated, and its imports lead there."""
    LEADS[program](tmp_path)


def test_every_kind_of_file_has_a_test() -> None:
    """The table and the tests name the same kinds."""
    assert [row[0] for row in page.rows("Files")] == list(FILES)


@pytest.mark.parametrize("kind", FILES)
def test_a_file_becomes_what_the_page_says(files: Laid, kind: str) -> None:
    """A file of that kind is what the row says after the run."""
    FILES[kind](files)
