"""Wait as 2.3 does: also inside a running event loop, which then stands still."""

from __future__ import annotations

from _thread import TIMEOUT_MAX
from time import monotonic

from typedpromise._core.cell import root_of
from typedpromise._core.jobs import current_queue
from typedpromise._core.loops import running_loop
from typedpromise._core.states import FULFILLED
from typedpromise._core.waiting import _block, checked_timeout, wait_for
from typedpromise.errors import PromiseTimeoutError

from .schedulers.asyncio import AsyncioScheduler
from .schedulers.immediate import ImmediateScheduler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    # Any: a `Promise` of ours, whose typed face does not show that it is a Cell.
    _Promise: TypeAlias = Any


def wait_until_settled(promise: _Promise, timeout: float | None) -> bool:
    """Wait until `promise` has settled, running this thread's jobs meanwhile; return False when time is up.

    Raises:
        BlockingGetError: The promise is pending, and handlers run on the loop that this would stop.

    """
    checked_timeout(timeout)
    if root_of(promise)._state >= FULFILLED:
        return True
    deadline = None if timeout is None else monotonic() + min(timeout, TIMEOUT_MAX)
    if _run_until_settled(promise, deadline):
        return True
    scheduler = promise.scheduler
    if isinstance(scheduler, AsyncioScheduler) or (
        isinstance(scheduler, ImmediateScheduler) and running_loop() is None
    ):
        return wait_for(promise, _left(deadline))
    if isinstance(scheduler, ImmediateScheduler) or not callable(getattr(scheduler, "wait", None)):
        # A thread may settle it: notebooks run inside a loop, and their programs wait for downloads.
        return _block(promise, deadline)
    # A scheduler that has a way of its own to wait, e.g. for green threads.
    scheduler.wait(promise, _left(deadline))
    return root_of(promise)._state >= FULFILLED


def _left(deadline: float | None) -> float | None:
    return None if deadline is None else max(deadline - monotonic(), 0.0)


def _run_until_settled(promise: _Promise, deadline: float | None) -> bool:
    queue = current_queue()
    # These run whatever the time, so that 0 means: as far as it goes without waiting.
    ready = queue.ready()
    while (ready > 0 or deadline is None or monotonic() < deadline) and queue.run_one():
        if root_of(promise)._state >= FULFILLED:
            return True
        ready -= 1
    return False


def wait_by_lock(promise: _Promise, timeout: float | None, scheduler: str) -> None:
    """Block the thread until `promise` has settled: what the `wait` of a scheduler of 2.3 does.

    Raises:
        PromiseTimeoutError: Time is up.

    """
    deadline = None if timeout is None else monotonic() + min(timeout, TIMEOUT_MAX)
    if not _run_until_settled(promise, deadline) and not _block(promise, deadline):
        raise timed_out(promise, timeout, f"{scheduler}.wait()")


def timed_out(promise: _Promise, timeout: float | None, method: str) -> PromiseTimeoutError:
    """Return the error of a wait that was too short."""
    return PromiseTimeoutError(
        f"{promise!r} did not settle within {timeout} seconds: "
        f"give {method} more time, or look at is_pending and use then()"
    )
