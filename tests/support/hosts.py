"""The hosts that run jobs, each as a function that calls a body and then runs every job that comes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeAlias, TypeVar

from typedpromise import Promise
from typedpromise.schedulers import DeferredScheduler, use

T = TypeVar("T")
# Returns what the body returned.
Host: TypeAlias = Callable[[Callable[[], T]], T]

# Enough turns of the loop for any test here; a turn without anything to do costs a microsecond.
TURNS = 50


def watched(result: T) -> T:
    """Return `result` after a look at the promises in it: a test looks at their reasons later."""
    for promise in result if isinstance(result, list | tuple) else [result]:
        if isinstance(promise, Promise):
            promise.catch(BaseException, lambda _error: None)
    return result


def without_a_loop(body: Callable[[], T]) -> T:
    """Run jobs as they come."""
    return watched(body())


def deferred(body: Callable[[], T]) -> T:
    """Run jobs after the body, from the bottom of the stack."""
    scheduler = DeferredScheduler()
    with use(scheduler):
        result = watched(body())
        scheduler.run()
    return result


def under_asyncio(body: Callable[[], T]) -> T:
    """Run body and jobs inside an event loop."""

    async def main() -> T:
        result = watched(body())
        await turns()
        return result

    return asyncio.run(main())


async def turns() -> None:
    """Let the loop do what it has to do."""
    for _ in range(TURNS):
        await asyncio.sleep(0)


HOSTS = [without_a_loop, deferred, under_asyncio]
