"""What every test gets: no unhandled rejection passes unseen, and a choice of hosts to run jobs under."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from typing import TypeAlias, TypeVar

import pytest
from typedpromise import UnhandledRejection, set_unhandled_rejection_hook
from typedpromise._core.jobs import current_queue
from typedpromise.schedulers import DeferredScheduler, use

T = TypeVar("T")
# Calls a function and runs every job that comes of it; returns what the function returned.
Host: TypeAlias = Callable[[Callable[[], T]], T]

# Enough turns of the loop for any test here; a turn without anything to do costs a microsecond.
TURNS = 50


class Unhandled:
    """The unhandled rejections that were reported during a test."""

    def __init__(self) -> None:
        """Start with none."""
        self.reports: list[UnhandledRejection] = []

    def take(self) -> list[BaseException]:
        """Return the reasons reported so far, in order: the test has asked for them, so it does not fail."""
        current_queue().report_unhandled()
        gc.collect()
        reasons = [report.reason for report in self.reports]
        self.reports.clear()
        return reasons


@pytest.fixture(autouse=True)
def unhandled() -> Iterator[Unhandled]:
    """Fail the test where a rejection was reported as unhandled that it did not `take()`."""
    seen = Unhandled()
    before = set_unhandled_rejection_hook(lambda _rejection: None)
    gc.collect()  # what an earlier test left behind is not this one's
    set_unhandled_rejection_hook(seen.reports.append)
    yield seen
    left = seen.take()
    set_unhandled_rejection_hook(before)
    if left:
        pytest.fail(f"reported as unhandled, and the test did not ask for it: {left!r}")


def _without_loop(body: Callable[[], T]) -> T:
    return body()


def _deferred(body: Callable[[], T]) -> T:
    scheduler = DeferredScheduler()
    with use(scheduler):
        result = body()
        scheduler.run()
    return result


def _asyncio(body: Callable[[], T]) -> T:
    async def main() -> T:
        result = body()
        for _ in range(TURNS):
            await asyncio.sleep(0)
        return result

    return asyncio.run(main())


@pytest.fixture(params=[_without_loop, _deferred, _asyncio], ids=["without a loop", "deferred", "asyncio"])
def host(request: pytest.FixtureRequest) -> Host[T]:
    """Each of the hosts in turn, for what holds wherever jobs run."""
    chosen: Host[T] = request.param
    return chosen
