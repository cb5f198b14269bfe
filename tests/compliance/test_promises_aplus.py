"""The 872 tests of promises-aplus-tests, under each host; one pytest test a clause, as the suite has one file."""

import pytest

from .suite import Report

TESTS_BY_CLAUSE = {
    "2.1.2": 6,
    "2.1.3": 6,
    "2.2.1": 20,
    "2.2.2": 11,
    "2.2.3": 11,
    "2.2.4": 16,
    "2.2.5": 4,
    "2.2.6": 30,
    "2.2.7": 104,
    "2.3.1": 2,
    "2.3.2": 10,
    "2.3.3": 610,
    "2.3.4": 42,
}


@pytest.mark.parametrize("clause", TESTS_BY_CLAUSE)
def test_clause(report: Report, clause: str) -> None:
    """Every test of the clause was there and passed."""
    part = report.of(clause)
    if part.failed:
        pytest.fail("\n\n".join([f"clause {clause}: {part}", *map(str, part.failed)]), pytrace=False)

    assert part.passed == TESTS_BY_CLAUSE[clause]


def test_total(report: Report) -> None:
    """All 872 tests passed, and there were no others."""
    counts = (report.passed, len(report.results), sum(TESTS_BY_CLAUSE.values()))

    assert counts == (872, 872, 872)
