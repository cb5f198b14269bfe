"""A program of its own, because Twisted has one reactor a process: runs rows from stdin, prints what they come to."""

from __future__ import annotations

import asyncio
import inspect
import json
import sys
from collections.abc import Generator
from typing import Any

from twisted.internet import asyncioreactor
from twisted.internet.defer import Deferred, ensureDeferred, inlineCallbacks
from twisted.internet.task import react

from tests.docs.outcomes import SECONDS, evaluate, of_error, of_value, world


def as_deferred(value: Any) -> Deferred[Any] | None:
    """Return what stands for a value that has to be waited for."""
    if inspect.iscoroutine(value):
        return ensureDeferred(value)
    if isinstance(value, asyncio.Future):
        return Deferred.fromFuture(value)
    return value if isinstance(value, Deferred) else None


@inlineCallbacks
def outcome(code: str, reactor: Any) -> Generator[Deferred[Any], Any, str]:
    """Return what a row comes to."""
    try:
        value = evaluate(code, world("of_twisted"))
        while (deferred := as_deferred(value)) is not None:
            value = yield deferred.addTimeout(SECONDS, reactor)
    except Exception as error:  # noqa: BLE001 - what the row comes to
        return of_error(error)
    return of_value(value)


@inlineCallbacks
def run_rows(reactor: Any) -> Generator[Deferred[Any], Any, None]:
    """Run all rows, one after the other."""
    outcomes: list[str] = []
    for code in json.load(sys.stdin):
        outcomes.append((yield outcome(code, reactor)))  # noqa: PERF401 - a comprehension cannot yield
    json.dump(outcomes, sys.stdout)


def main() -> None:
    """Run on the reactor that shares a loop with asyncio, for `asFuture` and `fromFuture`."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    asyncioreactor.install(loop)
    react(run_rows)


if __name__ == "__main__":
    main()
