"""The promise itself: its constructor and its methods, with ECMAScript 2025's names in snake case."""

from __future__ import annotations

from contextvars import copy_context

from typedpromise.errors import InvalidStateError, PromiseTimeoutError

from .adoption import ResolvingFunctions, resolve
from .awaiting import given, raised, suspended
from .boundary import call
from .checks import (
    check_executor,
    exception_classes,
    handler_or_none,
    refuse_class_as_handler,
)
from .combinators import AllCounter, items_of
from .failures import as_reason, ends_the_program, reject_with
from .handlers import Chained
from .jobs import current_queue
from .native import mypyc_attr
from .settlement import attach, blank, mark_handled, root_of, settle
from .shown import shown
from .states import CATCH, FINALLY, FULFILLED, REJECTED, THEN
from .unhandled import RejectionReport
from .waiting import reason_of, wait_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Any, Literal, NoReturn

_ABSENT = object()


@mypyc_attr(allow_interpreted_subclasses=True)
class CorePromise(Chained):
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
        check_executor(executor)
        blank(self)
        functions = ResolvingFunctions(self)
        del self  # the frame is kept by what the executor raises, see boundary.py
        queue = current_queue()
        outermost = queue.enter()
        try:
            call(executor, functions.resolve, functions.reject)
        except BaseException as error:
            promise = functions.take()
            if promise is not None:
                reject_with(promise, error, None)
            del promise
            if ends_the_program(error):
                raise
        finally:
            if outermost:
                queue.leave()

    def then(self, on_fulfilled: Any = None, on_rejected: object = None, /) -> CorePromise:
        """Return a promise of what the handler returns.

        Args:
            on_fulfilled: Called with the value; None, or nothing, passes the value on.
            on_rejected: Called with the exception; None, or nothing, passes the rejection on.

        Returns:
            A promise of the handler's result; a promise, awaitable, future or thenable is adopted,
            and what the handler raises rejects it.

        From any thread; the handler runs on the thread that settles this promise, in the context of this call.
        Inside an event loop the handler of a settled promise runs on the loop's next tick,
        without one before the outermost library call returns.
        A handler that cannot be called is ignored with a `RuntimeWarning`.
        Source: Promises/A+ 2.2, ECMAScript 27.2.5.4.

        """
        child = new_promise()
        child._kind = THEN
        # Tested here first: a call is what a link of a chain can least afford.
        if not callable(on_fulfilled):
            on_fulfilled = handler_or_none(on_fulfilled, "then", "on_fulfilled")
        child._on_fulfilled = on_fulfilled
        if on_rejected is not None:
            child._on_rejected = handler_or_none(on_rejected, "then", "on_rejected")
        child._value = copy_context()
        attach(self, child)
        return child

    def catch(self, exceptions: object, on_rejected: object = _ABSENT, /) -> CorePromise:
        """Return a promise that turns a rejection into what the handler returns.

        Written `catch(handler)`, or `catch(KeyError, handler)`, or `catch((KeyError, ValueError), handler)`.

        Args:
            exceptions: The exception class, or tuple of classes, that the handler is for; left out: `Exception`.
            on_rejected: Called with the exception.

        Returns:
            A promise of the value, or of the handler's result; other rejections pass on.

        Raises:
            TypeError: `exceptions` are not exception classes, or the handler was forgotten: `catch(KeyError)`.

        Threads and loops: as `then`.
        Source: ECMAScript 27.2.5.1; the filter is Bluebird's.

        """
        child = new_promise()
        if on_rejected is _ABSENT:
            refuse_class_as_handler(exceptions)
            child._kind = THEN
            child._on_rejected = handler_or_none(exceptions, "catch", "on_rejected")
        else:
            child._kind = CATCH
            child._on_fulfilled = exception_classes(exceptions)
            child._on_rejected = handler_or_none(on_rejected, "catch", "on_rejected")
        child._value = copy_context()
        attach(self, child)
        return child

    def finally_(self, on_finally: object, /) -> CorePromise:
        """Return a promise of the same outcome, after the handler has run.

        Args:
            on_finally: Called without arguments; what it returns is waited for and forgotten,
                what it raises, or a promise of it that is rejected, takes the place of the outcome.

        Threads and loops: as `then`.
        Source: ECMAScript 27.2.5.3.

        """
        child = new_promise()
        child._kind = FINALLY
        child._on_fulfilled = handler_or_none(on_finally, "finally_", "on_finally")
        child._value = copy_context()
        attach(self, child)
        return child

    def done(self, on_fulfilled: object = None, on_rejected: object = None, /) -> None:
        """End the chain: a rejection that is left goes to the unhandled-rejection hook at once.

        Args:
            on_fulfilled: As in `then`.
            on_rejected: As in `then`.

        Threads and loops: as `then`.
        Source: Bluebird's `done` and that of `promise` 2.3, which lost the error.

        """
        last = self if on_fulfilled is None and on_rejected is None else self.then(on_fulfilled, on_rejected)
        attach(last, RejectionReport())

    def get(self, timeout: float | None = None) -> object:
        """Wait until the promise has settled; return its value or raise its reason.

        Args:
            timeout: The longest wait in seconds; None waits for ever, 0 looks without waiting.

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

    def wait(self, timeout: float | None = None) -> bool:
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

    @property
    def state(self) -> Literal["pending", "fulfilled", "rejected"]:
        """The state: "pending", "fulfilled" or "rejected"; from another thread it may be old news."""
        state = root_of(self)._state
        if state == FULFILLED:
            return "fulfilled"
        return "rejected" if state == REJECTED else "pending"

    @property
    def is_pending(self) -> bool:
        """Whether the promise has not settled yet."""
        return root_of(self)._state < FULFILLED

    @property
    def is_fulfilled(self) -> bool:
        """Whether the promise has a value."""
        return root_of(self)._state == FULFILLED

    @property
    def is_rejected(self) -> bool:
        """Whether the promise has a reason; asking does not handle the rejection."""
        return root_of(self)._state == REJECTED

    @property
    def value(self) -> object:
        """The value of a fulfilled promise, without waiting.

        Raises:
            InvalidStateError: The promise is pending or rejected.

        """
        root = root_of(self)
        if root._state != FULFILLED:
            msg = f"{self!r} has no value: look at is_fulfilled first, or use get(), await or then(), which wait"
            raise InvalidStateError(msg)
        return root._value

    @property
    def reason(self) -> BaseException:
        """The exception of a rejected promise, which counts as handled then.

        Raises:
            InvalidStateError: The promise is pending or fulfilled.

        """
        root = root_of(self)
        if root._state != REJECTED:
            msg = f"{self!r} has no reason: look at is_rejected first, or use catch(handler)"
            raise InvalidStateError(msg)
        mark_handled(root)
        reason: BaseException = root._value
        return reason

    def __repr__(self) -> str:
        """Show the state, as `promise` 2.3 does: programs compare it."""
        return shown(self)

    def __reduce__(self) -> NoReturn:
        """Refuse to be copied or pickled: a copy could never settle.

        Raises:
            TypeError: Always.

        """
        msg = f"{self!r} cannot be copied or pickled: a copy would never settle; pass on the value it gives instead"
        raise TypeError(msg)

    @staticmethod
    def resolve(value: object = None, /) -> CorePromise:
        """Return a promise of `value`.

        Args:
            value: A value; a promise, which is returned itself; an awaitable, future or thenable to adopt.

        From any thread. A coroutine becomes a task of the event loop running in this thread;
        without one it runs here, and may await promises only.
        Source: ECMAScript 27.2.4.7.

        """
        if issubclass(type(value), CorePromise):
            return value  # type: ignore[return-value] # it is one
        promise = new_promise()
        resolve(promise, value, None)
        return promise

    @staticmethod
    def reject(reason: BaseException, /) -> CorePromise:
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

    @staticmethod
    def try_(fn: Callable[..., object], /, *args: object, **kwargs: object) -> CorePromise:
        """Call `fn(*args, **kwargs)` at once and return a promise of what it returns or raises.

        Args:
            fn: A function, plain, async or promise-returning.
            *args: Its arguments.
            **kwargs: Its keyword arguments.

        Raises:
            TypeError: `fn` cannot be called.

        Source: ECMAScript 2025 `Promise.try`.

        """
        if not callable(fn):
            msg = f"try_() takes a function and its arguments, not {fn!r}: pass the function itself, uncalled"
            raise TypeError(msg)
        promise = new_promise()
        queue = current_queue()
        outermost = queue.enter()
        try:
            result = call(fn, *args, **kwargs)
        except BaseException as error:
            reject_with(promise, error, None)
            if ends_the_program(error):
                raise
        else:
            resolve(promise, result, None)
        finally:
            if outermost:
                queue.leave()
        return promise

    @staticmethod
    def all(*promises: object) -> CorePromise:
        """Return a promise of the values of all `promises`, in their order; the first rejection rejects it.

        Args:
            *promises: Promises or other awaitables, for a tuple of values; or one iterable of them, where plain
                values may stand too: a tuple for a tuple, any other for a list.

        Raises:
            TypeError: There is nothing to join, or one argument that is no iterable, or is a dict or a string.

        Source: ECMAScript 27.2.4.1.

        """
        items, as_tuple = items_of(promises)
        result = new_promise()
        AllCounter(result, items, as_tuple).start()
        return result


def new_promise() -> CorePromise:
    """Return a pending promise of the public class."""
    cls = _public.cls
    promise: CorePromise = cls.__new__(cls)
    blank(promise)
    return promise


class _Public:
    __slots__ = ("cls",)

    def __init__(self) -> None:
        self.cls: type[CorePromise] = CorePromise


# Set by `typedpromise._promise`: what the methods return is of the class that users see.
_public = _Public()


def set_public_class(cls: type[CorePromise]) -> None:
    """Have the methods make promises of `cls`."""
    _public.cls = cls
