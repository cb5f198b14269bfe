"""What `delay` and `timeout` leave behind on a promise."""

from __future__ import annotations

from typedpromise.errors import PromiseTimeoutError

from .cell import Cell
from .checks import checked_seconds
from .making import new_promise
from .reaction import Reaction
from .settlement import attach, give_up, settle
from .shown import shown
from .states import FULFILLED, REJECTED
from .timers import Timer, call_later

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .checks import _Seconds
    from .jobs import JobQueue


def delayed(source: Cell, seconds: object) -> Cell:
    """Return a promise of the value of `source`, `seconds` after it has come: `Promise.delay`."""
    limit = checked_seconds(seconds, "delay()")
    child = new_promise()
    attach(source, Delay(child, limit))
    return child


def limited(source: Cell, seconds: object) -> Cell:
    """Return a promise of the outcome of `source`, which may take `seconds`: `Promise.timeout`."""
    longest = checked_seconds(seconds, "timeout()")
    child = new_promise()
    limit = TimeLimit(child, source, longest)
    attach(source, limit)
    limit.start()
    return child


class Delay(Reaction):
    """Starts the timer when the value has come."""

    __slots__ = ("_result", "_seconds", "_source")

    def __init__(self, result: Cell, seconds: _Seconds) -> None:
        """Take the promise to settle, and how long to wait."""
        self._result = result
        self._seconds = seconds
        self._source: Cell | None = None

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        self._source = source
        queue.put(self)

    def _run(self, queue: JobQueue) -> None:
        source = self._source
        assert source is not None
        if source._state == FULFILLED:
            call_later(self._seconds, self._fire)
        else:
            self._source = None
            settle(self._result, REJECTED, source._value, queue)

    def _fire(self) -> None:
        source, self._source = self._source, None
        assert source is not None
        settle(self._result, FULFILLED, source._value, None)


class TimeLimit(Reaction):
    """Settles the promise of `timeout` as its source does, or when time is up."""

    __slots__ = ("_result", "_seconds", "_source", "_timer")

    def __init__(self, result: Cell, source: Cell, seconds: _Seconds) -> None:
        """Take the promise to settle, the one it follows, and how long that may take."""
        self._result: Cell | None = result
        self._source: Cell | None = source
        self._seconds = seconds
        self._timer: Timer | None = None

    def start(self) -> None:
        """Start the timer, unless the promise has settled."""
        if not self._is_settled():
            self._timer = timer = call_later(self._seconds, self._time_is_up)
            if self._is_settled():
                timer.cancel()

    def _is_settled(self) -> bool:
        # Asked twice, as another thread may settle the promise meanwhile.
        return self._result is None

    def _take(self) -> Cell | None:
        # <atomic self>
        result = self._result
        self._result = None
        # </atomic>
        return result

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        self._source = source
        queue.put(self)

    def _run(self, queue: JobQueue) -> None:
        result = self._take()
        source, self._source = self._source, None
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        if result is not None and source is not None:
            settle(result, source._state, source._value, queue)

    def _time_is_up(self) -> None:
        source = self._source  # before the other is taken: `_run` forgets it, whoever was first
        result = self._take()
        if result is None or source is None:
            return
        give_up(source, self)
        message = f"{shown(source)} did not settle within {self._seconds} seconds: give timeout() more time"
        settle(result, REJECTED, PromiseTimeoutError(message), None)
