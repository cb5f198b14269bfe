"""Handlers at once, as in 2.3, also inside a running event loop; trampolined, in order."""

from __future__ import annotations

from typedpromise._core import jobs
from typedpromise._core.loops import running_loop

from .async_ import async_instance


def run_jobs() -> None:
    """Run the jobs of this thread, unless a drain does so already or a scheduler has been put in place.

    Without a loop the core has done it when the outermost call returned; inside a loop it waits for the next tick,
    but programs of 2.3 look at the result in the next line, and call `get()`.
    Batches of loaders still wait for that tick.
    """
    queue = jobs.current_queue()
    if queue.head is None and not queue.jobs:
        return
    if queue.scheduler is not None or jobs._default.scheduler is not None:
        return
    if queue.active and queue.loop is running_loop() and async_instance.trampoline_enabled:
        return
    while queue.head is not None or queue.jobs:
        queue.run_one()
