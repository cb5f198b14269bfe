"""`done`: the end of a chain, where a rejection is reported at once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.hosts import Host
from tests.support.unhandled import Unhandled
from typedpromise import Promise, Resolvers

ERROR = ValueError("boom")


def fail(_value: object) -> None:
    """Raise the one error."""
    raise ERROR


def test_done_returns_nothing(host: Host[Any]) -> None:
    """There is nothing behind the end of a chain."""
    untyped: Any = Promise.resolve(1)

    assert host(lambda: (untyped.done(), untyped.done(str), untyped.done(str, str))) == (None, None, None)


def test_the_handlers_are_called_as_by_then(host: Host[Any]) -> None:
    """Value and reason go to the handlers."""
    log: list[object] = []

    def give() -> None:
        Promise.resolve(1).done(log.append)
        Promise.reject(ERROR).done(None, log.append)

    host(give)

    assert log == [1, ERROR]


@pytest.mark.parametrize("with_handler", [True, False])
def test_a_rejection_left_over_is_reported_once(host: Host[Any], unhandled: Unhandled, *, with_handler: bool) -> None:
    """What no handler took, or the last handler raised, goes to the hook while the promise is still held."""
    kept: list[Promise[int]] = []

    def give() -> None:
        promise: Promise[int] = Promise.resolve(1) if with_handler else Promise.reject(ERROR)
        kept.append(promise)
        promise.done(*[fail] * with_handler)

    host(give)

    assert [report.reason for report in unhandled.reports] == [ERROR]
    assert unhandled.take() == [ERROR]


def test_a_later_rejection_is_reported_when_it_comes(unhandled: Unhandled) -> None:
    """`done()` on a pending promise waits for its outcome."""
    resolvers = Resolvers[int]()
    resolvers.promise.done()
    assert unhandled.take() == []

    resolvers.reject(ERROR)

    assert unhandled.take() == [ERROR]


def test_a_value_ends_in_silence(host: Host[Any]) -> None:
    """A fulfilled chain reports nothing."""
    host(lambda: Promise.resolve(1).then(str).done())
