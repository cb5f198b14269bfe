"""Promises made of several promises: all, all_settled, any, race, props.

Each is one object that counts, attached to every promise; values are read at the end.
"""

from __future__ import annotations

from .adoption import PLAIN, is_plain, resolve
from .cell import Cell, blank, public, root_of
from .checks import is_awaitable
from .futures import is_concurrent_future
from .outcomes import outcome_of
from .settlement import attach, give_up, settle
from .states import FULFILLED, JOIN, NO_JOB, PENDING, REJECTED
from .triggers import Counter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .jobs import JobQueue


class Joiner(Counter):
    """Waits for several promises and settles one."""

    __slots__ = ("_items", "_remaining", "_result", "_values")
    _result: Cell | None
    _items: list[object]
    _values: int
    _remaining: int

    def __init__(self, result: Cell, items: list[object]) -> None:
        """Take the promise to settle, and the values, promises and other awaitables to wait for."""
        self._kind = JOIN
        self._result = result
        self._items = items
        # How many of the items are plain values.
        self._values = 0
        # One more than there are, so that nothing is finished before all are attached.
        self._remaining = len(items) + 1

    def start(self) -> None:
        """Attach to every promise among the items; called once, by the maker."""
        items = self._items
        values = 0
        promise_class: object = public.cls
        for index, item in enumerate(items):
            cls = type(item)
            # What is most often there is asked for first, and by what costs least.
            if cls is not promise_class and cls in PLAIN:
                values += 1
                continue
            if cls is promise_class or issubclass(cls, Cell):  # by the type, as in adoption.resolve
                cell: Cell = item  # type: ignore[assignment] # it is one
            else:
                # Into this list, which a decision before has taken from self.
                items[index] = cell = _adopted(item)
            # What `attach` does for a promise that nobody waits for: a call for each is what this can least afford.
            # <atomic cell>
            if cell._state == PENDING and cell._reaction is None:
                cell._reaction = self
                continue
            # </atomic>
            attach(cell, self)
        self._values = values
        # <atomic self>
        self._remaining = remaining = self._remaining - values - 1
        # </atomic>
        if remaining == 0:
            self._finish(None)

    def _told(self, source: Cell) -> bool:
        # Settling is left to a job: an all() of an all() of ... must not recurse.
        # <atomic self>
        self._remaining = remaining = self._remaining - 1
        # </atomic>
        if remaining != 0:
            return False
        self._kind = NO_JOB
        return True

    def _told_of(self, first: Cell, count: int) -> bool:
        # <atomic self>
        self._remaining = remaining = self._remaining - count
        # </atomic>
        if remaining != 0:
            return False
        self._kind = NO_JOB
        return True

    def _run(self, queue: JobQueue) -> None:
        self._finish(queue)

    def _finish(self, queue: JobQueue | None) -> None:
        """Settle the result, if nobody has, when everything has arrived or everything is decided."""
        raise NotImplementedError

    def _take(self) -> Cell | None:
        """Return the promise to settle to the first who asks, and None after."""
        # <atomic self>
        result = self._result
        self._result = None
        # </atomic>
        return result

    def _leave(self) -> None:
        items, self._items = self._items, []
        for item in items:
            if isinstance(item, Cell):
                give_up(item, self)


class AllJoiner(Joiner):
    """Fulfils with all values, in order; rejects with the first rejection."""

    __slots__ = ("_failed", "_keys", "_shape")
    _failed: Cell | None
    _shape: int
    _keys: list[object] | None

    def __init__(self, result: Cell, items: list[object], kind: int, keys: list[object] | None = None) -> None:
        """Take what `Joiner` takes, and AS_LIST, AS_TUPLE, or AS_DICT with its keys."""
        super().__init__(result, items)
        self._failed = None
        self._shape = kind
        self._keys = keys

    def _told(self, source: Cell) -> bool:
        if source._state == REJECTED:
            if self._failed is not None:
                return False
            # Two threads may both find it so: then both finish, with the same one, and the first who does counts.
            self._failed = source
        else:
            # <atomic self>
            self._remaining = remaining = self._remaining - 1
            # </atomic>
            if remaining != 0 or self._failed is not None:
                return False
        self._kind = NO_JOB
        return True

    def _told_of(self, first: Cell, count: int) -> bool:
        # <atomic self>
        self._remaining = remaining = self._remaining - count
        # </atomic>
        if remaining != 0 or self._failed is not None:
            return False
        self._kind = NO_JOB
        return True

    def _finish(self, queue: JobQueue | None) -> None:
        result = self._take()
        if result is None:
            return
        failed = self._failed
        if failed is not None:
            self._leave()
            settle(result, REJECTED, failed._value, queue)
            return
        values = _values_of(self._items, self._values)
        self._items = []
        settle(result, FULFILLED, shaped(values, self._shape, self._keys), queue)


class SettledJoiner(Joiner):
    """Fulfils with every outcome, in order; never rejects."""

    __slots__ = ("_shape",)
    _shape: int

    def __init__(self, result: Cell, items: list[object], kind: int) -> None:
        """Take what `Joiner` takes, and AS_LIST or AS_TUPLE."""
        super().__init__(result, items)
        self._shape = kind

    def _finish(self, queue: JobQueue | None) -> None:
        result = self._take()
        if result is None:
            return
        outcomes: list[object] = [outcome_of(item) for item in self._items]
        self._items = []
        settle(result, FULFILLED, shaped(outcomes, self._shape, None), queue)


class FirstJoiner(Joiner):
    """Settles as the first that settles (race), or as the first that is fulfilled (any)."""

    __slots__ = ("_first", "_rejections_count")
    _first: Cell | None
    _rejections_count: bool

    def __init__(self, result: Cell, items: list[object], rejections_count: bool) -> None:  # noqa: FBT001 - internal
        """Take what `Joiner` takes, and whether a rejection decides."""
        super().__init__(result, items)
        self._first = None
        self._rejections_count = rejections_count

    def start(self) -> None:
        """Attach to every promise among the items; a plain value has won at its place."""
        for index, item in enumerate(self._items):
            if is_plain(item):
                self._items[index] = fulfilled = Cell()
                blank(fulfilled)
                settle(fulfilled, FULFILLED, item, None)
        super().start()

    def _told(self, source: Cell) -> bool:
        return self._told_of(source, 1)

    def _told_of(self, first: Cell, count: int) -> bool:
        # First decided, then counted: who finds everything counted finds what has decided.
        decides = self._first is None and (self._rejections_count or first._state == FULFILLED)
        if decides:
            self._first = first  # two threads: as in AllJoiner
        # <atomic self>
        self._remaining = remaining = self._remaining - count
        # </atomic>
        if decides or (remaining == 0 and self._first is None):
            self._kind = NO_JOB
            return True
        return False

    def _finish(self, queue: JobQueue | None) -> None:
        result = self._take()
        if result is None:
            return
        first = self._first
        if first is not None:
            self._leave()
            settle(result, first._state, first._value, queue)
        else:
            reasons = _all_rejected(self._items)
            self._items = []
            settle(result, REJECTED, reasons, queue)


def _values_of(items: list[object], plain: int) -> list[object]:
    """Return the values of `items`, promises that are fulfilled and `plain` values."""
    if plain == len(items):
        return items
    if plain != 0:
        return [root_of(item)._value if isinstance(item, Cell) else item for item in items]
    cells: list[Cell] = items  # type: ignore[assignment] # nothing else
    # Few are linked, and `root_of` is a call.
    return [cell._value if cell._state == FULFILLED else root_of(cell)._value for cell in cells]


def _all_rejected(items: list[object]) -> BaseException:
    reasons: list[BaseException] = [root_of(item)._value for item in items if isinstance(item, Cell)]
    return BaseExceptionGroup(f"all {len(reasons)} promises of any() were rejected", reasons)


def _adopted(item: object) -> Cell:
    adopted = Cell()
    blank(adopted)
    resolve(adopted, item, None)
    return adopted


AS_LIST = 0
AS_TUPLE = 1
AS_DICT = 2


def shaped(values: list[object], kind: int, keys: list[object] | None) -> object:
    """Return the values as the list, tuple or dict that was asked for."""
    if kind == AS_TUPLE:
        return tuple(values)
    return values if keys is None else dict(zip(keys, values, strict=True))


_NOT_TO_BE_JOINED = (dict, str, bytes)


def items_of(arguments: tuple[object, ...], method: str) -> tuple[list[object], int]:
    """Return what `method(*arguments)` has to wait for, and AS_TUPLE or AS_LIST.

    Raises:
        TypeError: There is nothing to wait for, or the one argument is not an iterable of promises.

    """
    if len(arguments) > 1:
        return list(arguments), AS_TUPLE
    if not arguments:
        msg = f"{method}() takes promises, or one iterable of them: write {method}(a, b) or {method}([a, b])"
        raise TypeError(msg)
    iterable = arguments[0]
    if type(iterable) is list:  # and so nothing of what is asked below, which takes 12,000 instructions
        items: list[object] = iterable  # pyright: ignore[reportUnknownVariableType] # of whatever
        return items.copy(), AS_LIST
    if _is_one_promise(iterable):  # all(*promises) of a list of one
        return [iterable], AS_TUPLE
    if isinstance(iterable, _NOT_TO_BE_JOINED):
        hint = f"{method}(mapping.values()), or props(mapping) to keep the keys"
        msg = f"{method}() takes promises, or one iterable of them, not {iterable!r}: for a dict write {hint}"
        raise TypeError(msg)
    return list(items_iterable(iterable, method)), AS_TUPLE if isinstance(iterable, tuple) else AS_LIST


def _is_one_promise(argument: object) -> bool:
    # An asyncio future, and a promise of `promise` 2.3, has `__iter__` as well, to be awaited by `yield from`.
    return isinstance(argument, Cell) or is_awaitable(argument) or is_concurrent_future(argument)


def items_iterable(iterable: object, method: str) -> Iterable[object]:
    """Return `iterable`.

    Raises:
        TypeError: It is none.

    """
    if not hasattr(type(iterable), "__iter__") or is_awaitable(iterable):
        msg = f"{method}({iterable!r}) has nothing to join: it takes promises, or one iterable of them"
        if method in _WITH_A_FUNCTION:
            msg = f"{method}() goes through an iterable of values or promises, not {iterable!r}"
        raise TypeError(msg)
    return iterable  # type: ignore[return-value] # it has __iter__


_WITH_A_FUNCTION = frozenset({"map", "filter", "each", "reduce"})
