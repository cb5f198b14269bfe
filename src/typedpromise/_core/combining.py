"""Make one promise of several, or of many values."""

from __future__ import annotations

from . import later
from .chaining import Chaining
from .native import mypyc_attr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .cell import Cell


@mypyc_attr(allow_interpreted_subclasses=True)
class Combining(Chaining):
    """A promise class with the functions that join promises."""

    __slots__ = ()

    @staticmethod
    def all(*promises: object) -> Cell:
        """Return a promise of the values of all `promises`, in their order; the first rejection rejects it.

        Args:
            *promises: Promises or other awaitables, for a tuple of values; or one iterable of them, where plain
                values may stand too: a tuple for a tuple, any other for a list.

        Raises:
            TypeError: There is nothing to join, or one argument that is no iterable, or is a dict or a string.

        Source: ECMAScript 27.2.4.1.

        """
        return later.all_of(promises)

    @staticmethod
    def all_settled(*promises: object) -> Cell:
        """Return a promise of every outcome, `Fulfilled(value)` or `Rejected(reason)`, in order; it is never rejected.

        Args:
            *promises: As in `all`.

        Raises:
            TypeError: As `all`.

        Source: ECMAScript 27.2.4.2.

        """
        return later.all_settled(promises)

    @staticmethod
    def any(*promises: object) -> Cell:
        """Return a promise of the first value; rejected only when all are.

        Args:
            *promises: As in `all`; one at least.

        Returns:
            A promise; when every one is rejected, its reason is an `ExceptionGroup` of their reasons, in order;
            where there is none, a `ValueError`.

        Raises:
            TypeError: As `all`.

        Source: ECMAScript 27.2.4.3, whose AggregateError is Python's exception group.

        """
        return later.first_fulfilled(promises)

    @staticmethod
    def race(*promises: object) -> Cell:
        """Return a promise that settles as the first that settles.

        Args:
            *promises: As in `all`; one at least.

        Raises:
            TypeError: As `all`.
            ValueError: There is none: such a promise would stay pending for ever.

        Source: ECMAScript 27.2.4.5.

        """
        return later.first_settled(promises)

    @staticmethod
    def props(mapping: Mapping[object, object], /) -> Cell:
        """Return a promise of a dict with the same keys, in the same order, and the values of the promises there.

        Args:
            mapping: A mapping to promises, other awaitables or plain values.

        Raises:
            TypeError: `mapping` is none.

        Source: Bluebird; `for_dict` of `promise` 2.3.

        """
        return later.all_by_key(mapping)

    @staticmethod
    def map(values: Iterable[object], fn: Callable[[object], object], /, *, concurrency: object = None) -> Cell:
        """Return a promise of the list of what `fn` gives for each value, in the order of the values.

        Args:
            values: Values, promises or other awaitables; read as the handlers come to them.
            fn: Called with each value, in their order; it may return a promise or awaitable.
            concurrency: How many calls may be unfinished at a time; None for no limit.

        Returns:
            A promise; the first rejection, of a value or of a call, rejects it and nothing more is started.

        Raises:
            TypeError: `values` cannot be iterated, `fn` cannot be called, or `concurrency` is no int.
            ValueError: `concurrency` is less than 1.

        Threads and loops: as `then`.
        Source: Bluebird, with the order kept.

        """
        return later.mapped(values, fn, concurrency)

    @staticmethod
    def filter(values: Iterable[object], fn: Callable[[object], object], /, *, concurrency: object = None) -> Cell:
        """Return a promise of the list of the values for which `fn` gives something true.

        Arguments, result, errors: as `map`.
        Source: Bluebird.
        """
        return later.filtered(values, fn, concurrency)

    @staticmethod
    def each(values: Iterable[object], fn: Callable[[object], object], /) -> Cell:
        """Return a promise of the list of the values, after `fn` was called with one after the other.

        Arguments, result, errors: as `map`; a call is not started before the one before has finished.
        Source: Bluebird.
        """
        return later.gone_through(values, fn)

    @staticmethod
    def reduce(values: Iterable[object], fn: Callable[[object, object], object], initial: object, /) -> Cell:
        """Return a promise of `fn(fn(fn(initial, first), second), ...)`.

        Args:
            values: As in `map`.
            fn: Called with what has been folded so far and the next value; it may return a promise or awaitable.
            initial: What to begin with; a value, promise or awaitable.

        Raises:
            TypeError: `values` cannot be iterated, or `fn` cannot be called.

        Threads and loops: as `then`; a call is not started before the one before has finished.
        Source: Bluebird.

        """
        return later.folded(values, fn, initial)
