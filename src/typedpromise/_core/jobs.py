"""The job queue: one a thread, first in first out, drained by whoever hosts it.

With no event loop the outermost library call on the thread drains before it returns, so handlers are trampolined:
order and depth are as in a loop.
Inside a running asyncio loop one `call_soon` is asked for a whole drain, so handlers never run inside `then` or
`resolve` (Promises/A+ 2.2.4).
A scheduler put in place by `typedpromise.schedulers` is asked instead of either.
"""

from __future__ import annotations

import sys
from _thread import _local, get_ident

from .boundary import call, drains, executes
from .loops import asyncio_, running_loop
from .native import deque
from .unhandled import UnhandledCheck

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable
    from contextvars import Context
    from typing import Final

    from typedpromise.schedulers import Scheduler

    from .boundary import _Drains, _ExecutorCalls
    from .cell import Cell
    from .reaction import Reaction
    from .unhandled import RejectionGuard


class JobQueue:
    """The jobs of one thread and the host that has promised to drain them."""

    __slots__ = (
        "active",
        "empty_context",
        "guards",
        "head",
        "host",
        "jobs",
        "last",
        "loop",
        "one_by_one",
        "put",
        "scheduler",
        "spare_drains",
        "spare_executes",
        "take",
        "thread",
    )

    def __init__(self) -> None:
        """Make the queue of the calling thread."""
        # `_thread.get_ident()`, until the thread has ended.
        self.thread = 0
        # The oldest job, where it was put in while no other waited and is a link made by `then` on a fulfilled promise.
        # Most drains have one such job at a time, and a deque costs it two calls. All other jobs go into `jobs`.
        self.head: Cell | None = None
        # The jobs behind it, oldest first.
        self.jobs: deque[Reaction] = deque()
        self.put: Callable[[Reaction], None] = self.jobs.append
        self.take: Callable[[], Reaction] = self.jobs.popleft
        # What waits until no job is left: a loader's batch, which is to be as large as it can be.
        self.last: deque[Reaction] = deque()
        # Rejections of a deferring host without a handler yet, looked at one tick after the drain, oldest first.
        # A list, since whether it is empty is asked after each drain, and of a deque through the interpreter.
        self.guards: list[RejectionGuard] = []
        # Whether a drain, or an executor inside an outermost library call, is on this thread's stack.
        self.active = False
        # Whether a rejection takes a job for each link that passes it on, because something may come in between:
        # the other promises that the same job settles, or the one that `get()` waits for and then runs no more jobs.
        self.one_by_one = False
        # The loop that ran when `active` was set: a nested loop (asyncio.run in a handler) has to drain for itself.
        self.loop: AbstractEventLoop | None = None
        # Who has promised to call `drain`.
        self.host: object = None
        self.scheduler: Scheduler | None = None
        # The generators of boundary.py while they rest; a drain inside a drain finds none and makes another.
        self.spare_drains: _Drains | None = None
        self.spare_executes: _ExecutorCalls | None = None
        # A context that nobody is in and that has no variables, for the next handler that was given none.
        self.empty_context: Context | None = None

    def wake(self) -> None:
        """See to it that the jobs will run: called after code of the user's, not a job, has put one in."""
        ask = asyncio_.get_running_loop
        loop = running_loop() if ask is None else ask()
        if self.active or loop is not None or _default.asked_for:
            self._wake_host(loop)
            return
        if self.head is None and not self.jobs:
            return
        # What `_drain` does, where nothing is in its way; most drains are of one job, and begin here.
        self.active = True
        # <atomic self>
        resting = self.spare_drains
        self.spare_drains = None
        # </atomic>
        left = True
        raised: list[BaseException] | None = None
        try:
            if resting is None:
                resting = drains(self, _machine.run_jobs)
            for raised in resting:  # noqa: B007 - as `next`, without a look-up and a call
                break
            self.spare_drains = resting
            left = raised is not None
        finally:
            self.active = False
            if left or self.guards:
                self._come_back()
        if raised is not None:
            _raise(raised)

    def _wake_host(self, loop: AbstractEventLoop | None) -> None:
        scheduler = self.scheduler
        if scheduler is None:
            scheduler = _default.scheduler
        if scheduler is not None and not is_immediate(scheduler):
            self._promise(scheduler, None)
        elif self.active and loop is self.loop:
            return
        elif loop is not None and scheduler is None:
            self._promise(loop, loop)
        elif self.head is not None or self.jobs:
            self._drain(loop, here=True)

    def _promise(self, host: Scheduler | AbstractEventLoop, loop: AbstractEventLoop | None) -> None:
        # `loop` is the host, if that is one.
        # By identity: a loop that was closed before it drained must not hold back the next one.
        if self.host is not host:
            self.host = host
            try:
                if loop is None:
                    host.call_soon(self.drain)
                else:
                    loop.call_soon(self._drain_in, loop)
            except BaseException:  # it has promised nothing, e.g. because its loop is closed
                self.host = None
                raise

    def defers(self) -> bool:
        """Whether jobs wait for a host's tick instead of running before the library call returns."""
        scheduler = self.scheduler
        if scheduler is None:
            scheduler = _default.scheduler
        if scheduler is not None:
            return not is_immediate(scheduler)
        return running_loop() is not None

    def ready(self) -> int:
        """Return how many jobs wait."""
        return len(self.jobs) + len(self.last) + (self.head is not None)

    def put_last(self, job: Reaction) -> None:
        """Have `job` run when no other is left: on the host's tick, at the end of a drain, or when somebody waits.

        Without a host that defers this alone starts no drain, so that several may be put in from the top level.
        """
        self.last.append(job)
        if self.defers():
            self.wake()

    def execute(self, executor: Callable[..., object], resolve: object, reject: object) -> list[BaseException] | None:
        """Call `executor(resolve, reject)` as part of a library call; return what it raised, in a list."""
        # What `enter` and `leave` do: a constructor is all calls, and these are two of them.
        outermost = not self.active
        if outermost:
            self.active = True
            self.loop = running_loop()
        # <atomic self>
        calls = self.spare_executes
        self.spare_executes = None
        # </atomic>
        try:
            if calls is None:
                calls = executes()
            raised = calls.send((executor, resolve, reject))
            self.spare_executes = calls
        finally:
            if outermost:
                self.active = False
                self.loop = None
                if self.head is not None or self.jobs or self.guards:
                    self.wake()
        return raised

    def enter(self) -> bool:
        """Begin an outermost library call that runs code of the user's; return False if it is not the outermost."""
        if self.active:
            return False
        self.active, self.loop = True, running_loop()
        return True

    def leave(self) -> None:
        """End the call that `enter` began."""
        self.active, self.loop = False, None
        if self.head is not None or self.jobs or self.guards:
            self.wake()

    def drain(self) -> None:
        """Run the jobs until none is left, also those that are put in meanwhile.

        Raises: `KeyboardInterrupt` and `SystemExit` of a handler; the jobs behind it stay in the queue
        and a deferring host is asked to come back for them.
        """
        self._drain_in(running_loop())

    def _drain_in(self, loop: AbstractEventLoop | None) -> None:
        # A loop that calls this has given itself: to ask for it is a call into the kernel before 3.12.
        self.host = None
        self._drain(loop, self is current_queue())

    def _drain(self, loop: AbstractEventLoop | None, here: bool) -> None:  # noqa: FBT001 - internal
        # `here`: on the queue's own thread. On another a handler has the queue of that thread, so `active` says nothing
        # to it; and two such drains that overlap would leave it True, and the queue's thread would never drain again.
        active_before = self.active
        loop_before = self.loop
        if here:
            self.active = True
            self.loop = loop
        # <atomic self>
        resting = self.spare_drains
        self.spare_drains = None
        # </atomic>
        raised: list[BaseException] | None = None
        try:
            if resting is None:
                resting = drains(self, _machine.run_jobs)
            for raised in resting:  # noqa: B007 - as `next`, without a look-up and a call
                break
            self.spare_drains = resting
        finally:
            if here:
                self.active = active_before
                self.loop = loop_before
            if self.ready() or self.guards:
                self._come_back()
        if raised is not None:
            _raise(raised)

    def run_one(self) -> bool:
        """Run the oldest job; return whether there was one. For `get()`, which waits inside a job or outside."""
        if self.head is None and not self.jobs and not self.last:
            return False
        active, loop, one_by_one = self.active, self.loop, self.one_by_one
        self.active, self.loop, self.one_by_one = True, running_loop(), True
        try:
            return bool(call(_machine.run_one, self))
        finally:
            self.active, self.loop, self.one_by_one = active, loop, one_by_one

    def _come_back(self) -> None:
        """Ask a host that defers for what a drain has left: jobs behind one that raised, and guards."""
        if not self.defers():
            return
        # Not by truth: a scheduler may be a container, and false while it is empty.
        host: Scheduler | AbstractEventLoop | None = self.scheduler
        loop: AbstractEventLoop | None = None
        if host is None:
            host = _default.scheduler
        if host is None:
            host = loop = running_loop()
        if host is None:
            return
        if self.head is not None or self.jobs or self.last:
            self._promise(host, loop)
        if self.guards:
            # These and no later ones, which have their own tick of grace to come.
            host.call_soon(UnhandledCheck(self._take_guards()).report)

    def report_unhandled(self) -> None:
        """Report the rejections that nobody has handled yet, without a tick of grace."""
        UnhandledCheck(self._take_guards()).report()

    def _take_guards(self) -> list[RejectionGuard]:
        guards: list[RejectionGuard] = []
        for _ in range(len(self.guards)):
            try:
                guards.append(self.guards.pop())
            except IndexError:  # another thread's host looks after the same queue
                break
        guards.reverse()
        return guards


def _raise(raised: list[BaseException]) -> None:
    error = raised.pop()
    try:
        raise error
    finally:
        del error


class _Default:
    __slots__ = ("asked_for", "scheduler")

    def __init__(self) -> None:
        self.scheduler: Scheduler | None = None
        # Whether a scheduler was ever put in place, for whatever thread.
        self.asked_for = False


class _Latest:
    """The queue that was asked for last, since most programs ask from one thread.

    It is looked at first: the dictionary of a `_local` costs 470 instructions compiled, this 180.
    """

    __slots__ = ("none", "queue")

    def __init__(self) -> None:
        self.none = JobQueue()  # of no thread
        self.queue = self.none


class _ThreadEnd:
    """Stands in a thread's own dictionary and goes with it: its identifier may be given to another thread."""

    __slots__ = ("latest", "queue")

    def __init__(self, queue: JobQueue) -> None:
        self.queue = queue
        # Its own, since at the end of the program the module's names may be gone before the main thread's dictionary.
        self.latest = latest

    def __del__(self) -> None:
        self.queue.thread = 0
        self.queue.spare_drains = None  # which has the queue
        if self.latest.queue is self.queue:
            self.latest.queue = self.latest.none


class _Machine:
    """What does the jobs: `draining`, which stands above the promises whose jobs they are."""

    __slots__ = ("run_jobs", "run_one")

    run_jobs: Callable[[JobQueue], None]
    run_one: Callable[[JobQueue], bool]


_default: Final = _Default()
_machine: Final = _Machine()
_threads: Final = _local()
latest: Final = _Latest()
# Final: the compiler then keeps it where it need not look it up.
thread_ident: Final = get_ident
_COUNTS_REFERENCES: Final[bool] = sys.implementation.name == "cpython"


def set_machine(run_jobs: Callable[[JobQueue], None], run_one: Callable[[JobQueue], bool]) -> None:
    """Have the queues drained by these; called once, at import."""
    _machine.run_jobs = run_jobs
    _machine.run_one = run_one


def current_queue() -> JobQueue:
    """Return the job queue of the calling thread."""
    queue = latest.queue
    if queue.thread == thread_ident():
        return queue
    return own_queue()


def own_queue() -> JobQueue:
    """Return the job queue of the calling thread, and have it be asked for first."""
    try:
        queue: JobQueue = _threads.queue
    except AttributeError:
        queue = _threads.queue = JobQueue()
        if _COUNTS_REFERENCES:  # elsewhere nobody knows in time that the thread has ended
            queue.thread = get_ident()
            _threads.end = _ThreadEnd(queue)
    latest.queue = queue
    return queue


def is_immediate(scheduler: Scheduler) -> bool:
    """Whether `scheduler` runs a drain at once, so that only nesting holds one back."""
    return getattr(scheduler, "immediate", False) is True


def set_default_scheduler(scheduler: Scheduler | None) -> Scheduler | None:
    """Set the scheduler of the threads that have none of their own; return the one before."""
    before = _default.scheduler
    _default.asked_for = True
    _default.scheduler = scheduler
    return before


def set_thread_scheduler(scheduler: Scheduler | None) -> Scheduler | None:
    """Set the scheduler of the calling thread; return the one before."""
    queue = current_queue()
    before = queue.scheduler
    _default.asked_for = True
    queue.scheduler = scheduler
    return before
