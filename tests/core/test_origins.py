"""Where a promise was made is kept while somebody asks for it, and asking changes nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.hosts import Host
from tests.support.unhandled import Unhandled
from typedpromise import Promise, Resolvers, track_origins

ERROR = ValueError("boom")


@pytest.fixture(autouse=True)
def _tracked() -> Iterator[None]:
    before = track_origins()
    yield
    track_origins(before)


class Thenable:
    """A foreign promise."""

    def then(self, resolve: Any, _reject: object) -> None:
        """Resolve at once."""
        resolve(1)


class Unhashable(Promise[int]):
    """A subclass that compares by value, and so has no hash."""

    def __eq__(self, other: object) -> bool:
        """Compare."""
        return isinstance(other, Unhashable)

    __hash__ = None  # type: ignore[assignment]


def test_everything_still_works(host: Host[Any]) -> None:
    """Promises that the library makes for itself, and those without a hash, are tracked or left out, never refused."""
    promises = host(
        lambda: [
            Promise.resolve(1).finally_(lambda: Promise.resolve(2)),
            Promise.resolve(1).finally_(lambda: Promise.reject(ERROR)),
            Promise.all([Thenable(), Promise.resolve(2)]),
            Unhashable(lambda resolve, reject: resolve(1)),
        ]
    )

    assert [promise.state for promise in promises] == ["fulfilled", "rejected", "fulfilled", "fulfilled"]
    assert promises[2].value == [1, 2]


def test_a_report_tells_the_line_of_the_promise(unhandled: Unhandled) -> None:
    """An unhandled rejection names file, line and function that made the promise."""
    resolvers = Resolvers[int]()
    resolvers.reject(ERROR)
    del resolvers

    [report] = unhandled.reports
    assert unhandled.take() == [ERROR]
    place, _, function = str(report.origin).partition(" in ")
    assert place.partition(":")[0] == __file__
    assert function == "test_a_report_tells_the_line_of_the_promise"


def test_a_promise_without_a_hash_is_reported_without_a_place(unhandled: Unhandled) -> None:
    """What cannot be kept in a table has no origin, and is reported all the same."""
    promise = Unhashable(lambda resolve, reject: reject(ERROR))
    del promise

    [report] = unhandled.reports
    assert unhandled.take() == [ERROR]
    assert report.origin is None


def test_switching_it_off_forgets() -> None:
    """`track_origins(False)` says that it was on, and off it says that it was off."""
    assert track_origins(False) is True
    assert track_origins(False) is False
    assert track_origins() is False
