"""`Promise` with the names and habits of `promise` 2.3."""

from __future__ import annotations

from contextvars import copy_context
from functools import update_wrapper

import typedpromise
from typedpromise._core.adoption import PLAIN, resolve
from typedpromise._core.cell import blank, root_of
from typedpromise._core.checks import check_executor, exception_classes, refuse_class_as_handler
from typedpromise._core.failures import as_reason
from typedpromise._core.promise import CorePromise
from typedpromise._core.settlement import attach, mark_handled, settle
from typedpromise._core.states import AWAITED, CATCH, FULFILLED, NO_JOB, REJECTED, THEN
from typedpromise._core.waiting import reason_of
from typedpromise._subclasses import begin
from typedpromise.errors import InvalidStateError

from ._deciding import Settling, decide, decide_against, execute
from ._handlers import handler_of, pair_of
from ._hosts import checked, get_default_scheduler, set_default_scheduler
from ._jobs import run_jobs
from ._joining import joined
from ._thenables import admitted, is_thenable
from ._waiting import timed_out, wait_until_settled
from .async_ import async_instance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping
    from types import TracebackType
    from typing import Any, Self

__all__ = [
    "Promise",
    "async_instance",
    "get_default_scheduler",
    "is_thenable",
    "promise_for_dict",
    "promisify",
    "set_default_scheduler",
]

_ABSENT = object()


# Any: a promise of a class below.
def _begin(promise: Any) -> None:
    blank(promise)
    promise._undecided = True


class Promise(typedpromise.Promise):
    """A promise that answers to the names of `promise` 2.3, and behaves as programs of 2.3 expect.

    Handlers run before the outermost call returns, also inside an event loop.
    It is a `typedpromise.Promise`, so both kinds wait for each other; what `finally_`, `tap`, `race` and other names
    that 2.3 did not have return is a `typedpromise.Promise`.
    """

    __module__ = "typedpromise.compat"

    # Any: a scheduler of 2.3, of typedpromise, or of the program's own.
    _scheduler: Any = None
    # Any: asyncio.Future, which must not be imported here.
    _future: Any = None

    # Any: keywords of a class statement, for the other bases.
    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Have the promises of a subclass begin pending: in 2.3 an `__init__` need not call that of `Promise`."""
        super().__init_subclass__(**kwargs)
        own = vars(cls)
        if "__init__" in own and "__new__" not in own:
            begin(cls, _begin)

    def __init__(self, executor: Callable[..., object] | None = None, scheduler: Any = None) -> None:
        """Make a promise that `executor(resolve, reject)`, called at once, or else `do_resolve`, decides.

        Args:
            executor: A function that keeps or calls `resolve(value)` and `reject(exception)`; None for a promise
                to be decided by `do_resolve` or `do_reject`.
            scheduler: Where its handlers run, if not where they do by default.

        Raises:
            TypeError: `executor` cannot be called, or `scheduler` is none.

        Source: `promise` 2.3.

        """
        if executor is not None:
            check_executor(executor)
        if scheduler is not None:
            self._scheduler = checked(scheduler, "Promise()")
        blank(self)
        # In the instance's dict, where `pop` is one step for all threads.
        self._undecided = True
        if executor is None:
            return
        settling = Settling(self)
        del self  # the frame is kept by what the executor raises, see _core/boundary.py
        execute(settling, executor)
        run_jobs()

    @classmethod
    def _pending(cls) -> Self:
        """Return a pending promise that only the caller decides."""
        if cls.__init__ is Promise.__init__:
            promise = cls.__new__(cls)
            blank(promise)
        else:
            promise = cls()
            vars(promise).pop("_undecided", None)
        return promise

    def _take(self) -> bool:
        """Return True to the first who may decide this promise."""
        return bool(vars(self).pop("_undecided", False))

    def _may_decide(self, method: str) -> bool:
        if self._take():
            return True
        if self._kind != NO_JOB and self._state <= AWAITED:
            msg = (
                f"{method}() on {self!r}, which then() or catch() made: its handler decides it; "
                "decide the promise at the head of the chain, or make one of your own with Promise()"
            )
            raise InvalidStateError(msg)
        return False

    def do_resolve(self, value: object) -> None:
        """Resolve the promise with a value, promise, coroutine or future; later calls do nothing.

        Raises:
            InvalidStateError: The promise belongs to a handler.

        From any thread. Source: `promise` 2.3; `Promise.with_resolvers()` is the name to go on with.

        """
        if self._may_decide("do_resolve"):
            decide(self, value)

    fulfill = do_resolve

    def do_reject(self, reason: BaseException, traceback: TracebackType | None = None) -> None:
        """Reject the promise with an exception; later calls do nothing.

        Args:
            reason: The exception.
            traceback: The one it is to have, if not its own.

        Raises:
            TypeError: `reason` is not an exception.
            InvalidStateError: The promise belongs to a handler.

        From any thread. Source: as `do_resolve`.

        """
        error = as_reason(reason, "do_reject()")
        if self._may_decide("do_reject"):
            decide_against(self, error, traceback)

    def then(self, did_fulfill: Any = None, did_reject: Any = None) -> Self:
        """Return a promise of what the handler returns, as `typedpromise.Promise.then`.

        Args:
            did_fulfill: Called with the value.
            did_reject: Called with the exception.

        The handler of a settled promise runs before the outermost call returns, also inside an event loop.

        """
        child = self._pending()
        child._kind = THEN
        child._on_fulfilled = handler_of(did_fulfill, "then", "did_fulfill")
        child._on_rejected = handler_of(did_reject, "then", "did_reject")
        child._value = copy_context()
        attach(self, child)
        run_jobs()
        return child

    _then = then

    def catch(self, on_rejection: Any, on_rejected: Any = _ABSENT, /) -> Self:
        """Return a promise that turns a rejection into what the handler returns.

        Args:
            on_rejection: The handler; or the exception class, or tuple of classes, that `on_rejected` is for.
            on_rejected: The handler, where there is a filter.

        Raises:
            TypeError: As `typedpromise.Promise.catch`.

        """
        if on_rejected is _ABSENT:
            refuse_class_as_handler(on_rejection, "catch")
            return self.then(None, on_rejection)
        child = self._pending()
        child._kind = CATCH
        child._on_fulfilled = exception_classes(on_rejection, "catch")
        child._on_rejected = handler_of(on_rejected, "catch", "on_rejected")
        child._value = copy_context()
        attach(self, child)
        run_jobs()
        return child

    def done(self, did_fulfill: Any = None, did_reject: Any = None) -> None:
        """End the chain; a rejection that is left is reported at once, which 2.3 lost."""
        super().done(handler_of(did_fulfill, "done", "did_fulfill"), handler_of(did_reject, "done", "did_reject"))
        run_jobs()

    def done_all(self, handlers: Iterable[Any] | None = None) -> None:
        """Call `done` for each of the handlers: a function, a pair, or a dict with "success" and "failure"."""
        for did_fulfill, did_reject in map(pair_of, handlers or ()):
            self.done(did_fulfill, did_reject)

    def then_all(self, handlers: Iterable[Any] | None = None) -> list[Self]:
        """Return the list of what `then` returns for each of the handlers, written as for `done_all`."""
        return [self.then(*pair_of(handler)) for handler in handlers or ()]

    def get(self, timeout: float | None = None) -> Any:
        """Wait until the promise has settled; return its value or raise its reason.

        Args:
            timeout: The longest wait in seconds; None waits for ever, 0 does not wait, as it did in 2.3.

        Raises:
            PromiseTimeoutError: The promise is still pending after `timeout` seconds.
            BlockingGetError: It is pending, and handlers run on the loop that runs in this thread.
            TypeError: `timeout` is no number.
            ValueError: `timeout` is negative or NaN.

        Inside a running event loop this stops the loop until another thread settles the promise, as in 2.3.

        """
        if not wait_until_settled(self, timeout):
            raise timed_out(self, timeout, "get()")
        root = root_of(self)
        if root._state == FULFILLED:
            return root._value
        reason = reason_of(root)
        del self, root  # the frame is kept by the exception, see _core/boundary.py
        try:
            raise reason
        finally:
            del reason

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the promise has settled: `promise.wait(timeout)`, or as in 2.3 `Promise.wait(promise, timeout)`.

        Returns:
            True.

        Raises:
            PromiseTimeoutError: It has not settled within `timeout` seconds.

        Otherwise as `get`.

        """
        if not wait_until_settled(self, timeout):
            raise timed_out(self, timeout, "wait()")
        return True

    _wait = wait

    @property
    def value(self) -> Any:
        """The value of a fulfilled promise, the reason of a rejected one, None of a pending one."""
        root = root_of(self)
        if root._state == REJECTED:
            mark_handled(root)
        elif root._state != FULFILLED:
            return None
        return root._value

    # 2.3 does not tell them apart, and programs read `value` of a rejected promise.
    reason = value  # pyright: ignore[reportIncompatibleMethodOverride] # an exception, None, or anything

    @property
    def scheduler(self) -> Any:
        """The scheduler it was given, or the default one."""
        return get_default_scheduler() if self._scheduler is None else self._scheduler

    @property
    def future(self) -> Any:
        """An asyncio future of the same outcome, on the loop running in this thread, or else the current one."""
        if self._future is None:
            from ._future import future_of

            self._future = future_of(self)
        return self._future

    # `yield from promise`, as coroutines were written before `await`.
    __iter__: Callable[[CorePromise], Generator[object, None, Any]] = CorePromise.__await__

    @classmethod
    def resolve(cls, obj: object = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] # of this class
        """Return a promise of `obj`: itself, if it is one of this class.

        Args:
            obj: A value, promise, coroutine or future. An object that only has a method `then` is a value.

        """
        if issubclass(type(obj), cls):
            return obj
        promise = cls._pending()
        if type(obj) in PLAIN:
            settle(promise, FULFILLED, obj, None)
        else:
            if getattr(type(obj), "_asyncio_future_blocking", None) is not None:
                promise._future = obj
            resolve(promise, admitted(obj), None)
            run_jobs()
        return promise

    cast = resolve
    fulfilled = resolve

    @classmethod
    def reject(cls, reason: BaseException) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] # as `resolve`
        """Return a promise that is rejected with `reason`.

        Raises:
            TypeError: `reason` is not an exception.

        """
        promise = cls._pending()
        settle(promise, REJECTED, as_reason(reason, "Promise.reject()"), None)
        return promise

    rejected = reject

    @classmethod
    def promisify(cls, f: Any) -> Any:
        """Return a function that calls `f` at once and returns a promise of what that returns or raises."""
        if not callable(f):
            from warnings import warn

            warn(
                "promisify() makes a function return a promise; for a promise of a value write Promise.resolve(value)",
                DeprecationWarning,
                stacklevel=2,
            )
            return cls.resolve(f)

        def promisified(*args: Any, **kwargs: Any) -> Any:
            def executor(resolve: Callable[[object], None], _: object) -> None:
                resolve(f(*args, **kwargs))

            return cls(executor)

        return update_wrapper(promisified, f)

    @classmethod
    def safe(cls, fn: Callable[..., object]) -> Callable[..., Any]:
        """Return a function that calls `fn` as a handler, so that loads in it are one batch."""

        def safe(*args: Any, **kwargs: Any) -> Any:
            def handler(_: None) -> object:
                return fn(*args, **kwargs)

            return cls.resolve(None).then(handler)

        return update_wrapper(safe, fn)

    @classmethod
    def all(cls, promises: Any) -> Any:  # type: ignore[override] # one iterable, and a list of it whatever it is
        """Return a promise of the list of the values of all `promises`; the first rejection rejects it.

        Args:
            promises: An iterable of promises and values, or a promise of one.

        """
        result = cls._pending()
        joined(result, promises)
        run_jobs()
        return result

    @classmethod
    def for_dict(cls, m: Mapping[Any, Any]) -> Any:
        """Return a promise of a mapping of the same class with the same keys, in order, and the values of `m`."""
        mapping: Any = type(m)
        if not m:
            return cls.resolve(mapping())
        keys = list(m.keys())

        def mapped(values: list[object]) -> object:
            return mapping(zip(keys, values, strict=True))

        return cls.all(m.values()).then(mapped)

    is_thenable = staticmethod(is_thenable)


promisify = Promise.promisify
promise_for_dict = Promise.for_dict
