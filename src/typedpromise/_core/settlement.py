"""Settle once: decide a promise, wait for one, link one to another.

Threads: on a build with a GIL the stretches between `# <atomic>` and `# </atomic>` cannot be interrupted.
CPython switches threads, collects garbage and runs signal handlers only at a call, a backward jump or an
allocation, so such a stretch holds none of them (tests/core/test_atomic.py reads the source and checks that);
the one call allowed is `list.append` or `list.remove` as the last thing done.
On a build without a GIL the stretches run under the locks of the objects that the mark names (`_locks.py`).
A value, and the guard of a rejection, is stored before the state that makes it visible, since readers take no lock.
"""

from __future__ import annotations

from .cell import Cell, public, root_of
from .jobs import current_queue, latest, own_queue, thread_ident
from .native import i32
from .reaction import Reaction
from .states import AWAITED, FULFILLED, LINKED, PENDING, REJECTED, RUN_FULFILLED, THEN
from .triggers import only_waits, trigger, trigger_all
from .unhandled import RejectionGuard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .jobs import JobQueue


def settle(cell: Cell, state: i32, value: object, queue: JobQueue | None) -> None:
    """Fulfil or reject `cell` for ever, and put the jobs of those who wait into the queue.

    Args:
        cell: A promise whose fate the caller alone may decide.
        state: FULFILLED or REJECTED.
        value: The value or the reason.
        queue: The queue whose job is calling, or None from code of the user's.

    """
    if state == REJECTED:
        _reject(cell, value, queue)  # type: ignore[arg-type] # a reason is an exception
        return
    root = cell
    while True:
        if root._state == LINKED:
            root = root_of(root)
        # <atomic root>
        before = root._state
        if before != LINKED:
            root._value = value
            root._state = state
            reaction = root._reaction
            root._reaction = None
            break
        # </atomic>
    if reaction is None:
        return
    if queue is None and before == PENDING:
        first: Reaction = reaction
        if first._kind == THEN:
            follow(root, first)  # type: ignore[arg-type] # only promises have a kind
            return
    own_queue = current_queue() if queue is None else queue
    _tell(reaction, before, root, own_queue)
    if queue is None and (own_queue.head is not None or own_queue.jobs):
        own_queue.wake()


def _reject(cell: Cell, reason: BaseException, queue: JobQueue | None) -> None:  # noqa: PLR0912 - as `run_chain`
    traceback = reason.__traceback__
    root = cell
    reaction: Any = None
    while True:
        if root._state == LINKED:
            root = root_of(root)
        # Made on what is seen without a lock, and before the state is stored: who handles the rejection from another
        # thread, as soon as he can see it, must find the guard there.
        guard = _guard(root, reason)
        # <atomic root>
        before = root._state
        if before != LINKED:
            root._value = reason
            root._on_rejected = traceback
            root._on_fulfilled = guard
            root._state = REJECTED
            reaction = root._reaction
            root._reaction = None
        # </atomic>
        if before == LINKED:
            if guard is not None:
                guard.disarm()
            continue
        if queue is None or guard is not None or before != PENDING or type(reaction) is not public.cls:
            break
        link: Cell = reaction
        if not _passes_on(link, queue):
            break
        link._on_fulfilled = None
        link._value = None
        root = link
    own_queue = current_queue() if queue is None else queue
    if guard is not None:
        if reaction is not None and not only_waits(reaction):
            mark_handled(root)  # by who came after the look
        elif own_queue.defers():
            own_queue.guards.append(guard)
            if queue is None:
                own_queue.wake()
    if reaction is not None:
        _tell(reaction, before, root, own_queue)
        if queue is None and (own_queue.head is not None or own_queue.jobs):
            own_queue.wake()


def _tell(reaction: Any, before: i32, root: Cell, queue: JobQueue) -> None:
    if before == PENDING:
        trigger(reaction, root, queue)
    else:
        trigger_all(reaction, root, queue)


def _passes_on(link: Cell, queue: JobQueue) -> bool:
    """Whether `link` passes a rejection on, and its job would be the next.

    It is then done at once (instructions a link, interpreted: 12,514 as a job, 7,390 so; compiled: 3,006 and 2,077).
    """
    if link._kind != THEN or link._on_rejected is not None:
        return False
    return not queue.one_by_one and queue.head is None and not queue.jobs


def _guard(root: Cell, reason: BaseException) -> RejectionGuard | None:
    """Return a guard where, as far as one can see without a lock, nobody handles the rejection."""
    waiting = root._reaction
    if waiting is not None and (type(waiting) is public.cls or not only_waits(waiting)):
        return None
    if isinstance(reason, KeyboardInterrupt | SystemExit):  # it reaches the caller as well
        return None
    return RejectionGuard(root, reason)


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
        # <atomic source>
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
            waiting: list[Any] = source._reaction  # the method of a known type, not one that is looked up by name
            waiting.append(reaction)
            return
        # </atomic>
        if state >= FULFILLED:
            break
        fresh = [None, reaction]
    queue = current_queue()
    if state == REJECTED and not only_waits(reaction):
        mark_handled(source)
    trigger(reaction, source, queue)
    if queue.head is not None or queue.jobs:
        queue.wake()


def follow(source: Cell, link: Cell) -> None:
    """Have `link`, made by `then`, follow `source`, which is fulfilled; called from code of the user's."""
    queue = latest.queue
    if queue.thread != thread_ident():  # as `current_queue`, which is a call more
        queue = own_queue()
    link._on_rejected = source
    # <atomic queue>
    is_next = queue.head is None and not queue.jobs
    if is_next:
        queue.head = link
    # </atomic>
    if not is_next:
        link._kind = RUN_FULFILLED
        queue.put(link)
    queue.wake()


def detach(source: Cell, reaction: Reaction) -> None:
    """Forget `reaction`, which gave up waiting, if it stands where that is cheap to see.

    A reaction that is not found stays: it must be harmless when it is triggered.
    """
    source = root_of(source)
    try:
        # <atomic source>
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
    # <atomic source>
    state = source._state
    if state == PENDING and source._reaction is reaction:
        source._reaction = SWALLOW
    # </atomic>
    if state == AWAITED:
        # In this order: in between, a rejection must find somebody who handles it.
        waiting = source._reaction
        if type(waiting) is not list or SWALLOW not in waiting:  # else it has settled meanwhile
            attach(source, SWALLOW)
        detach(source, reaction)


def link(outer: Cell, inner: Cell, queue: JobQueue | None) -> bool:
    """Have `outer`, whose fate is the caller's to decide, settle as `inner` does; return False for a circle.

    Source: Promises/A+ 2.3.1 and 2.3.2.
    """
    # Made here, since an allocation may run the garbage collector. Order: who waits for the inner comes first,
    # as in ECMAScript, where the outer promise is itself a reaction of the inner one.
    group: list[Any] = [None, None]
    while True:
        if outer._state == LINKED:
            outer = root_of(outer)
        if inner._state == LINKED:
            inner = root_of(inner)
        if outer is inner:
            return False
        # <atomic outer inner>
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
