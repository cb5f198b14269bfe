"""Run a coroutine that a promise was resolved with: as a task inside an asyncio loop, by our own hand without one.

Without a loop a coroutine may await promises and nothing else; that is enough for synchronous programs
whose handlers are written with `async def`.
"""

from __future__ import annotations

from .cell import Cell
from .failures import ends_the_program, reject_with
from .futures import FutureAdoption
from .loops import running_loop
from .reaction import Reaction
from .settlement import attach
from .waiting import LoopWakeup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import Task
    from collections.abc import Awaitable, Coroutine
    from contextvars import Context

    from .futures import _Resolve
    from .jobs import JobQueue

# asyncio keeps only weak references to tasks, and warns to keep a strong one (asyncio.create_task).
_tasks: set[Task[object]] = set()


def _awaiting(value: Awaitable[object]) -> Coroutine[object, object, object]:
    """Return `value` as a coroutine object."""
    cls = type(value)
    if hasattr(cls, "send") and hasattr(cls, "throw") and hasattr(cls, "cr_frame"):
        return value  # type: ignore[return-value] # a native coroutine
    return _await(value)


async def _await(value: Awaitable[object]) -> object:
    return await value


def coroutine_job(cell: Cell, value: Awaitable[object], context: Context, resolve: _Resolve) -> CoroutineJob:
    """Return the job that awaits `value` and resolves `cell`, whose fate is ours, with what it gives."""
    return CoroutineJob(cell, _awaiting(value), context, resolve)


class CoroutineJob(Reaction):
    """Start the coroutine, or take its next step."""

    __slots__ = ("_cell", "_context", "_coroutine", "_error", "_resolve")

    def __init__(
        self, cell: Cell, coroutine: Coroutine[object, object, object], context: Context, resolve: _Resolve
    ) -> None:
        """Take the locked promise, the coroutine, the context to run it in, and the function that resolves."""
        self._cell: Cell | None = cell
        self._coroutine = coroutine
        self._context = context
        self._resolve = resolve
        self._error: RuntimeError | None = None  # to be raised at the `await` that cannot be served

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        queue.put(self)

    def _run(self, queue: JobQueue) -> None:
        loop = running_loop()
        if loop is None or self._error is not None:
            self._step(queue)
            return
        # Also where it was begun without a loop, since from now on it may meet futures of this one.
        try:
            # Not `create_task(context=...)`, which a task factory need not know.
            task = self._context.run(loop.create_task, self._coroutine)
        except Exception as error:  # noqa: BLE001 - of the task factory
            reject_with(self._take(), error, queue)
            return
        _tasks.add(task)
        task.add_done_callback(_tasks.discard)
        task.add_done_callback(FutureAdoption(self._take(), self._resolve))

    def _step(self, queue: JobQueue) -> None:
        coroutine = self._coroutine
        error, self._error = self._error, None
        try:
            if error is None:
                awaited = self._context.run(coroutine.send, None)
            else:
                awaited = self._context.run(coroutine.throw, error)
        except StopIteration as stop:
            self._resolve(self._take(), stop.value, queue)
        except BaseException as raised:
            reject_with(self._take(), raised, queue)
            if ends_the_program(raised):
                raise
        else:
            self._wait_for(awaited, queue)

    def _take(self) -> Cell:
        # The frames of the job are kept by what the coroutine raised: they must not keep the promise.
        cell = self._cell
        assert cell is not None
        self._cell = None
        return cell

    def _wait_for(self, awaited: object, queue: JobQueue) -> None:
        if type(awaited) is LoopWakeup:  # a program has hidden from us the loop of the task that it is in
            awaited = awaited._source
        if isinstance(awaited, Cell):
            attach(awaited, self)
        elif awaited is None:  # a bare yield, as asyncio.sleep(0) does: let the other jobs run
            queue.put(self)
        else:
            self._error = RuntimeError(_needs_a_loop(awaited))
            queue.put(self)


def _needs_a_loop(awaited: object) -> str:
    return (
        f"a coroutine under a promise awaited {awaited!r}, but no event loop is running in this thread: "
        "without a loop it can await promises only; run the program under asyncio.run(), "
        "or give the coroutine to the loop and resolve the promise with its task"
    )
