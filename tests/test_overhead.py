"""The arithmetic and the programs of the benchmark of the plugin; nothing is measured here."""

import ast
from pathlib import Path

import pytest

from benchmarks.overhead.__main__ import INSTRUCTIONS, PAGE, TIMES, between
from benchmarks.overhead.instructions import Count, read_count
from benchmarks.overhead.measure import Pair
from benchmarks.overhead.programs import copy_plain, write_dense


@pytest.mark.parametrize(("limit", "within"), [(0.25, True), (0.1, False), (None, True)])
def test_overhead_is_the_median_of_the_rounds(limit: float | None, within: bool) -> None:
    """Each round is compared with itself, so that a slow round weighs no more than others."""
    pair = Pair("dense", "cold", 1, 1, limit, without=[10.0, 20.0, 10.0], plugin=[12.0, 40.0, 11.0])

    assert pair.overhead == pytest.approx(0.2)
    assert pair.seconds == pytest.approx(2.0)
    assert pair.noise == pytest.approx(1.0)
    assert pair.is_within_limit is within


def test_programs_are_what_they_are_called(tmp_path: Path) -> None:
    """The dense one uses promises in every module, the other one in none."""
    program = write_dense(tmp_path, modules=3)
    plain = copy_plain(tmp_path)
    dense = sorted((tmp_path / program.target).glob("module_*.py"))

    assert len(dense) == program.files == 3
    assert sum(len(file.read_text().splitlines()) for file in dense) == program.lines
    assert all("Promise" in ast.dump(ast.parse(file.read_text())) for file in dense)
    assert plain.files > 100
    assert plain.lines > 10_000
    assert not any(b"import Promise" in file.read_bytes() for file in (tmp_path / plain.target).rglob("*.py"))


def test_count_is_read_from_what_valgrind_says() -> None:
    """Its line has the process in front and commas in the number; without the line there is no count."""
    assert read_count("==12== \n==12== I refs:        28,999,518,077\n") == 29_000
    with pytest.raises(RuntimeError, match="told no count"):
        read_count("valgrind: failed to start tool")


@pytest.mark.parametrize(("plugin", "within"), [(103, True), (104, False)])
def test_count_is_held_to_the_limit(plugin: int, within: bool) -> None:
    """A count does not depend on the machine's load, so the limit is a limit."""
    assert Count("none", 1, 1, 0.03, without=100, plugin=plugin).is_within_limit is within


def test_table_stands_between_its_marks() -> None:
    """What stood there goes, what stands around stays, and a page without the marks is refused."""
    assert between("a\n<!-- x -->\nold\n<!-- /x -->\nb\n", ("<!-- x -->", "<!-- /x -->"), ["new"]) == (
        "a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n"
    )
    with pytest.raises(ValueError, match="has not the marks"):
        between("a", ("<!-- x -->", "<!-- /x -->"), [])


@pytest.mark.parametrize("marks", [TIMES, INSTRUCTIONS])
def test_page_has_the_marks(marks: tuple[str, str]) -> None:
    """After minutes of measuring there is a place for the table."""
    assert "a row" in between(PAGE.read_text(encoding="utf-8"), marks, ["a row"])
