"""What becomes of an exception that code of the user's raised inside the library."""

from __future__ import annotations

import sys

from typedpromise.errors import PromiseCancelledError

from .settlement import settle
from .states import REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

    from .cell import Cell
    from .jobs import JobQueue

_PACKAGE = __name__.partition(".")[0]


def reject_with(cell: Cell, error: BaseException, queue: JobQueue | None) -> None:
    """Reject `cell` with what a handler raised.

    The traceback then begins in the user's code: our own frames tell him nothing,
    and they would keep the promise alive through its own reason.
    """
    # Not by assignment, which an exception may refuse: a frozen dataclass does.
    BaseException.with_traceback(error, without_own_frames(error.__traceback__))
    settle(cell, REJECTED, error, queue)


def without_own_frames(traceback: TracebackType | None) -> TracebackType | None:
    """Return `traceback` from the first frame on that is not this package's."""
    while traceback is not None:
        module = traceback.tb_frame.f_globals.get("__name__", "")
        if module != _PACKAGE and not module.startswith(_PACKAGE + "."):
            break
        traceback = traceback.tb_next
    return traceback


def ends_the_program(error: BaseException) -> bool:
    """Whether `error` must reach the caller as well: nobody may swallow Ctrl-C or sys.exit()."""
    return isinstance(error, KeyboardInterrupt | SystemExit)


def as_reason(reason: object, where: str) -> BaseException:
    """Return `reason` if it can be one.

    Args:
        reason: What somebody wants to reject with.
        where: The call, for the message.

    Raises:
        TypeError: It is not an exception, so it could neither be raised nor carry a traceback.

    """
    if isinstance(reason, BaseException):
        return reason
    if isinstance(reason, type) and issubclass(reason, BaseException):
        msg = f"{where} takes an exception, not the class {reason.__name__}: write {reason.__name__}(...)"
    else:
        msg = f"{where} takes an exception, not {reason!r}: wrap it, e.g. RuntimeError({reason!r})"
    raise TypeError(msg)


def is_cancellation(reason: object) -> bool:
    """Whether `reason` is asyncio's `CancelledError`; where asyncio was never imported there is none."""
    exceptions = sys.modules.get("asyncio.exceptions")
    return exceptions is not None and isinstance(reason, exceptions.CancelledError)


def cancelled_future(future: object) -> PromiseCancelledError:
    """Return the reason of a promise that adopted `future`, which was cancelled."""
    return PromiseCancelledError(f"the future behind the promise was cancelled: {future!r}")


def not_a_cancellation(reason: BaseException, whose: str) -> BaseException:
    """Return `reason`, or a `PromiseCancelledError` in the place of asyncio's.

    A task that awaits the promise would take that for its own cancellation, and no `catch()` would see it.

    Args:
        reason: What somebody else's promise, future or function gave.
        whose: Who that was, for the message.

    """
    if not is_cancellation(reason):
        return reason
    cancelled = PromiseCancelledError(f"{whose} behind the promise was cancelled")
    cancelled.__cause__ = reason
    return cancelled
