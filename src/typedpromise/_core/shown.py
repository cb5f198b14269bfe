"""How a promise shows itself."""

from __future__ import annotations

from _thread import get_ident

from .cell import Cell, root_of
from .states import FULFILLED, REJECTED

# Promises whose repr is being made, by thread: a value may hold its own promise.
_being_shown: set[tuple[int, int]] = set()


def shown(promise: Cell) -> str:
    """Return `<Promise at 0x… fulfilled with 1>`, to the letter what `promise` 2.3 shows."""
    root = root_of(promise)
    start = f"<{type(promise).__name__} at {id(promise):#x}"
    if root._state < FULFILLED:
        return f"{start} pending>"
    verb = "rejected" if root._state == REJECTED else "fulfilled"
    mark = (get_ident(), id(root))
    if mark in _being_shown:
        return f"{start} {verb} with ...>"
    _being_shown.add(mark)
    try:
        return f"{start} {verb} with {root._value!r}>"
    finally:
        _being_shown.discard(mark)
