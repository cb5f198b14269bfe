"""The suite, run by this harness, fails a library that is wrong."""

import pytest

from . import suite, wrong
from .hosts import QueueHost
from .library import Library, TypedPromise


@pytest.mark.parametrize(
    ("library", "clauses"),
    [
        (wrong.HandlersBeforeThenReturns(), {"2.2.4", "2.2.6", "2.3.1"}),
        (wrong.ThenReadTwice(), {"2.3.3"}),
        (wrong.HandlerNotIgnored(), {"2.2.1", "2.2.7"}),
        (wrong.ReasonReplaced(), {"2.2.3", "2.2.6", "2.2.7", "2.3.2", "2.3.3"}),
    ],
    ids=lambda value: "-".join(sorted(value)) if isinstance(value, set) else type(value).__name__,
)
def test_broken_clause_is_noticed(library: Library, clauses: set[str]) -> None:
    """A library that breaks a clause fails tests of the clauses that rest on it, and of no other."""
    report = suite.run(library, QueueHost())

    assert len(report.results) == 872
    assert report.failed_clauses == clauses


def test_promise_2_3() -> None:
    """PyPI `promise` 2.3 on a real queue passes all but the tests with a foreign thenable: 276 of 872."""
    report = suite.run(wrong.OldPromise(), QueueHost())

    assert (report.passed, report.failed_clauses) == (276, {"2.3.3"})


def test_host_that_does_not_defer() -> None:
    """With neither a loop nor a scheduler handlers run before `then` returns, which A+ forbids: it is not claimed."""
    host = QueueHost()
    host.scheduler = None
    report = suite.run(TypedPromise(), host)

    assert report.failed_clauses == {"2.2.2", "2.2.3", "2.2.4", "2.2.6", "2.3.1"}
