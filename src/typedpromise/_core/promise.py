"""The promise itself, with ECMAScript 2025's names in snake case: how it is made, and how it is waited for."""

from __future__ import annotations

from typedpromise.errors import PromiseTimeoutError

from .adoption import PLAIN, ResolvingFunctions, adopt
from .awaiting import given, raised, suspended
from .cell import Cell, root_of
from .checks import check_executor
from .combining import Combining
from .draining import run_jobs, run_one
from .failures import as_reason, ends_the_program, reject_with
from .jobs import current_queue, set_machine
from .making import new_promise
from .native import mypyc_attr
from .origins import record_origin, tracking
from .settlement import settle
from .states import FULFILLED, NO_JOB, PENDING, REJECTED
from .waiting import reason_of, wait_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    # Any: a timeout is looked at by us, as the compiler would turn an int into a float; the types are in stubs/.
    from typing import Any


set_machine(run_jobs, run_one)


@mypyc_attr(allow_interpreted_subclasses=True)
class CorePromise(Combining):
    """A promise without its generic face, which is `typedpromise.Promise`."""

    __slots__ = ()

    def __init__(self, executor: Callable[..., object], /) -> None:
        """Make a promise that `executor(resolve, reject)`, called at once, decides.

        Args:
            executor: A function that keeps or calls `resolve(value)` and `reject(exception)`; what it returns is
                ignored, what it raises rejects the promise.

        Raises:
            TypeError: `executor` cannot be called.

        From any thread. The executor runs before the constructor returns, also inside an event loop.
        Source: ECMAScript 27.2.3.1.

        """
        if not callable(executor):
            check_executor(executor)
        # What `blank` does, as in `new_promise`.
        self._state = PENDING
        self._kind = NO_JOB
        self._value = None
        self._on_fulfilled = None
        self._on_rejected = None
        self._reaction = None
        if tracking.places is not None:
            record_origin(self)
        functions = ResolvingFunctions(self)
        del self  # the frame is kept by what the executor raises, see boundary.py
        raised = current_queue().execute(executor, functions.resolve, functions.reject)
        if raised is not None:
            _fail(functions, raised.pop())

    def get(self, timeout: Any = None) -> object:
        """Wait until the promise has settled; return its value or raise its reason.

        Args:
            timeout: The longest wait in seconds; None waits for ever, 0 runs the thread's jobs that are ready and
                does not wait.

        Raises:
            PromiseTimeoutError: The promise is still pending after `timeout` seconds.
            BlockingGetError: The promise is pending and an event loop is running in this thread.
            TypeError: `timeout` is no number.
            ValueError: `timeout` is negative or NaN.

        From any thread; the thread's own jobs run meanwhile, also when called inside a handler.
        Source: `promise` 2.3, `concurrent.futures.Future.result`.

        """
        if not wait_for(self, timeout):
            msg = (
                f"{self!r} did not settle within {timeout} seconds: "
                "give get() more time, or look at is_pending and use then()"
            )
            raise PromiseTimeoutError(msg)
        root = root_of(self)
        if root._state == FULFILLED:
            return root._value
        reason = reason_of(root)
        del self, root  # the frame is kept by the exception, see boundary.py
        try:
            raise reason
        finally:
            del reason

    def wait(self, timeout: Any = None) -> bool:
        """Wait until the promise has settled; return whether it has. Neither returns its value nor raises its reason.

        Arguments, errors, threads and loops: as `get`, but for time that is up, which returns False.
        """
        return wait_for(self, timeout)

    def __await__(self) -> Generator[object, None, object]:
        """Wait for the promise in a coroutine; give its value or raise its reason.

        A settled promise does not suspend.
        Inside asyncio the task wakes on its own loop, whichever thread settles the promise.
        """
        root = root_of(self)
        if root._state == FULFILLED:
            return given(root._value)
        if root._state == REJECTED:
            return raised(reason_of(root))
        return suspended(self)

    @staticmethod
    def resolve(value: object = None, /) -> Cell:
        """Return a promise of `value`.

        Args:
            value: A value; a promise, which is returned itself; an awaitable, future or thenable to adopt.

        From any thread. A coroutine becomes a task of the event loop running in this thread;
        without one it runs here, and may await promises only.
        Source: ECMAScript 27.2.4.7.

        """
        cls = type(value)
        if cls in PLAIN:
            promise = new_promise()
            # What `resolve` does where nobody can be waiting, without its calls.
            promise._value = value
            promise._state = FULFILLED
            return promise
        if issubclass(cls, CorePromise):
            return value  # type: ignore[return-value] # it is one
        promise = new_promise()
        adopt(promise, value, None, None)
        return promise

    @staticmethod
    def reject(reason: BaseException, /) -> Cell:
        """Return a promise that is rejected with `reason`.

        Args:
            reason: An exception.

        Raises:
            TypeError: `reason` is not an exception.

        Source: ECMAScript 27.2.4.6.

        """
        promise = new_promise()
        settle(promise, REJECTED, as_reason(reason, "Promise.reject()"), None)
        return promise


def _fail(functions: ResolvingFunctions, error: BaseException) -> None:
    """Reject with what the executor raised, unless it decided before."""
    promise = functions.take()
    if promise is not None:
        reject_with(promise, error, None)
    if ends_the_program(error):
        del promise, functions  # the frame is kept by the exception, see boundary.py
        try:
            raise error
        finally:
            del error
