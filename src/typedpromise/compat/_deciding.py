"""Decide a promise: the functions that an executor gets, and who may call them."""

from __future__ import annotations

from typedpromise._core.adoption import ResolvingFunctions, resolve
from typedpromise._core.boundary import call
from typedpromise._core.cell import Cell
from typedpromise._core.failures import as_reason, ends_the_program, reject_with
from typedpromise._core.jobs import current_queue, set_thread_scheduler
from typedpromise._core.settlement import settle
from typedpromise._core.states import REJECTED

from ._hosts import host_of
from ._jobs import run_jobs
from ._thenables import admitted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Any, TypeAlias

    # Any: a `Promise` of ours, whose typed face does not show that it is a Cell.
    _Promise: TypeAlias = Any


def decide(promise: _Promise, value: object) -> None:
    """Resolve `promise`, whose fate is the caller's, with `value`."""
    _with_scheduler(promise, lambda: resolve(promise, admitted(value), None))


def decide_against(promise: _Promise, reason: BaseException, traceback: TracebackType | None) -> None:
    """Reject `promise`, whose fate is the caller's, with `reason`."""
    if traceback is not None:
        BaseException.with_traceback(reason, traceback)
    _with_scheduler(promise, lambda: settle(promise, REJECTED, reason, None))


def _with_scheduler(promise: _Promise, settling: Callable[[], None]) -> None:
    """Settle, and run the handlers where the scheduler of the promise says."""
    scheduler = promise._scheduler
    if scheduler is None:
        settling()
        run_jobs()
        return
    before = set_thread_scheduler(host_of(scheduler))
    try:
        settling()
    finally:
        set_thread_scheduler(before)


class Settling(ResolvingFunctions):
    """What an executor gets: the first call of either counts, of these and of `do_resolve` and `do_reject`."""

    __slots__ = ()

    def take(self) -> Cell | None:
        """Return the promise to the first who asks, and None after."""
        promise = super().take()
        # The promise itself says whether it is decided: it has methods that decide it too.
        return promise if promise is not None and promise._take() else None  # type: ignore[attr-defined] # it is ours

    def resolve(self, value: object = None) -> None:
        """Resolve the promise with a value, promise, coroutine or future; from any thread."""
        promise = self.take()
        if promise is not None:
            decide(promise, value)

    def reject(self, reason: BaseException, traceback: TracebackType | None = None) -> None:
        """Reject the promise with an exception; from any thread.

        Args:
            reason: The exception.
            traceback: The one it is to have, if not its own.

        Raises:
            TypeError: `reason` is not an exception.

        """
        error = as_reason(reason, "reject()")
        promise = self.take()
        if promise is not None:
            decide_against(promise, error, traceback)


def execute(settling: Settling, executor: Callable[..., object]) -> None:
    """Call `executor(resolve, reject)`; what it raises rejects the promise. As the core's constructor does."""
    queue = current_queue()
    outermost = queue.enter()
    try:
        call(executor, settling.resolve, settling.reject)
    except BaseException as error:
        promise = settling.take()
        if promise is not None:
            reject_with(promise, error, None)
        del promise
        if ends_the_program(error):
            raise
    finally:
        if outermost:
            queue.leave()
