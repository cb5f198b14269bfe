"""Wait for a promise: block the thread, or suspend a coroutine."""

from __future__ import annotations

from _thread import TIMEOUT_MAX, allocate_lock, get_ident
from time import monotonic

from typedpromise.errors import BlockingGetError

from .cell import root_of
from .jobs import current_queue
from .loops import running_loop
from .reaction import Reaction
from .settlement import attach, detach, mark_handled
from .states import FULFILLED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _thread import LockType
    from asyncio import AbstractEventLoop, Future

    from .cell import Cell
    from .checks import _Seconds
    from .jobs import JobQueue


def checked_timeout(timeout: object) -> _Seconds | None:
    """Return `timeout`, or raise `TypeError` or `ValueError` where it is no time that one can wait."""
    if timeout is None:
        return None
    if isinstance(timeout, bool) or not isinstance(timeout, int | float):
        msg = f"timeout is a number of seconds or None for no limit, not {timeout!r}"
        raise TypeError(msg)
    if not timeout >= 0:  # also NaN
        msg = f"timeout must not be negative, but is {timeout!r} seconds: 0 looks without waiting, None waits for ever"
        raise ValueError(msg)
    return timeout


def wait_for(cell: Cell, timeout: object) -> bool:
    """Wait until `cell` has settled, running this thread's jobs meanwhile; return False when time is up.

    Raises:
        BlockingGetError: An event loop is running in this thread, and the wait would stop it for ever.

    """
    limit = None if timeout is None else checked_timeout(timeout)
    if root_of(cell)._state >= FULFILLED:
        return True
    if running_loop() is not None:
        raise BlockingGetError(_in_a_loop(cell))
    deadline = None if limit is None else monotonic() + min(limit, TIMEOUT_MAX)
    queue = current_queue()
    # These run whatever the time, so that 0 means: as far as it goes without waiting.
    ready = queue.ready()
    while (ready > 0 or deadline is None or monotonic() < deadline) and queue.run_one():
        if root_of(cell)._state >= FULFILLED:
            return True
        ready -= 1
    return _block(cell, deadline)


def _block(cell: Cell, deadline: float | None) -> bool:
    wakeup = ThreadWakeup()
    attach(cell, wakeup)
    try:
        if deadline is None:
            return wakeup.lock.acquire()
        return wakeup.lock.acquire(timeout=min(max(deadline - monotonic(), 0.0), TIMEOUT_MAX))
    finally:
        detach(cell, wakeup)


def _in_a_loop(cell: Cell) -> str:
    return (
        f"get() or wait() on the pending promise at {id(cell):#x} inside a running event loop would stop the loop, "
        "and with it whatever should settle the promise: write `await promise` in a coroutine, "
        "or `promise.then(handler)` elsewhere"
    )


class ThreadWakeup(Reaction):
    """Wakes a thread that waits in `get()` or `wait()`."""

    __slots__ = ("lock",)

    def __init__(self) -> None:
        """Take a bare lock: `threading.Event` costs ten times as much, and an import."""
        self.lock: LockType = allocate_lock()
        self.lock.acquire()

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        self.lock.release()

    def _only_waits(self) -> bool:
        return True


class LoopWakeup(Reaction):
    """Wakes the asyncio task that awaits the promise."""

    __slots__ = ("_future", "_loop")
    # Stored by the maker: an `__init__` is a call more. The task's loop, and the future it is suspended on.
    _future: Future[None]
    _loop: AbstractEventLoop

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        loop = self._loop
        # A loop of the standard library knows the thread it runs in. `running_loop` asks the system for the number of
        # the process, up to Python 3.11: a call into the kernel, which costs more than all the rest of waking.
        if getattr(loop, "_thread_id", None) == get_ident() or running_loop() is loop:
            future = self._future
            if not future.done():
                future.set_result(None)
            return
        try:
            loop.call_soon_threadsafe(self.finish)
        except RuntimeError:  # the loop was closed, and the task with it
            return

    def _only_waits(self) -> bool:
        # The task handles the rejection when it wakes, which is before its loop looks at the guards;
        # if it is cancelled instead, nobody has. Another loop would look too early.
        return running_loop() is self._loop

    def finish(self) -> None:
        """Let the task go on, unless it was cancelled meanwhile."""
        if not self._future.done():
            self._future.set_result(None)


def reason_of(root: Cell) -> BaseException:
    """Return the reason of a rejected promise to be raised, which handles the rejection.

    With the traceback of the rejection, or each `get()` would add its frames to those of the one before.
    """
    mark_handled(root)
    reason: BaseException = root._value
    return reason.with_traceback(root._on_rejected)
