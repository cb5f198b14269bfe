"""Wait for a promise: block the thread, or suspend a coroutine."""

from __future__ import annotations

from _contextvars import copy_context
from _thread import TIMEOUT_MAX, allocate_lock
from time import monotonic

from typedpromise.errors import BlockingGetError

from .cell import root_of
from .jobs import current_queue, thread_ident
from .loops import asyncio_, running_loop
from .native import mypyc_attr
from .reaction import Reaction
from .settlement import attach, detach, mark_handled
from .states import FULFILLED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _thread import LockType
    from asyncio import AbstractEventLoop
    from typing import Any

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


@mypyc_attr(free_list_len=1)
class LoopWakeup(Reaction):
    """Wakes the asyncio task that awaits the promise, and is what the task is suspended on.

    A task takes for a future what has the mark and the methods of one; that is less than an `asyncio.Future` beside us.
    The task's callback gets a real one in our place, done or cancelled: a task asks those without calling a method,
    and where they raise `CancelledError`, no frame of ours is in its traceback.

    Source: `asyncio.isfuture`.
    """

    __slots__ = ("_asyncio_future_blocking", "_callback", "_context", "_loop", "_outcome", "_source")
    # Stored by the maker: an `__init__` is a call more. Any: what asyncio hands over is handed back unseen.
    _asyncio_future_blocking: bool
    # Who wants to know: None, the task's callback, or a list of pairs, each a callback and its context.
    _callback: Any
    _context: Any
    _loop: AbstractEventLoop
    # None, and from the end of waiting on an `asyncio.Future` that is done or cancelled.
    _outcome: Any
    # The promise, to be shown, until the end of waiting: whoever keeps this then keeps no promise.
    _source: Cell | None

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        loop = self._loop
        # A loop of the standard library knows the thread it runs in. `running_loop` asks the system for the number of
        # the process, up to Python 3.11: a call into the kernel, which costs more than all the rest of waking.
        if getattr(loop, "_thread_id", None) == thread_ident() or running_loop() is loop:
            self.wake(asyncio_.done)
            return
        try:
            loop.call_soon_threadsafe(self.wake, asyncio_.done)
        except RuntimeError:  # the loop was closed, and the task with it
            return

    def _only_waits(self) -> bool:
        # The task handles the rejection when it wakes, which is before its loop looks at the guards;
        # if it is cancelled instead, nobody has. Another loop would look too early.
        return running_loop() is self._loop

    def wake(self, outcome: Any) -> None:
        """Let the task go on as `outcome` says, a done future, unless it goes on already; in the loop's thread."""
        if self._outcome is not None:
            return
        self._outcome = outcome
        self._source = None
        callback = self._callback
        if callback is None:  # we were settled before the task has asked to be told
            return
        self._callback = None
        if type(callback) is not list:
            self._loop.call_soon(callback, outcome, context=self._context)
        else:
            pairs: list[Any] = callback  # pyright: ignore[reportUnknownVariableType] # see `_callback`
            for each, context in pairs:
                self._loop.call_soon(each, outcome, context=context)
        self._context = None  # an exception keeps the frame that has us

    @property  # type: ignore[misc] # nobody sets it
    def __class__(self) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] # as above
        """Tell `isinstance` that this is an `asyncio.Future`: anyio asks before it cancels a task."""
        return asyncio_.done.__class__

    def __repr__(self) -> str:
        """Name the promise: this is in the `repr` of the task."""
        if self._source is None:
            return f"<LoopWakeup {'pending' if self._outcome is None else self._outcome!r}>"
        return f"<LoopWakeup of {self._source!r}>"

    def get_loop(self) -> AbstractEventLoop:
        """Return the loop of the task."""
        return self._loop

    def add_done_callback(self, callback: Any, *, context: Any = None) -> None:
        """Have `callback` called by the loop, with a future, when the task is to go on."""
        if self._callback is None and self._outcome is None and context is not None:
            self._callback = callback
            self._context = context
            return
        if context is None:
            context = copy_context()
        if self._outcome is not None:
            self._loop.call_soon(callback, self._outcome, context=context)
            return
        pairs = self._pairs()
        pairs.append((callback, context))
        self._callback = pairs

    def remove_done_callback(self, callback: Any) -> int:
        """Forget `callback`; return how often it was there."""
        pairs = self._pairs()
        kept = [pair for pair in pairs if pair[0] != callback]
        self._callback = kept or None
        return len(pairs) - len(kept)

    def _pairs(self) -> list[Any]:
        callback = self._callback
        if callback is None:
            return []
        if type(callback) is list:
            return callback  # pyright: ignore[reportUnknownVariableType] # see `_callback`
        return [(callback, self._context)]

    def cancel(self, msg: Any = None) -> bool:
        """Have the task go on with a `CancelledError`; return False where it goes on already."""
        if self._outcome is not None:
            return False
        future = self._loop.create_future()
        future.cancel(msg)
        self.wake(future)
        return True

    def done(self) -> bool:
        """Whether the task may go on."""
        return self._outcome is not None

    def cancelled(self) -> bool:
        """Whether the task was cancelled while it waited."""
        return self._outcome is not None and bool(self._outcome.cancelled())

    def result(self) -> None:
        """Return None, or raise as an `asyncio.Future` does that was cancelled or is pending."""
        self._standing_for_us().result()

    def exception(self) -> BaseException | None:
        """Return None, or raise as `result`."""
        raised: BaseException | None = self._standing_for_us().exception()
        return raised

    def _standing_for_us(self) -> Any:
        return self._loop.create_future() if self._outcome is None else self._outcome


def reason_of(root: Cell) -> BaseException:
    """Return the reason of a rejected promise to be raised, which handles the rejection.

    With the traceback of the rejection, or each `get()` would add its frames to those of the one before.
    """
    mark_handled(root)
    reason: BaseException = root._value
    return reason.with_traceback(root._on_rejected)
