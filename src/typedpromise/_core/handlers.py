"""A promise made by then, catch, finally_, a tap or settle is the job that runs the handler."""

from __future__ import annotations

from .adoption import PLAIN, is_plain, resolve, self_resolution
from .failures import ends_the_program, reject_with
from .native import mypyc_attr
from .outcomes import outcome_of
from .settlement import Cell, attach, blank, root_of, settle
from .states import (
    FINALLY,
    FULFILLED,
    NO_JOB,
    REJECTED,
    RESTORE,
    RUN_FINALLY,
    RUN_FULFILLED,
    RUN_REJECTED,
    RUN_RESTORE,
    RUN_SETTLE,
    RUN_TAP,
    RUN_TAP_CATCH,
    SETTLE,
    TAP,
    TAP_CATCH,
    THEN,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .jobs import JobQueue


@mypyc_attr(allow_interpreted_subclasses=True)
class Chained(Cell):
    """A promise whose fate is decided by a handler."""

    __slots__ = ()

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        # Only one of the handlers is needed now: its slot stays, the other takes the source.
        kind = self._kind
        if kind == THEN and source._state == FULFILLED:
            self._on_rejected = source
            self._kind = RUN_FULFILLED
        elif kind == FINALLY:
            self._on_rejected = source
            self._kind = RUN_FINALLY
        elif kind >= SETTLE:
            self._on_rejected = source
            self._kind = RUN_SETTLE if kind == SETTLE else RUN_RESTORE
        else:
            self._trigger_filtered(kind, source)
        queue.jobs.append(self)

    def _trigger_filtered(self, kind: int, source: Cell) -> None:
        # then with a rejection, catch, tap, tap_catch: a handler that is not for this outcome is forgotten.
        if source._state == FULFILLED:
            if kind != TAP:
                self._on_fulfilled = None
            self._on_rejected = source
            self._kind = RUN_TAP if kind == TAP else RUN_FULFILLED
            return
        # A reason that is no Exception passes by, as it passes `except Exception`, unless a filter names it.
        classes = EVERY_EXCEPTION if kind == THEN else self._on_fulfilled
        if kind == TAP or (self._on_rejected is not None and not _is_caught(source._value, classes)):
            self._on_rejected = None
        self._on_fulfilled = source
        self._kind = RUN_TAP_CATCH if kind == TAP_CATCH else RUN_REJECTED

    def _run(self, queue: JobQueue) -> None:
        kind = self._kind
        context = self._value
        if kind == RUN_REJECTED or kind == RUN_TAP_CATCH:  # noqa: PLR1714, SIM109 - a tuple would be made for each job
            handler = self._on_rejected
            source: Cell = self._on_fulfilled
        else:
            handler = self._on_fulfilled
            source = self._on_rejected
        self._on_fulfilled = None
        self._on_rejected = None
        self._value = None
        self._kind = NO_JOB
        if kind >= RUN_SETTLE:
            _pass_on(self, kind, handler, source, queue)
            return
        if handler is None:
            settle(self, source._state, source._value, queue)
            return
        try:
            result = context.run(handler) if kind == RUN_FINALLY else context.run(handler, source._value)
        except BaseException as error:
            reject_with(self, error, queue)
            del self, source  # the frame is kept by the exception, see boundary.py
            if ends_the_program(error):
                raise
            return
        if kind <= RUN_REJECTED:
            if type(result) in PLAIN:  # what `resolve` asks first
                settle(self, FULFILLED, result, queue)
            else:
                resolve(self, result, queue, context)
        elif is_plain(result):
            settle(self, source._state, source._value, queue)
        else:
            _keep_outcome(self, source, result, queue)


# What a handler without a filter is for.
EVERY_EXCEPTION = (Exception,)


def _is_caught(reason: BaseException, classes: tuple[type[BaseException], ...]) -> bool:
    # By the class order alone, as `except` does: no __instancecheck__ of the user's may run here.
    mro = type(reason).__mro__
    for cls in classes:  # noqa: SIM110 - any() would need a generator, which mypyc makes an object
        if cls in mro:
            return True
    return False


def _keep_outcome(promise: Chained, source: Cell, result: object, queue: JobQueue) -> None:
    # ECMAScript 27.2.5.3.1: what the handler returned is waited for, then the outcome before it passes on.
    promise._kind = RESTORE
    promise._on_fulfilled = source
    waited = Chained()
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


def _pass_on(promise: Chained, kind: int, kept: Cell | None, source: Cell, queue: JobQueue) -> None:
    if kind == RUN_SETTLE or kept is None:
        settle(promise, FULFILLED, outcome_of(source), queue)
        return
    outcome = kept if source._state == FULFILLED else source
    settle(promise, outcome._state, outcome._value, queue)
