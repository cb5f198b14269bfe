"""Call something later: on the loop that runs here, or from one thread that keeps the time for all others."""

from __future__ import annotations

import os
import sys
from _thread import allocate_lock, start_new_thread
from time import monotonic

from .boundary import run_thread
from .jobs import current_queue
from .loops import running_loop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, TimerHandle
    from collections.abc import Callable
    from typing import Any

    from typedpromise.schedulers import Scheduler

    from .checks import _Seconds


class Timer:
    """One call that is to come; the first of `cancel` and the time decides."""

    __slots__ = ("_callback", "_handle", "_loop", "_scheduler", "when")

    def __init__(self, when: float, callback: Callable[[], object], scheduler: Scheduler | None) -> None:
        """Take the time (of `time.monotonic`), the call, and the scheduler that is to make it."""
        self.when = when
        self._callback: Callable[[], object] | None = callback
        self._scheduler = scheduler
        # Where a loop, or a scheduler, keeps the time itself.
        self._handle: TimerHandle | None = None
        self._loop: AbstractEventLoop | None = None

    def cancel(self) -> None:
        """Forget the call."""
        self._callback = None
        handle, self._handle = self._handle, None
        if handle is None:
            _clock.note_cancelled()
        elif self._loop is None or running_loop() is self._loop:
            handle.cancel()
        # else it will fire on its loop, and do nothing: an asyncio handle belongs to its loop's thread.

    def fire(self) -> None:
        """Make the call, or have the scheduler make it."""
        callback, self._callback = self._callback, None
        if callback is None:
            return
        if self._scheduler is None:
            callback()
        else:
            self._scheduler.call_soon(callback)

    def __lt__(self, other: Timer) -> bool:
        """Order by time."""
        return self.when < other.when


def call_later(seconds: _Seconds, callback: Callable[[], object]) -> Timer:
    """Have `callback()` called after `seconds`; return the timer, which can be cancelled.

    Inside a running asyncio loop the loop calls it.
    Elsewhere a thread of the library's does, or tells the scheduler in use to; one with a method
    `call_later(seconds, callback)` of its own keeps its own time.
    """
    scheduler = current_queue().scheduler
    loop = running_loop()
    host = loop if scheduler is None else scheduler
    # Any: a loop, or a scheduler with a method `call_later` as a loop has it.
    own_call_later: Any = getattr(host, "call_later", None)
    if own_call_later is not None:
        timer = Timer(0.0, callback, None)
        timer._loop = loop
        timer._handle = own_call_later(seconds, timer.fire)
        return timer
    timer = Timer(monotonic() + seconds, callback, scheduler)
    _clock.add(timer)
    return timer


class Clock:
    """The thread that keeps the time; it starts with the first timer and ends when there is none."""

    __slots__ = ("_cancelled", "_lock", "_running", "_timers", "_wakeup")

    def __init__(self) -> None:
        """Start with no timer and no thread."""
        self._lock = allocate_lock()
        self._timers: list[Timer] = []
        self._running = False
        self._cancelled = 0
        # Held while the thread may sleep; released to wake it before its time.
        self._wakeup = allocate_lock()
        self._wakeup.acquire()

    def add(self, timer: Timer) -> None:
        """Keep `timer` until its time."""
        from heapq import heappush

        with self._lock:
            heappush(self._timers, timer)
            if not self._running:
                self._running = True
                start_new_thread(run_thread, (self._run,))
            elif self._timers[0] is timer and self._wakeup.locked():
                self._wakeup.release()

    def note_cancelled(self) -> None:
        """Throw the cancelled timers out when they are the half of all: an hour's time limit mostly ends early."""
        from heapq import heapify

        with self._lock:
            self._cancelled += 1
            if self._cancelled > max(64, len(self._timers) // 2):
                self._timers = [timer for timer in self._timers if timer._callback is not None]
                heapify(self._timers)
                self._cancelled = 0

    def restart_after_fork(self) -> None:
        """Start the thread anew in a child process, which has none of its parent's threads."""
        self._lock = allocate_lock()
        self._wakeup = allocate_lock()
        self._wakeup.acquire()
        self._running = bool(self._timers)
        if self._running:
            start_new_thread(run_thread, (self._run,))

    def _run(self) -> None:
        while True:
            due, wait = self._next()
            if due is not None:
                try:
                    due.fire()
                except BaseException as error:  # noqa: BLE001 - KeyboardInterrupt of a handler: there is no caller to reach
                    sys.excepthook(type(error), error, error.__traceback__)
            elif wait is None:
                return
            else:
                self._wakeup.acquire(timeout=wait)

    def _next(self) -> tuple[Timer | None, float | None]:
        from heapq import heappop

        with self._lock:
            while self._timers and self._timers[0]._callback is None:
                heappop(self._timers)
            if not self._timers:
                self._running = False
                return None, None
            wait = self._timers[0].when - monotonic()
            if wait <= 0:
                return heappop(self._timers), None
            return None, min(wait, 60.0)


_clock = Clock()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_clock.restart_after_fork)
