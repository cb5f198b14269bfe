"""The arithmetic, the programs and the verdicts of the benchmark of the type checkers; nothing is measured here."""

import ast

import pytest

from benchmarks.checking.checkers import failure
from benchmarks.checking.measure import Cost
from benchmarks.checking.programs import CANARY, NESTED, SHAPES, SPLIT
from benchmarks.checking.report import inserted
from benchmarks.checking.targets import steps, verdicts

PROGRAM = f"r = p.then(f)\n{CANARY}r\n"


@pytest.mark.parametrize(
    ("returncode", "output", "why"),
    [
        (1, "program.py:2: error: Incompatible types in assignment\n", None),
        (0, "Success: no issues found\n", "the result has no type"),
        (1, "program.py:1:5 - error: Maximum parse depth exceeded\nprogram.py:2:1 - error: no\n", "parse depth"),
        (2, "mypy: INTERNAL\nsegmentation\n", "exit code 2: segmentation"),
        (137, "", "over"),
        (-24, "", "over"),
    ],
)
def test_run_without_a_whole_check_is_a_failure(returncode: int, output: str, why: str | None) -> None:
    """A cheap run counts only if the checker has read all of the program and has a type for the result."""
    found = failure(returncode, output, PROGRAM, CANARY)

    assert found is None if why is None else why in str(found)


def test_each_program_is_python_with_one_canary() -> None:
    """Program and base differ in their chains only, and end in the same intended error."""
    for made in SHAPES:
        program, base = made.program(made.sizes[0], "typedpromise"), made.base(made.sizes[0], "typedpromise")
        assert program.count(CANARY) == base.count(CANARY) == 1
        assert ".then(" in program
        assert ".then(" not in base
        ast.parse(program)


def test_split_chain_has_as_many_links_as_it_says() -> None:
    """Statements change how deep a parser goes, not how many links there are."""
    assert SPLIT.program(800, "typedpromise").count(".then(") == 800


def _cost(size: int, above: float, unit: str = "M instructions", failure: str | None = None) -> Cost:
    assert unit in ("M instructions", "s")
    return Cost("mypy", "typedpromise", NESTED.name, size, 1.0, 1.0 + above, unit, failure)


def test_levels_are_judged_by_instructions() -> None:
    """Where there are counts, seconds are left out; a level above three times the one before breaks the target."""
    good = [_cost(3, 10.0), _cost(4, 29.0), _cost(4, 99.0, "s")]
    bad = [*good[:2], _cost(5, 90.0)]

    assert steps(good[:2]) == pytest.approx([2.9])
    assert [v.is_met for v in verdicts(good) if "level" in v.target] == [True]
    assert [v.is_met for v in verdicts(bad) if "level" in v.target] == [False]


def test_page_says_what_failed() -> None:
    """A failure stands in the table in place of a time."""
    page = inserted(
        "a\n<!-- costs: written by `make bench-checking` -->\nold\n<!-- /costs -->\nb\n",
        [_cost(1, 0.5, "s"), _cost(2, 0.0, "s", "Maximum parse depth exceeded")],
        "Measured once.",
    )

    assert "failed: Maximum parse depth exceeded" in page
    assert "+0.50 s" in page
    assert "old" not in page
    assert page.endswith("<!-- /costs -->\nb\n")
