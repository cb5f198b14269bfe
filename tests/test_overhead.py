"""The arithmetic and the programs of the benchmark of the plugin; nothing is measured here."""

import ast
from pathlib import Path

import pytest

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
    name, files, lines = write_dense(tmp_path, modules=3)
    plain, many, more = copy_plain(tmp_path)
    dense = sorted((tmp_path / name).glob("module_*.py"))

    assert len(dense) == files == 3
    assert sum(len(file.read_text().splitlines()) for file in dense) == lines
    assert all("Promise" in ast.dump(ast.parse(file.read_text())) for file in dense)
    assert many > 100
    assert more > 10_000
    assert not any(b"import Promise" in file.read_bytes() for file in (tmp_path / plain).rglob("*.py"))
