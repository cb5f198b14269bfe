"""Settle once: the state of a promise, who waits for it, and what it is linked to.

Resolving a promise with another links the inner one into the outer one (union-find): the inner forwards, the root
carries state and reactions.
So adoption never recurses, and a promise loop keeps nothing: each turn's promise is freed when its handler has run.

Threads: on a build with a GIL the stretches between `# <atomic>` and `# </atomic>` cannot be interrupted.
CPython switches threads, collects garbage and runs signal handlers only at a call, a backward jump or an
allocation, so such a stretch holds none of them (tests/core/test_atomic.py reads the source and checks that);
the one call allowed is `list.append` or `list.remove` as the last thing done.
A build without a GIL will take a lock at the same marks.
A value is stored before the state that makes it visible.
"""

from __future__ import annotations

from .jobs import current_queue
from .native import mypyc_attr
from .origins import record_origin, tracking
from .reaction import Reaction
from .states import AWAITED, FULFILLED, LINKED, NO_JOB, PENDING, REJECTED
from .unhandled import RejectionGuard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .jobs import JobQueue


@mypyc_attr(allow_interpreted_subclasses=True)
class Cell(Reaction):
    """The state of a promise, and the job it is while it waits for another; six slots, 96 bytes with a weak reference.

    A slot serves different things at different times, since a settled promise needs no handlers
    and a waiting one has no value.
    """

    __slots__ = (
        "_kind",  # the job, see states.py
        "_on_fulfilled",  # handler, filter of a catch, or source; once rejected: the RejectionGuard
        "_on_rejected",  # handler, or source; once rejected: the traceback of the reason at that time
        "_reaction",  # None, a reaction, a list of them (and of such lists); once linked: the promise forwarded to
        "_state",  # see states.py
        "_value",  # once settled: value or reason; before: the context its handler will run in
    )
    _state: int
    _kind: int
    # Any: slots of several uses; each use knows its type, and the typed face is in stubs/.
    _value: Any
    _on_fulfilled: Any
    _on_rejected: Any
    _reaction: Any


def blank(cell: Cell) -> None:
    """Make `cell` a pending promise that nobody waits for."""
    cell._state = PENDING
    cell._kind = NO_JOB
    cell._value = None
    cell._on_fulfilled = None
    cell._on_rejected = None
    cell._reaction = None
    if tracking.places is not None:
        record_origin(cell)


def root_of(cell: Cell) -> Cell:
    """Return the promise that settles in place of `cell`: itself, unless it is linked."""
    while cell._state == LINKED:
        # <atomic>
        target: Cell = cell._reaction
        if target._state == LINKED:
            cell._reaction = target._reaction  # path halving keeps later walks short
        # </atomic>
        cell = target
    return cell


def settle(cell: Cell, state: int, value: object, queue: JobQueue | None) -> None:
    """Fulfil or reject `cell` for ever, and put the jobs of those who wait into the queue.

    Args:
        cell: A promise whose fate the caller alone may decide.
        state: FULFILLED or REJECTED.
        value: The value or the reason.
        queue: The queue whose job is calling, or None from code of the user's.

    """
    root = cell
    while True:
        if root._state == LINKED:
            root = root_of(root)
        # <atomic>
        before = root._state
        if before != LINKED:
            root._value = value
            root._state = state
            reaction = root._reaction
            root._reaction = None
            break
        # </atomic>
    if state == REJECTED:
        root._on_rejected = value.__traceback__  # type: ignore[attr-defined] # a reason is an exception
        if reaction is None or _only_waits(reaction, before):
            _guard(root, queue)
    if reaction is not None:
        own_queue = current_queue() if queue is None else queue
        if before == PENDING:
            reaction._trigger(root, own_queue)
        else:
            _trigger_all(root, reaction, own_queue)
        if queue is None and own_queue.jobs:
            own_queue.wake()


def _trigger_all(root: Cell, reactions: list[Any], queue: JobQueue) -> None:
    # Lists in the list come from `link`; a stack of iterators, because they may be a million deep.
    stack = [iter(reactions)]
    while stack:
        for item in stack[-1]:
            if not isinstance(item, list):
                item._trigger(root, queue)
            else:
                nested: list[Any] = item  # pyright: ignore[reportUnknownVariableType] # of reactions
                stack.append(iter(nested))
                break
        else:
            stack.pop()


def _only_waits(reaction: Any, before: int) -> bool:
    """Whether none of the reactions handles a rejection; lists in the list, which are rare, count as handling."""
    if before == PENDING:
        return reaction._only_waits()  # type: ignore[no-any-return] # a reaction
    return all(isinstance(item, Reaction) and item._only_waits() for item in reaction)


def _guard(root: Cell, queue: JobQueue | None) -> None:
    if isinstance(root._value, KeyboardInterrupt | SystemExit):  # it reaches the caller as well
        return
    guard = root._on_fulfilled = RejectionGuard(root, root._value)
    own_queue = current_queue() if queue is None else queue
    if own_queue.defers():
        own_queue.guards.append(guard)
        if queue is None:
            own_queue.wake()


def mark_handled(root: Cell) -> None:
    """Note that somebody has taken care of the rejection of `root`, a settled promise."""
    guard: RejectionGuard | None = root._on_fulfilled
    if guard is not None:
        root._on_fulfilled = None
        guard.disarm()


def attach(source: Cell, reaction: Reaction) -> None:
    """Have `reaction` triggered when `source` settles, or now if it has; called from code of the user's."""
    fresh: list[Any] | None = None
    while True:
        if source._state == LINKED:
            source = root_of(source)
        # <atomic>
        state = source._state
        if state == PENDING:
            if source._reaction is None:
                source._reaction = reaction
                return
            if fresh is not None:
                fresh[0] = source._reaction
                source._reaction = fresh
                source._state = AWAITED
                return
        elif state == AWAITED:
            source._reaction.append(reaction)
            return
        # </atomic>
        if state >= FULFILLED:
            break
        fresh = [None, reaction]
    queue = current_queue()
    if state == REJECTED and not reaction._only_waits():
        mark_handled(source)
    reaction._trigger(source, queue)
    if queue.jobs:
        queue.wake()


def detach(source: Cell, reaction: Reaction) -> None:
    """Forget `reaction`, which gave up waiting, if it stands where that is cheap to see.

    A reaction that is not found stays: it must be harmless when it is triggered.
    """
    source = root_of(source)
    try:
        # <atomic>
        state = source._state
        if state == PENDING and source._reaction is reaction:
            source._reaction = None
        if state == AWAITED:
            source._reaction.remove(reaction)
            return
        # </atomic>
    except ValueError:  # it stands in a list of the list
        return


class _Swallow(Reaction):
    """Handles a rejection by doing nothing, for a joiner that is decided."""

    __slots__ = ()

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        pass


SWALLOW = _Swallow()


def give_up(source: Cell, reaction: Reaction) -> None:
    """Forget `reaction`, but go on handling a rejection in its place: races against a long promise must not pile up."""
    source = root_of(source)
    # <atomic>
    state = source._state
    if state == PENDING and source._reaction is reaction:
        source._reaction = SWALLOW
    # </atomic>
    if state == AWAITED:
        detach(source, reaction)
        if SWALLOW not in source._reaction:
            attach(source, SWALLOW)


def link(outer: Cell, inner: Cell, queue: JobQueue | None) -> bool:
    """Have `outer`, whose fate is the caller's to decide, settle as `inner` does; return False for a circle.

    Source: Promises/A+ 2.3.1 and 2.3.2.
    """
    # Made here, since an allocation may run the garbage collector. Order: who waits for the inner comes first,
    # as in ECMAScript, where the outer promise is itself a reaction of the inner one.
    group: list[Any] = [None, None]
    while True:
        outer = root_of(outer)
        inner = root_of(inner)
        if outer is inner:
            return False
        # <atomic>
        inner_state = inner._state
        if inner_state <= AWAITED and outer._state <= AWAITED:
            reaction = inner._reaction
            if reaction is not None:
                if outer._reaction is None:
                    outer._reaction = reaction
                    outer._state = inner_state
                else:
                    group[0] = reaction
                    group[1] = outer._reaction
                    outer._reaction = group
                    outer._state = AWAITED
            inner._reaction = outer
            inner._state = LINKED
            return True
        # </atomic>
        if inner_state >= FULFILLED:
            if inner_state == REJECTED:
                mark_handled(inner)
            settle(outer, inner_state, inner._value, queue)
            return True
