"""Promises made of several promises."""

from __future__ import annotations

from .adoption import is_plain, resolve
from .coroutines import is_awaitable
from .futures import is_concurrent_future
from .handlers import Chained
from .reaction import Reaction
from .settlement import Cell, attach, blank, root_of, settle
from .states import FULFILLED, REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .jobs import JobQueue


class AllCounter(Reaction):
    """Waits for all of some promises: one object for them all, which counts, and reads the values at the end."""

    __slots__ = ("_as_tuple", "_failed", "_items", "_remaining", "_result")
    _result: Cell
    _items: list[object]
    _failed: Cell | None
    _remaining: int
    _as_tuple: bool

    def __init__(self, result: Cell, items: list[object], as_tuple: bool) -> None:  # noqa: FBT001 - internal
        """Take the promise to settle, and the values, promises and other awaitables to wait for."""
        self._result = result
        self._items = items
        self._as_tuple = as_tuple
        self._failed = None
        # One more than there are, so that nothing is finished before all are attached.
        self._remaining = len(items) + 1

    def start(self) -> None:
        """Attach to every promise among the items; called once, by the maker."""
        items = self._items
        for index, item in enumerate(items):
            if is_plain(item):
                self._arrive()
            else:
                if not issubclass(type(item), Cell):  # by the type, as in adoption.resolve
                    # Into this list, which a rejection before has taken from self.
                    item = items[index] = _adopted(item)  # noqa: PLW2901 - the promise in its place
                attach(item, self)  # type: ignore[arg-type] # it is a Cell
        if self._arrive():
            settle(self._result, FULFILLED, self._values(), None)

    def _arrive(self) -> bool:
        # <atomic>
        self._remaining = remaining = self._remaining - 1
        # </atomic>
        return remaining == 0

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        # Settling is left to a job: an all() of an all() of ... must not recurse.
        if source._state == REJECTED:
            if self._failed is None:
                self._failed = source
                self._items = []
                queue.jobs.append(self)
        elif self._arrive():
            queue.jobs.append(self)

    def _run(self, queue: JobQueue) -> None:
        failed = self._failed
        if failed is None:
            settle(self._result, FULFILLED, self._values(), queue)
        else:
            settle(self._result, REJECTED, failed._value, queue)

    def _values(self) -> list[object] | tuple[object, ...]:
        values = [root_of(item)._value if isinstance(item, Cell) else item for item in self._items]
        self._items = []
        return tuple(values) if self._as_tuple else values


_NOT_TO_BE_JOINED = (dict, str, bytes)


def _adopted(item: object) -> Cell:
    adopted = Chained()
    blank(adopted)
    resolve(adopted, item, None)
    return adopted


def items_of(arguments: tuple[object, ...]) -> tuple[list[object], bool]:
    """Return what `all(*arguments)` has to wait for, and whether the result is a tuple.

    Raises:
        TypeError: There is nothing to wait for, or the one argument is not an iterable of promises.

    """
    if len(arguments) > 1:
        return list(arguments), True
    if not arguments:
        msg = "all() takes promises, or one iterable of them: write all(a, b) or all([a, b])"
        raise TypeError(msg)
    iterable = arguments[0]
    if _is_one_promise(iterable):  # all(*promises) of a list of one
        return [iterable], True
    if isinstance(iterable, _NOT_TO_BE_JOINED):
        msg = f"all() takes promises, or one iterable of them, not {iterable!r}: for a dict write all(mapping.values())"
        raise TypeError(msg)
    if not hasattr(type(iterable), "__iter__"):
        msg = f"all({iterable!r}) has nothing to join: it takes promises, or one iterable of them"
        raise TypeError(msg)
    items: list[object] = list(iterable)  # type: ignore[call-overload] # it has __iter__
    return items, isinstance(iterable, tuple)


def _is_one_promise(argument: object) -> bool:
    # An asyncio future, and a promise of `promise` 2.3, has `__iter__` as well, to be awaited by `yield from`.
    return isinstance(argument, Cell) or is_awaitable(argument) or is_concurrent_future(argument)
