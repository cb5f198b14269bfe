"""A promise made by then, catch, finally_, a tap or settle is the job that runs the handler."""

from __future__ import annotations

from _contextvars import Context

from .adoption import PLAIN, adopt, is_plain, resolve, self_resolution
from .cell import Cell, blank, root_of
from .failures import ends_the_program, reject_with
from .native import i32
from .outcomes import outcome_of
from .settlement import attach, settle
from .states import (
    FULFILLED,
    NO_JOB,
    REJECTED,
    RESTORE,
    RUN_FINALLY,
    RUN_REJECTED,
    RUN_SETTLE,
    RUN_TAP_CATCH,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from .jobs import JobQueue

# Dearer by its class: an empty context is what the copy of an empty one is. Final, as in chaining.py.
_new_context: Final = Context().copy
_run: Final = Context.run


def run_handler(promise: Cell, queue: JobQueue) -> None:
    """Do the job of `promise`, whose source has settled: call the handler, and resolve with what it returns."""
    kind = promise._kind
    context = promise._value
    if kind == RUN_REJECTED or kind == RUN_TAP_CATCH:  # noqa: PLR1714, SIM109 - a tuple would be made for each job
        handler = promise._on_rejected
        source: Cell = promise._on_fulfilled
    else:
        handler = promise._on_fulfilled
        source = promise._on_rejected
    promise._on_fulfilled = None
    promise._on_rejected = None
    promise._value = None
    promise._kind = NO_JOB
    if kind >= RUN_SETTLE:
        _pass_on(promise, kind, handler, source, queue)
        return
    if handler is None:
        settle(promise, source._state, source._value, queue)
        return
    if context is None:
        context = _new_context()
    try:
        result = _run(context, handler) if kind == RUN_FINALLY else _run(context, handler, source._value)
    except BaseException as error:
        reject_with(promise, error, queue)
        del promise, source  # the frame is kept by the exception, see boundary.py
        if ends_the_program(error):
            raise
        return
    if kind <= RUN_REJECTED:
        if type(result) in PLAIN:
            settle(promise, FULFILLED, result, queue)
        else:
            adopt(promise, result, queue, context)
    elif is_plain(result):
        settle(promise, source._state, source._value, queue)
    else:
        _keep_outcome(promise, source, result, queue)
    # The frame is kept, too, by an exception that the handler caught and returned, or put somewhere.
    del promise, source, result


def _keep_outcome(promise: Cell, source: Cell, result: object, queue: JobQueue) -> None:
    # ECMAScript 27.2.5.3.1: what the handler returned is waited for, then the outcome before it passes on.
    promise._kind = RESTORE
    promise._on_fulfilled = source
    waited = Cell()
    blank(waited)
    try:
        resolve(waited, result, queue)
    finally:  # also where a getter of `then` raised KeyboardInterrupt: the promise has to settle
        if root_of(promise) is root_of(waited):
            promise._kind = NO_JOB
            promise._on_fulfilled = None
            settle(waited, REJECTED, self_resolution(promise), queue)
        else:
            attach(waited, promise)


def _pass_on(promise: Cell, kind: i32, kept: Cell | None, source: Cell, queue: JobQueue) -> None:
    if kind == RUN_SETTLE or kept is None:
        settle(promise, FULFILLED, outcome_of(source), queue)
        return
    outcome = kept if source._state == FULFILLED else source
    settle(promise, outcome._state, outcome._value, queue)
