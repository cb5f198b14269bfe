"""Join promises as `Promise.all` of 2.3 does: one list, or a promise of one."""

from __future__ import annotations

from collections.abc import Iterable

from typedpromise._core.adoption import PLAIN, resolve
from typedpromise._core.combinators import AS_LIST, AllJoiner
from typedpromise._core.jobs import current_queue
from typedpromise._core.settlement import settle
from typedpromise._core.states import REJECTED

from ._thenables import admitted, is_thenable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    # Any: a `Promise` of ours, whose typed face does not show that it is a Cell.
    _Promise: TypeAlias = Any


def joined(result: _Promise, promises: object) -> None:
    """Settle `result` with the list of the values of `promises`."""
    if is_thenable(promises):
        _join_later(result, promises)
    elif isinstance(promises, Iterable):
        items: list[object] = list(promises)  # pyright: ignore[reportUnknownArgumentType] # of whatever they are
        _start(result, [item if type(item) in PLAIN else admitted(item) for item in items])
    else:
        # As in 2.3, where programs meet it as a rejection.
        reason = TypeError(f"PromiseList requires an iterable. Received {promises!r}.")
        settle(result, REJECTED, reason, None)


def _join_later(result: _Promise, promises: object) -> None:
    resolve(result, result.resolve(promises).then(result.all), None)


def _start(result: _Promise, items: list[object]) -> None:
    # One outermost call: no handler runs before everything is attached.
    queue = current_queue()
    outermost = queue.enter()
    try:
        AllJoiner(result, items, AS_LIST).start()
    finally:
        if outermost:
            queue.leave()
