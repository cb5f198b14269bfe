"""Hand the values of a batch out to its promises."""

from __future__ import annotations

from .adoption import PLAIN, resolve
from .failures import not_a_cancellation
from .settlement import settle
from .states import FULFILLED, JOIN, PENDING, REJECTED
from .triggers import trigger

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .cell import Cell
    from .jobs import JobQueue
    from .reaction import Reaction
    from .triggers import Counter


def empty(promise: Cell) -> None:
    """Forget the key: its slots belong to the settled promise now."""
    promise._on_fulfilled = None
    promise._on_rejected = None


def hand_out(  # noqa: PLR0912 - a call for each promise is what this can least afford
    promises: list[Cell], values: list[object], queue: JobQueue
) -> None:
    """Resolve each of `promises`, whose fate is the caller's to decide, with its value: `resolve` for many."""
    plain: object = None
    # Most often one `Promise.all` waits for all of them: it is told once of those that come in a row.
    counter: Any = None
    first: Any = None
    count = 0
    reaction: Any = None
    for promise, value in zip(promises, values):  # noqa: B905 - counted before; the compiler knows zip without strict
        kind = type(value)
        if kind is not plain:  # most often all values are of one type
            if kind not in PLAIN:
                if counter is not None:
                    _tell(counter, first, count, queue)
                    counter = None
                _resolve(promise, value, queue)
                continue
            plain = kind
        # <atomic promise>
        if promise._state == PENDING:
            promise._value = value
            promise._on_fulfilled = None
            promise._on_rejected = None
            reaction = promise._reaction
            promise._state = FULFILLED
            promise._reaction = None
        else:
            reaction = values  # what no promise has: several wait for it, or it was linked
        # </atomic>
        if reaction is counter:
            count += 1
            continue
        if counter is not None:
            _tell(counter, first, count, queue)
            counter = None
        if reaction is values:
            empty(promise)
            settle(promise, FULFILLED, value, queue)
        elif reaction is not None:
            if _counts(reaction):
                counter = reaction
                first = promise
                count = 1
            else:
                trigger(reaction, promise, queue)
    if counter is not None:
        _tell(counter, first, count, queue)


def _counts(reaction: Reaction) -> bool:
    return reaction._kind == JOIN


def _tell(counter: Counter, first: Cell, count: int, queue: JobQueue) -> None:
    if counter._told_of(first, count):
        queue.put(counter)


def _resolve(promise: Cell, value: object, queue: JobQueue) -> None:
    empty(promise)
    if isinstance(value, BaseException):
        settle(promise, REJECTED, not_a_cancellation(value, "the load of this key"), queue)
    else:
        resolve(promise, value, queue)
