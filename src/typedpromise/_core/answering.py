"""Run the coroutine of a batch function as a task, and take its answer in the last step of that task.

The callbacks of a task are called a turn of the loop after it is done, which is a turn of the loop too late.
"""

from __future__ import annotations

from .failures import cancelled_future, is_cancellation
from .reaction import Reaction
from .states import LINKED, REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Task
    from collections.abc import Callable
    from contextvars import Context
    from typing import Any, Final

    from .batch import Batch
    from .jobs import JobQueue

# asyncio keeps only weak references to tasks, and warns to keep a strong one (asyncio.create_task).
_tasks: set[Task[object]] = set()


def is_coroutine(value: object) -> bool:
    """Whether `value` is the coroutine of an `async def`, or one of Cython's."""
    cls = type(value)
    return hasattr(cls, "send") and hasattr(cls, "throw") and hasattr(cls, "cr_frame")


def answer(batch: Batch, coroutine: object, loop: AbstractEventLoop, context: Context) -> None:
    """Make a task of `coroutine`, which tells `batch` what it gives.

    Raises:
        Exception: Of the task factory.

    """
    answering = Answering(batch, coroutine, loop)
    # Not `create_task(context=...)`, which a task factory need not know.
    create: Callable[..., Any] = loop.create_task
    task = context.run(create, answering)
    if answering.is_over():  # some task factories take the first step at once
        retrieve(task)
    else:
        answering.task = task
        _tasks.add(task)


class Answering:
    """What asyncio takes for a coroutine: the one of a batch function, which tells the batch when it ends.

    An object, and no coroutine that awaits the other: that could not see a cancellation before its first step,
    and would stand in the stack and the representation of the task in the place of the user's.
    """

    __slots__ = ("_batch", "_coroutine", "_loop", "task")

    def __init__(self, batch: Batch, coroutine: object, loop: AbstractEventLoop) -> None:
        """Take who is to be told, the user's coroutine, and the loop that is running."""
        self._batch: Batch | None = batch
        # Any: a coroutine.
        self._coroutine: Any = coroutine
        self._loop = loop
        self.task: Task[object] | None = None

    def is_over(self) -> bool:
        """Whether the coroutine has come to its end."""
        return self._batch is None

    def __await__(self) -> Answering:
        """Return the iterator that goes through the steps, for a task factory that awaits what it is given."""
        return self

    def __iter__(self) -> Answering:
        """Return itself, as every iterator."""
        return self

    def __next__(self) -> object:
        """Take the next step."""
        # What `send` does: compiled, each function that an exception passes through makes a frame for its traceback.
        try:
            return self._coroutine.send(None)
        except StopIteration as stop:
            self._tell(stop.value, None)
            raise
        except BaseException as error:
            self._tell(None, error)
            raise

    def send(self, value: object) -> object:
        """Take the next step, with what the coroutine has awaited."""
        try:
            return self._coroutine.send(value)
        except StopIteration as stop:
            self._tell(stop.value, None)
            raise
        except BaseException as error:
            self._tell(None, error)
            raise

    def throw(self, *error: object) -> object:
        """Take the next step, which raises."""
        try:
            return self._coroutine.throw(*error)
        except StopIteration as stop:
            self._tell(stop.value, None)
            raise
        except BaseException as raised:
            self._tell(None, raised)
            raise

    def close(self) -> None:
        """End the coroutine, which then has no answer."""
        self._coroutine.close()

    def __getattr__(self, name: str) -> object:
        """Return what the coroutine has: its name, its frame, what it awaits."""
        return getattr(self._coroutine, name)

    def _tell(self, result: object, error: BaseException | None) -> None:
        batch = self._batch
        if batch is None:
            return
        # The frames that the exception keeps have this object, and must not have what keeps the exception.
        self._batch = None
        task = self.task
        self.task = None
        if task is not None:
            _tasks.discard(task)
            if error is not None:
                task.add_done_callback(retrieve)
        if error is None:
            batch.answered(result, LINKED, self._loop)
        elif is_cancellation(error):
            batch.answered(cancelled_future(task), REJECTED, self._loop)
        else:
            batch.answered(error, REJECTED, self._loop)


def retrieve(task: Task[object]) -> None:
    """Take the exception from a task that is done: it is the batch's now, and asyncio need not tell of it."""
    if not task.cancelled():
        task.exception()


class _AskAgain(Reaction):
    """The last job of a drain that has made such tasks: asks for another drain, which comes after their first steps.

    So what they answer at once is handed out in that turn of the loop, that of all of them together.
    """

    __slots__ = ()

    def _run(self, queue: JobQueue) -> None:
        loop = queue.loop
        if loop is not None:
            queue._promise(loop, loop)


ASK_AGAIN: Final = _AskAgain()
