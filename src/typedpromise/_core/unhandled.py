"""Rejections that nobody handles: seen once, reported once, through a hook.

A promise that is rejected with nobody waiting gets a guard.
Whoever handles the promise later (then, catch, await, get, reason) disarms it.
Where a host defers the jobs (an event loop), the guards are looked at one tick after the drain, as a browser does.
Without a loop the drain ends before `then` returns, when nobody can have handled its result yet;
there the guard reports when the promise is dropped, which is at once, since promises are in no reference cycle.
"""

from __future__ import annotations

import sys
from atexit import register

from .origins import caller_place, origin_of
from .reaction import Reaction
from .states import REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .cell import Cell
    from .jobs import JobQueue


class UnhandledRejection:
    """What the hook is told: the reason, and where the promise came from.

    Attributes:
        reason: The exception, with its traceback.
        origin: `file:line in function` that made the promise, where origins are tracked (see `track_origins`).
        rejected_at: `file:line in function` that rejected it, where the reason has no traceback to tell.

    """

    __slots__ = ("origin", "reason", "rejected_at")

    def __init__(self, reason: BaseException, origin: str | None, rejected_at: str | None) -> None:
        """Take the parts; made by the library only."""
        self.reason: BaseException = reason
        self.origin: str | None = origin
        self.rejected_at: str | None = rejected_at

    def __str__(self) -> str:
        """Return the report as the default hook prints it, without the traceback."""
        lines = [f"Unhandled promise rejection: {_shown(self.reason)}"]
        if self.origin is not None:
            lines.append(f"  the promise was made at {self.origin}")
        if self.rejected_at is not None:
            lines.append(f"  it was rejected at {self.rejected_at}")
        lines.append("  Nobody saw the error: end the chain with .catch(handler) or .done(), await it or get() it.")
        if self.origin is None:
            lines.append("  Set TYPEDPROMISE_ORIGINS=1 to see where the promise was made.")
        return "\n".join(lines)


def _shown(reason: BaseException) -> str:
    try:
        return repr(reason)
    except Exception:  # noqa: BLE001 - of the user's; the report must come out, as tracebacks do
        return f"<{type(reason).__name__}, whose repr failed>"


class RejectionGuard:
    """Knows a rejection that nobody has handled yet; kept by the rejected promise, which it does not keep."""

    __slots__ = ("_rejection",)

    def __init__(self, promise: Cell, reason: BaseException) -> None:
        """Arm the guard of `promise`."""
        if not _hook.loads_at_exit:
            # Promises of module level die when nothing can be imported any more.
            _hook.loads_at_exit = True
            register(_load_printer)
        rejected_at = caller_place() if reason.__traceback__ is None else None
        self._rejection: UnhandledRejection | None = UnhandledRejection(reason, origin_of(promise), rejected_at)

    def disarm(self) -> None:
        """Note that somebody handles the rejection."""
        self._rejection = None

    def report(self) -> None:
        """Call the hook, once, where nobody has handled the rejection."""
        # <atomic self>
        rejection = self._rejection
        self._rejection = None
        # </atomic>
        if rejection is not None:
            report(rejection)

    def __del__(self) -> None:
        """Report: the promise is gone, so nobody can handle it any more."""
        self.report()


class UnhandledCheck:
    """The rejections of one drain, looked at one tick after it."""

    __slots__ = ("_guards",)

    def __init__(self, guards: list[RejectionGuard]) -> None:
        """Take the guards of the promises that were rejected with nobody waiting."""
        self._guards = guards

    def report(self) -> None:
        """Report those that nobody has handled meanwhile."""
        for guard in self._guards:
            guard.report()


class RejectionReport(Reaction):
    """Reports a rejection at once: `done()` says that nobody else will handle it."""

    __slots__ = ("_source",)

    def __init__(self) -> None:
        """Wait for the promise it is attached to."""
        self._source: Cell | None = None

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        if source._state == REJECTED:
            self._source = source
            queue.put(self)

    def _run(self, queue: JobQueue) -> None:
        source, self._source = self._source, None
        if source is not None:
            report(UnhandledRejection(source._value, origin_of(source), None))


def report(rejection: UnhandledRejection) -> None:
    """Call the hook with `rejection`; where the hook itself raises, print both."""
    hook = _hook.function
    try:
        hook(rejection)
    except Exception as error:  # noqa: BLE001 - the hook is the user's; its failure must not hide the rejection
        print_rejection(rejection)
        print(f"The unhandled-rejection hook {hook!r} itself raised {error!r}.", file=sys.stderr)  # noqa: T201


def print_rejection(rejection: UnhandledRejection) -> None:
    """Print the report and the traceback of the reason to `sys.stderr`: the default hook."""
    if sys.stderr is None:  # pythonw has none
        return
    _load_printer()
    print(rejection, file=sys.stderr)  # noqa: T201 - this is the report
    _hook.print_exception(rejection.reason, file=sys.stderr)


def _load_printer() -> None:
    if _hook.print_exception is None:
        from traceback import print_exception

        _hook.print_exception = print_exception


class _Hook:
    __slots__ = ("function", "loads_at_exit", "print_exception")

    def __init__(self, function: Callable[[UnhandledRejection], object]) -> None:
        self.function = function
        # Any: the function of `traceback`, whose signature is wide.
        self.print_exception: Any = None
        self.loads_at_exit = False


_hook = _Hook(print_rejection)


def set_unhandled_rejection_hook(
    hook: Callable[[UnhandledRejection], object] | None,
) -> Callable[[UnhandledRejection], object]:
    """Set what is called for a rejection that nobody handled; return the hook before.

    Args:
        hook: Called with an `UnhandledRejection`, on the thread that found it; None restores the default,
            which prints the report and the traceback to `sys.stderr`.

    Raises:
        TypeError: `hook` cannot be called.

    Holds for all threads, as `sys.unraisablehook` does.

    """
    if hook is not None and not callable(hook):
        msg = (
            f"set_unhandled_rejection_hook() takes a function of one UnhandledRejection, or None for the default, "
            f"not {hook!r}"
        )
        raise TypeError(msg)
    before = _hook.function
    _hook.function = print_rejection if hook is None else hook
    return before
