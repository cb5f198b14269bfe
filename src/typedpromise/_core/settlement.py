"""Settle once: the state of a promise, who waits for it, and what it is linked to.

Resolving a promise with another links the inner one into the outer one (union-find): the inner forwards, the root
carries state and reactions.
So adoption never recurses, and a promise loop keeps nothing: each turn's promise is freed when its handler has run.

Threads: on a build with a GIL the stretches between `# <atomic>` and `# </atomic>` cannot be interrupted.
CPython switches threads, collects garbage and runs signal handlers only at a call, a backward jump or an
allocation, so such a stretch holds none of them (tests/core/test_atomic.py reads the source and checks that);
the one call allowed is `list.append` as the last thing done.
A build without a GIL will take a lock at the same marks.
A value is stored before the state that makes it visible.
"""

from __future__ import annotations

from .jobs import current_queue
from .origins import record_origin, tracking
from .reaction import Reaction
from .states import FULFILLED, LINKED, NO_JOB, PENDING, REJECTED
from .unhandled import RejectionGuard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .jobs import JobQueue


class Cell(Reaction):
    """The state of a promise, and the job it is while it waits for another; eight slots, 96 bytes.

    A slot serves different things at different times, since a settled promise needs no handlers
    and a waiting one has no value.
    """

    __slots__ = (
        "_kind",  # the job, see states.py
        "_on_fulfilled",  # handler, filter of a catch, or source; once rejected: the RejectionGuard
        "_on_rejected",  # handler, or source; once rejected: the traceback of the reason at that time
        "_reaction",  # first reaction; once linked: the promise forwarded to
        "_reactions",  # the other reactions: a list, whose items may be None, a reaction or such a list
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
    _reactions: Any


def blank(cell: Cell) -> None:
    """Make `cell` a pending promise that nobody waits for."""
    cell._state = PENDING
    cell._kind = NO_JOB
    cell._value = None
    cell._on_fulfilled = None
    cell._on_rejected = None
    cell._reaction = None
    cell._reactions = None
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
        if root._state != LINKED:
            root._value = value
            root._state = state
            reaction: Reaction | None = root._reaction
            reactions = root._reactions
            root._reaction = None
            root._reactions = None
            break
        # </atomic>
    if state == REJECTED:
        root._on_rejected = value.__traceback__  # type: ignore[attr-defined] # a reason is an exception
        if reaction is None or (reaction._only_waits() and _all_only_wait(reactions)):
            _guard(root, queue)
    if reaction is not None:
        _trigger_all(root, reaction, reactions, queue)


def _trigger_all(root: Cell, reaction: Reaction, reactions: list[Any] | None, queue: JobQueue | None) -> None:
    own_queue = current_queue() if queue is None else queue
    reaction._trigger(root, own_queue)
    if reactions is not None:
        # Nested lists come from `link`; a stack of iterators, because they may be a million deep.
        stack = [iter(reactions)]
        while stack:
            for item in stack[-1]:
                if isinstance(item, list):
                    stack.append(iter(item))
                    break
                if item is not None:
                    item._trigger(root, own_queue)
            else:
                stack.pop()
    if queue is None and own_queue.jobs:
        own_queue.wake()


def _all_only_wait(reactions: list[Any] | None) -> bool:
    return reactions is None or all(isinstance(item, Reaction) and item._only_waits() for item in reactions)


def _guard(root: Cell, queue: JobQueue | None) -> None:
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
    fresh: list[Reaction] | None = None
    while True:
        if source._state == LINKED:
            source = root_of(source)
        # <atomic>
        state = source._state
        if state == PENDING:
            if source._reaction is None:
                source._reaction = reaction
                return
            if fresh is not None and source._reactions is None:
                source._reactions = fresh
                return
            if source._reactions is not None:
                source._reactions.append(reaction)
                return
        # </atomic>
        if state >= FULFILLED:
            break
        fresh = [reaction]
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
    # <atomic>
    if source._state == PENDING and source._reaction is reaction:
        source._reaction = None if source._reactions is None else NOTHING
        return
    # </atomic>
    reactions = source._reactions
    if reactions is not None and reaction in reactions:
        try:
            reactions.remove(reaction)
        except ValueError:  # triggered meanwhile by another thread
            return


class _Nothing(Reaction):
    """Stands in the first place when the reaction there has given up."""

    __slots__ = ()

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        pass

    def _only_waits(self) -> bool:
        return True


NOTHING = _Nothing()


def link(outer: Cell, inner: Cell, queue: JobQueue | None) -> bool:
    """Have `outer`, whose fate is the caller's to decide, settle as `inner` does; return False for a circle.

    Source: Promises/A+ 2.3.1 and 2.3.2.
    """
    # Made here, since an allocation may run the garbage collector. Order: who waits for the inner comes first,
    # as in ECMAScript, where the outer promise is itself a reaction of the inner one.
    group: list[Any] = [None, None, None]
    while True:
        outer = root_of(outer)
        inner = root_of(inner)
        if outer is inner:
            return False
        # <atomic>
        inner_state = inner._state
        if inner_state == PENDING and outer._state == PENDING:
            reaction = inner._reaction
            if reaction is not None:
                if outer._reaction is None:
                    outer._reactions = inner._reactions
                else:
                    group[0] = inner._reactions
                    group[1] = outer._reaction
                    group[2] = outer._reactions
                    outer._reactions = group
                outer._reaction = reaction
            inner._reactions = None
            inner._reaction = outer
            inner._state = LINKED
            return True
        # </atomic>
        if inner_state >= FULFILLED:
            if inner_state == REJECTED:
                mark_handled(inner)
            settle(outer, inner_state, inner._value, queue)
            return True
