"""`await promise`: one small generator for each case.

Apart from the method `__await__`, so that no frame of a traceback has the promise as its `self`,
and with variables that are set to None, because compiled generators cannot delete them.
"""

from __future__ import annotations

from .cell import root_of
from .loops import loop_of_task
from .settlement import attach, detach
from .states import AWAITED, FULFILLED, LINKED
from .waiting import LoopWakeup, reason_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator

    from .cell import Cell


def given(value: object) -> Generator[object, None, object]:
    """Give `value` without suspending."""
    return value
    yield


def raised(reason: BaseException | None) -> Generator[object, None, object]:
    """Raise `reason` without suspending."""
    assert reason is not None
    try:
        raise _raisable(reason)
    finally:
        reason = None  # the frame is kept by the exception, see boundary.py
    yield


def _raisable(reason: BaseException) -> BaseException:
    """Return what a generator raises in place of `reason`: a StopIteration would end it (PEP 479).

    The interpreter does this by itself, compiled generators do not.
    """
    if not isinstance(reason, StopIteration):
        return reason
    error = RuntimeError("generator raised StopIteration")
    error.__cause__ = reason
    return error


def suspended(promise: Cell | None) -> Generator[object, None, object]:
    """Suspend until `promise` has settled, unless it has, then give its value or raise its reason."""
    assert promise is not None
    state = promise._state
    if state == FULFILLED:
        return promise._value
    if state <= AWAITED or root_of(promise)._state < FULFILLED:
        loop = loop_of_task()
        if loop is None:
            yield promise  # to the CoroutineJob that runs us
        else:
            wakeup = LoopWakeup()
            wakeup._asyncio_future_blocking = True
            wakeup._callback = None
            wakeup._loop = loop
            wakeup._outcome = None
            wakeup._source = promise
            attach(promise, wakeup)
            try:
                yield wakeup
            except BaseException:  # the task was cancelled
                detach(promise, wakeup)
                wakeup._source = None
                promise = None  # the frame is kept by the exception, see boundary.py
                raise
            if wakeup._outcome is None:  # it was not the wake-up that has resumed us
                detach(promise, wakeup)
                wakeup._source = None
        state = promise._state
        if state == FULFILLED:
            return promise._value
        if state <= LINKED and root_of(promise)._state < FULFILLED:
            raise RuntimeError(_resumed_too_early(promise))
    root: Cell | None = root_of(promise)
    promise = None
    assert root is not None
    if root._state == FULFILLED:
        return root._value
    reason: BaseException | None = _raisable(reason_of(root))
    root = None
    assert reason is not None
    try:
        raise reason
    finally:
        reason = None


def _resumed_too_early(promise: Cell) -> str:
    return (
        f"the coroutine that awaits {promise!r} was resumed before that settled: whoever runs it does not wait for "
        "promises; run it under asyncio or by Promise.resolve(coroutine), or give its runner what it waits for "
        "(for Twisted see docs/coming-from-twisted.md)"
    )
