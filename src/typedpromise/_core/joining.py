"""Join promises, and go through values: what the methods of `combining` do, once one is called."""

from __future__ import annotations

from _contextvars import copy_context

from .cell import Cell
from .checks import checked_concurrency
from .combinators import AS_DICT, AllJoiner, FirstJoiner, Joiner, SettledJoiner, items_iterable, items_of
from .jobs import current_queue
from .making import new_promise
from .settlement import settle
from .states import REJECTED
from .traversal import EACH, FILTER, MAP, REDUCE, FoldStart, Traversal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def all_of(promises: tuple[object, ...]) -> Cell:
    """Return a promise of all values: `Promise.all`."""
    items, kind = items_of(promises, "all")
    result = new_promise()
    _start(AllJoiner(result, items, kind))
    return result


def all_settled(promises: tuple[object, ...]) -> Cell:
    """Return a promise of all outcomes: `Promise.all_settled`."""
    items, kind = items_of(promises, "all_settled")
    result = new_promise()
    _start(SettledJoiner(result, items, kind))
    return result


def first_fulfilled(promises: tuple[object, ...]) -> Cell:
    """Return a promise of the first value: `Promise.any`."""
    items, _ = items_of(promises, "any")
    result = new_promise()
    if items:
        _start(FirstJoiner(result, items, rejections_count=False))
    else:
        reason = ValueError("any() was given no promise, so none could be fulfilled: look before you call")
        settle(result, REJECTED, reason, None)
    return result


def first_settled(promises: tuple[object, ...]) -> Cell:
    """Return a promise of the first outcome: `Promise.race`."""
    items, _ = items_of(promises, "race")
    if not items:
        msg = "race() was given no promise, and would stay pending for ever: look before you call"
        raise ValueError(msg)
    result = new_promise()
    _start(FirstJoiner(result, items, rejections_count=True))
    return result


def all_by_key(mapping: Mapping[object, object]) -> Cell:
    """Return a promise of a dict of values: `Promise.props`."""
    if not hasattr(type(mapping), "keys") or not hasattr(type(mapping), "__getitem__"):
        msg = f"props() takes a mapping to promises, not {mapping!r}: for a list of them write all(promises)"
        raise TypeError(msg)
    keys = list(mapping)
    result = new_promise()
    _start(AllJoiner(result, [mapping[key] for key in keys], AS_DICT, keys))
    return result


def mapped(values: object, fn: object, concurrency: object) -> Cell:
    """Return a promise of what `fn` gives for each value: `Promise.map`."""
    traversal, result = _traversal(MAP, values, fn, "map")
    traversal.limit(checked_concurrency(concurrency, "map()"))
    _start(traversal)
    return result


def filtered(values: object, fn: object, concurrency: object) -> Cell:
    """Return a promise of the values that `fn` lets pass: `Promise.filter`."""
    traversal, result = _traversal(FILTER, values, fn, "filter")
    traversal.limit(checked_concurrency(concurrency, "filter()"))
    _start(traversal)
    return result


def gone_through(values: object, fn: object) -> Cell:
    """Return a promise of the values, once `fn` was called with each: `Promise.each`."""
    traversal, result = _traversal(EACH, values, fn, "each")
    _start(traversal)
    return result


def folded(values: object, fn: object, initial: object) -> Cell:
    """Return a promise of what the values fold to: `Promise.reduce`."""
    traversal, result = _traversal(REDUCE, values, fn, "reduce")
    _start(FoldStart(traversal, initial))
    return result


# Any: mypy would make up a class for `fn` of type object once it is known to be callable, and stubtest look for it.
def _traversal(kind: int, values: object, fn: Any, method: str) -> tuple[Traversal, Cell]:
    if not callable(fn):
        msg = f"{method}() takes a function, not {fn!r}: pass the function itself, uncalled"
        raise TypeError(msg)
    result = new_promise()
    return Traversal(kind, result, iter(items_iterable(values, method)), fn, copy_context()), result


def _start(starter: Joiner | Traversal | FoldStart) -> None:
    # One outermost call: no handler runs before everything is attached.
    queue = current_queue()
    outermost = queue.enter()
    try:
        starter.start()
    finally:
        if outermost:
            queue.leave()
