"""Go through values one after the other with a handler: map, filter, each, reduce.

Handlers are started in the order of the values, at most `concurrency` of them unfinished at a time;
the iterable is read no further than that, so it may be endless work made as it goes.
Source: Bluebird's functions of the same names, whose `map` starts in any order (bluebird#708).
"""

from __future__ import annotations

from .adoption import PLAIN, resolve
from .cell import Cell, blank, root_of
from .jobs import current_queue
from .reaction import Reaction
from .settlement import attach, mark_handled, settle
from .states import FULFILLED, REJECTED, THEN
from .triggers import trigger

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextvars import Context

    from .jobs import JobQueue

MAP = 0
FILTER = 1
EACH = 2
REDUCE = 3
_NO_LIMIT = 1 << 60


class Traversal(Reaction):
    """The state of one map, filter, each or reduce; a reaction to every handler's promise."""

    __slots__ = (
        "_again",
        "_blocked",
        "_context",
        "_ended",
        "_failed",
        "_folded",
        "_handler",
        "_inputs",
        "_iterator",
        "_limit",
        "_mode",
        "_outputs",
        "_pumping",
        "_result",
        "_running",
    )

    def __init__(
        self, kind: int, result: Cell, iterator: Iterator[object], handler: Callable[..., object], context: Context
    ) -> None:
        """Take MAP, FILTER, EACH or REDUCE, the promise to settle, the values and the handler with its context."""
        self._mode = kind
        self._result: Cell | None = result
        self._iterator: Iterator[object] | None = iterator
        self._handler: Callable[..., object] | None = handler
        self._context = context
        self._limit = 1 if kind >= EACH else _NO_LIMIT
        self._inputs: list[Cell] = []
        self._outputs: list[Cell] = []
        self._folded: object = None
        self._failed: Cell | None = None
        self._running = 0
        self._ended = False
        # A value that is a promise has to come before its handler, and those behind it, can start.
        self._blocked = False
        self._pumping = False
        self._again = False

    def limit(self, concurrency: int | None) -> None:
        """Let at most `concurrency` handlers be unfinished at a time."""
        if concurrency is not None:
            self._limit = concurrency

    def start(self) -> None:
        """Start as many handlers as may run."""
        # <atomic self>
        self._again = True
        if self._pumping:
            return
        self._pumping = True
        # </atomic>
        while True:
            # <atomic self>
            if not self._again:
                self._pumping = False
                return
            self._again = False
            # </atomic>
            self._pump()

    def _pump(self) -> None:
        queue = current_queue()
        while self._failed is None and not self._blocked and not self._ended and self._running < self._limit:
            iterator = self._iterator
            if iterator is None:  # another thread has settled the result
                break
            try:
                item = next(iterator)
            except StopIteration:
                self._ended = True
                break
            except Exception as error:  # noqa: BLE001 - what the user's iterator raises rejects the result
                self._fail_with(error)
                break
            self._begin(item, queue)
        if self._ended and self._running == 0 and not self._blocked and self._failed is None:
            self._finish()

    def _begin(self, item: object, queue: JobQueue) -> None:
        cls = type(item)
        if cls in PLAIN:
            source: Cell = _fulfilled(item)
        elif issubclass(cls, Cell):  # by the type, as in adoption.resolve
            source = item  # type: ignore[assignment] # it is one
        else:
            source = _cell_of(item)
        if root_of(source)._state >= FULFILLED:
            self.run_handler(source, queue)
        else:
            self._blocked = True
            attach(source, Arrival(self, source))

    def run_handler(self, source: Cell, queue: JobQueue) -> None:
        """Put the handler for a value that has come into `queue`, which somebody drains who has called us."""
        child = Cell()
        blank(child)
        child._kind = THEN
        child._on_fulfilled = self._handler
        child._value = self._context.copy()
        child._reaction = self
        # <atomic self>
        self._running = self._running + 1
        # </atomic>
        if self._mode != REDUCE:
            self._outputs.append(child)
        if FILTER <= self._mode <= EACH:
            self._inputs.append(source)
        root = root_of(source)
        if root._state == REJECTED:
            mark_handled(root)
        trigger(child, root, queue)

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        # <atomic self>
        self._running = running = self._running - 1
        # </atomic>
        if source._state == REJECTED:
            if self._failed is None:
                self._failed = source
                queue.put(self)
            return
        if self._mode == REDUCE:
            self._folded = source._value
        if running == 0 or not self._ended:  # else there is nothing to do before the last one
            queue.put(self)

    def _run(self, queue: JobQueue) -> None:
        failed = self._failed
        if failed is None:
            self.start()
        else:
            result = self._take()
            if result is not None:
                self._forget()
                settle(result, REJECTED, failed._value, queue)

    def _fail_with(self, error: Exception) -> None:
        failed = Cell()
        blank(failed)
        self._failed = failed
        settle(failed, REJECTED, error, None)
        attach(failed, Arrival(self, failed))

    def _finish(self) -> None:
        result = self._take()
        if result is None:
            return
        outputs, inputs, folded = self._outputs, self._inputs, self._folded
        self._forget()
        if self._mode == REDUCE:
            value: object = folded
        elif self._mode == FILTER:
            value = [root_of(given)._value for given, kept in zip(inputs, outputs, strict=True) if root_of(kept)._value]
        else:
            value = [root_of(cell)._value for cell in (inputs if self._mode == EACH else outputs)]
        settle(result, FULFILLED, value, None)

    def _take(self) -> Cell | None:
        """Return the promise to settle to the first who asks, and None after."""
        # <atomic self>
        result = self._result
        self._result = None
        # </atomic>
        return result

    def _forget(self) -> None:
        self._handler = None
        self._iterator = None
        self._inputs, self._outputs, self._folded = [], [], None


class Arrival(Reaction):
    """Goes on with the traversal when a value that is a promise has come."""

    __slots__ = ("_source", "_traversal")

    def __init__(self, traversal: Traversal, source: Cell) -> None:
        """Take the traversal that is blocked, and what it waits for."""
        self._traversal = traversal
        self._source = source

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        queue.put(self)

    def _run(self, queue: JobQueue) -> None:
        traversal = self._traversal
        if traversal._failed is not None:
            traversal._run(queue)
            return
        traversal.run_handler(self._source, queue)
        traversal._blocked = False  # not before: another thread might start the next value first
        traversal.start()


class FoldStart(Reaction):
    """Starts a reduce when its initial value has come."""

    __slots__ = ("_initial", "_traversal")

    def __init__(self, traversal: Traversal, initial: object) -> None:
        """Take the traversal and the initial value, or a promise of it."""
        self._traversal = traversal
        self._initial: Cell | None = _cell_of(initial)

    def start(self) -> None:
        """Wait for the initial value; called once, by the maker."""
        initial = self._initial
        assert initial is not None
        attach(initial, self)

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        self._initial = source
        queue.put(self)

    def _run(self, queue: JobQueue) -> None:
        initial, self._initial = self._initial, None
        traversal = self._traversal
        handler = traversal._handler
        assert initial is not None
        assert handler is not None
        if initial._state == REJECTED:
            traversal._failed = initial
            traversal._run(queue)
            return
        traversal._folded = initial._value
        traversal._handler = Fold(traversal, handler).step
        traversal.start()


class Fold:
    """The handler of a reduce: gives the user's handler what has been folded so far."""

    __slots__ = ("_handler", "_traversal")

    def __init__(self, traversal: Traversal, handler: Callable[..., object]) -> None:
        """Take the traversal that keeps the folded value."""
        self._traversal = traversal
        self._handler = handler

    def step(self, value: object) -> object:
        """Fold one value."""
        return self._handler(self._traversal._folded, value)


def _cell_of(item: object) -> Cell:
    cls = type(item)
    if issubclass(cls, Cell):  # by the type, as in adoption.resolve
        return item  # type: ignore[return-value] # it is one
    if cls in PLAIN:
        return _fulfilled(item)
    cell = Cell()
    blank(cell)
    resolve(cell, item, None)
    return cell


def _fulfilled(value: object) -> Cell:
    cell = Cell()
    blank(cell)
    cell._value = value
    cell._state = FULFILLED
    return cell
