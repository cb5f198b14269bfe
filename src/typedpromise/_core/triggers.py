"""Tell what waits for a promise that the promise has settled.

A promise made by `then` is its own reaction, and by far the most frequent one.
So it is told from the others by its kind and served by a function:
compiled, a method that an interpreted subclass might override is called through the interpreter
(a "shadow vtable"), which costs as much as all the rest of a link.
"""

from __future__ import annotations

from .cell import Cell, public
from .native import i32
from .reaction import Reaction
from .states import (
    FINALLY,
    FULFILLED,
    NO_JOB,
    RUN_FINALLY,
    RUN_FULFILLED,
    RUN_REJECTED,
    RUN_RESTORE,
    RUN_SETTLE,
    RUN_TAP,
    RUN_TAP_CATCH,
    SETTLE,
    TAP,
    TAP_CATCH,
    THEN,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

    from .jobs import JobQueue


class Counter(Reaction):
    """Counts promises that settle, and becomes a job when it has been told enough.

    A kind of its own, because most of what it is told needs no queue: `adoption` tells it without one.
    """

    __slots__ = ("_kind",)
    _kind: i32

    def _told(self, source: Cell) -> bool:
        """Take note that `source` has settled; return whether to put this, which is a job now, into the queue."""
        raise NotImplementedError

    def _told_of(self, first: Cell, count: int) -> bool:
        """Take note, all at once, that `count` promises in a row are fulfilled, `first` before others; as `_told`."""
        raise NotImplementedError

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        if self._told(source):
            queue.put(self)


# What a handler without a filter is for.
EVERY_EXCEPTION: Final = (Exception,)


def trigger(reaction: Reaction, source: Cell, queue: JobQueue) -> None:
    """Tell `reaction`, once, that `source` has settled; run no code of the user's."""
    kind = reaction._kind
    if kind <= NO_JOB:
        if kind == NO_JOB:
            reaction._trigger(source, queue)
        else:
            counter: Counter = reaction  # type: ignore[assignment] # nothing else has this kind
            if counter._told(source):
                queue.put(counter)
        return
    promise: Cell = reaction  # type: ignore[assignment] # only promises have these kinds
    # Only one of the handlers is needed now: its slot stays, the other takes the source.
    if kind == THEN and source._state == FULFILLED:
        promise._on_rejected = source
        promise._kind = RUN_FULFILLED
    elif kind == FINALLY:
        promise._on_rejected = source
        promise._kind = RUN_FINALLY
    elif kind >= SETTLE:
        promise._on_rejected = source
        promise._kind = RUN_SETTLE if kind == SETTLE else RUN_RESTORE
    else:
        _filter(promise, kind, source)
    queue.put(promise)


def _filter(promise: Cell, kind: i32, source: Cell) -> None:
    # then with a rejection, catch, tap, tap_catch: a handler that is not for this outcome is forgotten.
    if source._state == FULFILLED:
        if kind != TAP:
            promise._on_fulfilled = None
        promise._on_rejected = source
        promise._kind = RUN_TAP if kind == TAP else RUN_FULFILLED
        return
    # A reason that is no Exception passes by, as it passes `except Exception`, unless a filter names it.
    classes = EVERY_EXCEPTION if kind == THEN else promise._on_fulfilled
    if kind == TAP or (promise._on_rejected is not None and not _is_caught(source._value, classes)):
        promise._on_rejected = None
    promise._on_fulfilled = source
    promise._kind = RUN_TAP_CATCH if kind == TAP_CATCH else RUN_REJECTED


def _is_caught(reason: BaseException, classes: tuple[type[BaseException], ...]) -> bool:
    # By the class order alone, as `except` does: no __instancecheck__ of the user's may run here.
    mro = type(reason).__mro__
    for cls in classes:  # noqa: SIM110 - any() would need a generator, which mypyc makes an object
        if cls in mro:
            return True
    return False


def trigger_all(reactions: list[Any], source: Cell, queue: JobQueue) -> None:
    """Tell every one of `reactions`, a list of them and of such lists."""
    # Lists in the list come from `settlement.link`; a stack of iterators, because they may be a million deep.
    stack = [iter(reactions)]
    promise_class: object = public.cls
    fulfilled = source._state == FULFILLED
    link: Cell
    while stack:
        for item in stack[-1]:
            if type(item) is promise_class and fulfilled:
                link = item
                if link._kind == THEN:  # what `trigger` does, without the call
                    link._on_rejected = source
                    link._kind = RUN_FULFILLED
                    queue.put(link)
                else:
                    trigger(link, source, queue)
                del link
            elif not isinstance(item, list):
                trigger(item, source, queue)
            else:
                nested: list[Any] = item  # pyright: ignore[reportUnknownVariableType] # of reactions
                stack.append(iter(nested))
                break
        else:
            stack.pop()


def only_waits(reaction: Any) -> bool:
    """Whether none of the reactions handles a rejection.

    Args:
        reaction: A reaction, or a list of them; lists in the list, which are rare, count as handling.

    """
    if type(reaction) is list:
        reactions: list[object] = reaction  # pyright: ignore[reportUnknownVariableType] # of reactions and such lists
        return all(isinstance(item, Reaction) and _waits(item) for item in reactions)
    return _waits(reaction)


def _waits(reaction: Reaction) -> bool:
    return reaction._kind == NO_JOB and reaction._only_waits()
