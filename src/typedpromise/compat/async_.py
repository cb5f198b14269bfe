"""`Async`: the switch and the queue that `promise.async_instance` was."""

from __future__ import annotations

from _thread import _local

from typedpromise._core.jobs import current_queue
from typedpromise._core.reaction import Reaction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from typedpromise._core.jobs import JobQueue

    # Any: a `Promise` of ours, whose typed face does not show that it is a Cell.
    _Promise: TypeAlias = Any


__all__ = ["Async"]


class Async(_local):
    """The job queue of the calling thread, by the names of 2.3.

    Attributes:
        trampoline_enabled: Whether handlers wait until the one that runs has returned; for each thread.

    """

    __module__ = "typedpromise.compat.async_"

    def __init__(self, trampoline_enabled: bool = True) -> None:  # noqa: FBT001, FBT002 - as in 2.3
        """Begin with the trampoline as told."""
        self.trampoline_enabled: bool = trampoline_enabled

    def enable_trampoline(self) -> None:
        """Let handlers wait until the one that runs has returned, which is how it begins."""
        self.trampoline_enabled = True

    def disable_trampoline(self) -> None:
        """Run handlers inside `then` and `do_resolve` even where these are called by a handler."""
        self.trampoline_enabled = False

    def have_items_queued(self) -> bool:
        """Whether jobs wait in the queue of this thread."""
        queue = current_queue()
        return queue.ready() > 0

    def invoke(self, fn: Callable[[], object], scheduler: Any = None) -> None:
        """Call `fn()` as a job: before this returns, unless a job runs or a scheduler decides.

        Args:
            fn: A function.
            scheduler: Where it is to run, if not where jobs run by default.

        """
        from ._hosts import call_of
        from ._jobs import run_jobs

        call = call_of(scheduler)
        if call is not None:
            call(fn)
            return
        queue = current_queue()
        queue.jobs.append(Call(fn))
        queue.wake()
        run_jobs()

    def drain_queues(self) -> None:
        """Run the jobs of this thread until none is left, the batches of loaders too."""
        current_queue().drain()

    def wait(self, promise: _Promise, timeout: float | None = None) -> None:
        """Wait until `promise` has settled, as `Promise.wait` does."""
        promise.wait(timeout)


class Call(Reaction):
    """A function as a job."""

    __slots__ = ("_fn",)

    def __init__(self, fn: Callable[[], object]) -> None:
        """Take the function."""
        self._fn = fn

    def _run(self, queue: JobQueue) -> None:  # noqa: ARG002 - as in the core
        self._fn()


async_instance: Async = Async()
