"""Make the next promise of a chain."""

from __future__ import annotations

from _contextvars import copy_context as _copy_context

from . import later
from .boundary import call as _interpreted
from .cell import Cell, public
from .checks import exception_classes, handler_or_none, refuse_class_as_handler
from .inspection import Inspected
from .making import new_of, new_promise
from .native import mypyc_attr
from .origins import record_origin, tracking
from .settlement import attach, follow
from .states import CATCH, FINALLY, FULFILLED, PENDING, SETTLE, TAP, TAP_CATCH, THEN
from .triggers import EVERY_EXCEPTION
from .unhandled import RejectionReport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

# Final: the compiler then keeps them where it need not look them up.
# An empty context, which has no truth, is not kept: a new one is as good, and 56 bytes less a link meanwhile.
copy_context: Final = _copy_context
_ABSENT: Final = object()
# The type of interpreted functions: `callable` is a name to be looked up, and a call.
_FUNCTION: Final[type] = type(_interpreted)


@mypyc_attr(allow_interpreted_subclasses=True)
class Chaining(Inspected):
    """A promise with the methods that make another."""

    __slots__ = ()

    def then(self, on_fulfilled: Any = None, on_rejected: object = None, /) -> Cell:
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
        # Calls are what a link of a chain can least afford: what `new_promise`, `handler_or_none` and `attach` do in
        # the most frequent case stands here (instructions a link, interpreted: 9,543 with the calls, 8,849 without).
        if type(on_fulfilled) is not _FUNCTION and not callable(on_fulfilled):
            on_fulfilled = handler_or_none(on_fulfilled, "then", "on_fulfilled")
        child: Cell = new_of(public.cls)
        child._state = PENDING
        child._kind = THEN
        child._value = copy_context() or None
        child._on_fulfilled = on_fulfilled
        child._on_rejected = None if on_rejected is None else handler_or_none(on_rejected, "then", "on_rejected")
        child._reaction = None
        if tracking.places is not None:
            record_origin(child)
        # <atomic self>
        if self._state == PENDING and self._reaction is None:
            self._reaction = child
            return child
        # </atomic>
        if self._state == FULFILLED:
            follow(self, child)
        else:
            attach(self, child)
        return child

    def catch(self, exceptions: object, on_rejected: object = _ABSENT, /) -> Cell:
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
            refuse_class_as_handler(exceptions, "catch")
            child._kind = THEN
            child._on_rejected = handler_or_none(exceptions, "catch", "on_rejected")
        else:
            child._kind = CATCH
            child._on_fulfilled = exception_classes(exceptions, "catch")
            child._on_rejected = handler_or_none(on_rejected, "catch", "on_rejected")
        child._value = copy_context() or None
        attach(self, child)
        return child

    def finally_(self, on_finally: object, /) -> Cell:
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
        child._value = copy_context() or None
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
        # Any: by name, since a program may have put a `then` of its own into the class (allocation.py).
        source: Any = self
        last: Cell = self if on_fulfilled is None and on_rejected is None else source.then(on_fulfilled, on_rejected)
        attach(last, RejectionReport())

    def tap(self, on_fulfilled: object, /) -> Cell:
        """Return a promise of the same value, after the handler has seen it.

        Args:
            on_fulfilled: Called with the value; what it returns is waited for and forgotten,
                what it raises, or a promise of it that is rejected, rejects the result.

        Threads and loops: as `then`.
        Source: Bluebird.

        """
        child = new_promise()
        child._kind = TAP
        child._on_fulfilled = handler_or_none(on_fulfilled, "tap", "on_fulfilled")
        child._value = copy_context() or None
        attach(self, child)
        return child

    def tap_catch(self, exceptions: object, on_rejected: object = _ABSENT, /) -> Cell:
        """Return a promise of the same outcome, after the handler has seen a rejection.

        Written as `catch` is: `tap_catch(handler)` or `tap_catch(KeyError, handler)`.

        Args:
            exceptions: The exception class, or tuple of classes, that the handler is for; left out: `Exception`.
            on_rejected: Called with the exception; what it returns is waited for and forgotten,
                what it raises, or a promise of it that is rejected, takes the place of the reason.

        Raises:
            TypeError: As `catch`.

        Threads and loops: as `then`.
        Source: Bluebird.

        """
        child = new_promise()
        child._kind = TAP_CATCH
        if on_rejected is _ABSENT:
            refuse_class_as_handler(exceptions, "tap_catch")
            child._on_fulfilled = EVERY_EXCEPTION
            child._on_rejected = handler_or_none(exceptions, "tap_catch", "on_rejected")
        else:
            child._on_fulfilled = exception_classes(exceptions, "tap_catch")
            child._on_rejected = handler_or_none(on_rejected, "tap_catch", "on_rejected")
        child._value = copy_context() or None
        attach(self, child)
        return child

    def settle(self) -> Cell:
        """Return a promise of the outcome, `Fulfilled(value)` or `Rejected(reason)`, which is never rejected.

        Threads and loops: as `then`.
        Source: ECMAScript `Promise.allSettled`, for one promise; Bluebird's `reflect`.
        """
        child = new_promise()
        child._kind = SETTLE
        attach(self, child)
        return child

    def delay(self, seconds: object, /) -> Cell:
        """Return a promise of the same value, `seconds` after this promise is fulfilled; a rejection passes at once.

        Args:
            seconds: How long to wait; 0 still comes back from a timer.

        Raises:
            TypeError: `seconds` is no number.
            ValueError: `seconds` is negative or NaN.

        Inside an asyncio loop its handlers run on the loop;
        elsewhere on the library's timer thread, or where the scheduler in use says.
        Source: Bluebird.

        """
        return later.delayed(self, seconds)

    def timeout(self, seconds: object, /) -> Cell:
        """Return a promise of the same outcome, or rejected when that takes longer than `seconds`.

        Args:
            seconds: How long to wait. This promise goes on all the same; nothing is cancelled.

        Returns:
            A promise that may be rejected with `PromiseTimeoutError`.

        Raises:
            TypeError: `seconds` is no number.
            ValueError: `seconds` is negative or NaN.

        Threads and loops: as `delay`, when time is up.
        Source: Bluebird.

        """
        return later.limited(self, seconds)
