"""`ImmediateScheduler`: jobs run before the outermost library call returns, also inside an event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from typedpromise import Promise, Resolvers
from typedpromise.schedulers import ImmediateScheduler, use


def plain(body: Callable[[], list[str]]) -> list[str]:
    """Call without a loop."""
    return body()


def inside_a_loop(body: Callable[[], list[str]]) -> list[str]:
    """Call inside a loop."""

    async def main() -> list[str]:
        return body()

    return asyncio.run(main())


every_place = pytest.mark.parametrize("place", [plain, inside_a_loop], ids=lambda place: place.__name__)


@every_place
def test_handlers_run_before_then_returns(place: Callable[[Callable[[], list[str]]], list[str]]) -> None:
    """`then` on a settled promise, and `resolve`, come back when the handlers have run."""

    def body() -> list[str]:
        log: list[str] = []
        with use(ImmediateScheduler()):
            Promise.resolve("then").then(log.append)
            log.append("after then")
            resolvers = Resolvers[str]()
            resolvers.promise.then(log.append)
            resolvers.resolve("resolve")
            log.append("after resolve")
        return log

    assert place(body) == ["then", "after then", "resolve", "after resolve"]


@every_place
def test_handlers_are_trampolined(place: Callable[[Callable[[], list[str]]], list[str]]) -> None:
    """Inside a handler, an executor or `try_` the jobs wait until it returns."""

    def body() -> list[str]:
        log: list[str] = []

        def work(*_arguments: object) -> None:
            Promise.resolve("inner").then(log.append)
            log.append("outer")

        with use(ImmediateScheduler()):
            Promise.resolve(0).then(work)
            Promise.try_(work)
            Promise[int](work)
        return log

    assert place(body) == ["outer", "inner"] * 3


@every_place
def test_a_long_chain_needs_no_stack(place: Callable[[Callable[[], list[str]]], list[str]]) -> None:
    """A handler that makes the next promise, fifty thousand times over, does not recurse."""

    def body() -> list[str]:
        with use(ImmediateScheduler()):

            def count(value: int) -> Promise[int] | int:
                return Promise.resolve(value - 1).then(count) if value else 0

            return [str(Promise.resolve(50_000).then(count).value)]

    assert place(body) == ["0"]
