"""Resolve a promise with whatever it was given: a value, a promise, a thenable, a future, an awaitable.

Source: the Promise Resolution Procedure, Promises/A+ 2.3, with Python's awaitables added.
"""

from __future__ import annotations

from _contextvars import copy_context

from typedpromise.errors import SelfResolutionError

from . import later
from .cell import Cell, public
from .checks import is_awaitable
from .failures import as_reason, ends_the_program, not_a_cancellation, reject_with
from .futures import adopt_future, is_asyncio_future, is_concurrent_future
from .jobs import current_queue
from .native import mypyc_attr
from .reaction import Reaction
from .settlement import follow, link, settle
from .states import AWAITED, FULFILLED, JOIN, LINKED, PENDING, REJECTED, THEN
from .subscript import ALIAS
from .triggers import Counter, trigger

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from contextvars import Context
    from typing import Any, Final

    from .jobs import JobQueue

# Values of just these types are nothing but values; every other type is asked for `then` each time,
# because an object may get one later or for itself alone (Promises/A+ 2.3.3.1 reads it once per resolution).
PLAIN: Final = frozenset(
    {type(None), bool, int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range}
)


def is_plain(value: object) -> bool:
    """Whether `value` is surely nothing that could be adopted."""
    return type(value) in PLAIN


def resolve(cell: Cell, value: object, queue: JobQueue | None, context: Context | None = None) -> None:
    """Resolve `cell`, whose fate is the caller's to decide, with `value`.

    Args:
        cell: A promise that is pending.
        value: Anything.
        queue: The queue whose job is calling, or None from code of the user's.
        context: The context that an awaitable's code will run in; None for a copy of the present one.

    """
    if type(value) in PLAIN:
        settle(cell, FULFILLED, value, queue)
    else:
        adopt(cell, value, queue, context)


def adopt(cell: Cell, value: object, queue: JobQueue | None, context: Context | None) -> None:
    """Resolve `cell` with `value`, whose type is not in `PLAIN`; arguments as `resolve`."""
    # By the type, here and below: `__class__` may be a property of the user's that lies (mocks) or raises (proxies).
    if issubclass(type(value), Cell):
        adopt_promise(cell, value, queue)  # type: ignore[arg-type] # it is a Cell
    else:
        _adopt_foreign(cell, value, queue, context)


def _tell(waiting: Reaction, source: Cell) -> None:
    """Tell `waiting`, from code of the user's, that `source` is fulfilled."""
    if waiting._kind == JOIN:
        counter: Counter = waiting  # type: ignore[assignment] # by its kind
        if not counter._told(source):
            return  # as nearly always; a queue is not needed for that
        queue = current_queue()
        queue.put(counter)
    else:
        queue = current_queue()
        trigger(waiting, source, queue)
        if queue.head is None and not queue.jobs:
            return
    queue.wake()


def adopt_promise(cell: Cell, other: Cell, queue: JobQueue | None) -> None:
    """Resolve `cell` with another promise; arguments as `resolve`."""
    # What `link` does in the most frequent case: nobody waits for the other yet.
    # <atomic cell other>
    if cell._state <= AWAITED and other._state == PENDING and other._reaction is None and cell is not other:
        other._reaction = cell
        other._state = LINKED
        return
    # </atomic>
    if not link(cell, other, queue):
        settle(cell, REJECTED, self_resolution(cell), queue)


def self_resolution(cell: Cell) -> SelfResolutionError:
    """Return the reason of a promise that would wait for itself."""
    return SelfResolutionError(
        f"the promise at {id(cell):#x} was resolved with itself, directly or around a circle, so it could never settle "
        "(Promises/A+ 2.3.1); often a handler returned the promise that it belongs to: return a value, or another"
    )


def _adopt_foreign(cell: Cell, value: object, queue: JobQueue | None, context: Context | None) -> None:
    then: Any = None
    # A class with a method `then` is no thenable, though its instances are; nor is `Promise[int]`.
    cls = type(value)
    if not issubclass(cls, type) and cls is not ALIAS:
        try:
            then = getattr(value, "then", None)
        except BaseException as error:
            reject_with(cell, error, queue)
            del cell  # the frame is kept by the exception, see boundary.py
            if ends_the_program(error):
                raise
            return
    if callable(then):
        _put(ThenableJob(cell, then, copy_context() if context is None else context), queue)
    elif is_asyncio_future(value) or is_concurrent_future(value):
        adopt_future(cell, value, resolve, queue)
    elif is_awaitable(value):
        _put(later.coroutine_job(cell, value, copy_context() if context is None else context, resolve), queue)
    else:
        settle(cell, FULFILLED, value, queue)


def _put(job: Reaction, queue: JobQueue | None) -> None:
    own_queue = current_queue() if queue is None else queue
    own_queue.put(job)
    if queue is None:
        own_queue.wake()


class ThenableJob(Reaction):
    """Call the `then` of a foreign object: ECMAScript's NewPromiseResolveThenableJob.

    A job, so that code of the user's never runs inside `resolve`.
    """

    __slots__ = ("_context", "_functions", "_then")

    def __init__(self, cell: Cell, then: Callable[..., object], context: Context) -> None:
        """Take the promise to decide, the method, and the context to run it in."""
        self._functions = ThenableFunctions(cell)
        self._then = then
        self._context = context

    def _run(self, queue: JobQueue) -> None:
        functions = self._functions
        try:
            self._context.run(self._then, functions.resolve, functions.reject)
        except BaseException as error:
            cell = take(functions)
            if cell is not None:  # else 2.3.3.3.4.1: it has spoken, so ignore what it raised
                reject_with(cell, error, queue)
            del cell  # the frame is kept by the exception, see boundary.py
            if ends_the_program(error):
                raise


def take(functions: ResolvingFunctions) -> Cell | None:
    """Return the promise of `functions` to the first who asks, and None after; no method, see triggers.py."""
    # <atomic functions>
    cell = functions._cell
    functions._cell = None
    # </atomic>
    return cell


@mypyc_attr(allow_interpreted_subclasses=True)
class ResolvingFunctions:
    """The two functions that decide a promise; the first call of either counts (ECMAScript 27.2.1.3).

    They forget the promise with that call: the frame of an executor that raised keeps them,
    and must not keep the promise that keeps the exception that keeps the frame.
    """

    __slots__ = ("_cell",)
    _cell: Cell | None

    def __init__(self, cell: Cell) -> None:
        """Take the promise they decide."""
        self._cell = cell

    def take(self) -> Cell | None:
        """Return the promise to the first who asks, and None after."""
        return take(self)

    def resolve(self, value: object = None, /) -> None:
        """Resolve the promise with a value, or with a promise, awaitable, future or thenable to adopt.

        From any thread; without a running event loop the handlers of the promise run before this returns.
        """
        # <atomic self>
        cell = self._cell  # as `take` does, which is a call more
        self._cell = None
        # </atomic>
        if cell is None:
            return
        cls = type(value)
        if cls is public.cls:  # sooner seen than that it is a subclass of Cell
            adopt_promise(cell, value, None)  # type: ignore[arg-type] # it is one
            return
        if cls not in PLAIN:
            adopt(cell, value, None, None)
            return
        # What `settle` does where one waits or none: calls are most of what it costs to settle.
        waiting: Reaction | None = None
        # <atomic cell>
        state = cell._state
        if state == PENDING:
            waiting = cell._reaction
            cell._value = value
            cell._state = FULFILLED
            cell._reaction = None
        # </atomic>
        if state != PENDING:
            settle(cell, FULFILLED, value, None)
        elif waiting is not None:
            if waiting._kind == THEN:
                follow(cell, waiting)  # type: ignore[arg-type] # by its kind
            else:
                _tell(waiting, cell)

    def reject(self, reason: BaseException, /) -> None:
        """Reject the promise with an exception.

        From any thread; without a running event loop the handlers of the promise run before this returns.

        Raises:
            TypeError: `reason` is not an exception; the promise stays as it is.

        """
        error = as_reason(reason, "reject()")
        cell = take(self)
        if cell is not None:
            settle(cell, REJECTED, error, None)


class ThenableFunctions(ResolvingFunctions):
    """The functions given to a foreign thenable, to whom we must not raise."""

    __slots__ = ()

    def reject(self, reason: BaseException, /) -> None:
        """Reject the promise with `reason`, or with the `TypeError` that says why it cannot be one."""
        try:
            error = not_a_cancellation(as_reason(reason, "the reject() given to a thenable"), "the thenable")
        except TypeError as wrong:
            error = wrong
        cell = take(self)
        if cell is not None:
            settle(cell, REJECTED, error, None)
