"""Run the links of a chain one after the other, without the queue between them."""

from __future__ import annotations

from _contextvars import Context

from .adoption import PLAIN, adopt, adopt_promise
from .cell import Cell, public
from .failures import ends_the_program, reject_with
from .settlement import settle
from .states import FULFILLED, LINKED, NO_JOB, PENDING, THEN
from .triggers import trigger, trigger_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    # Any: as the slots in cell.py.
    from typing import Any, Final

    from .jobs import JobQueue

# As in handlers.py.
_new_context: Final = Context().copy
_run: Final = Context.run
_NONE: Final = type(None)


def run_chain(queue: JobQueue, job: Cell | None) -> None:  # noqa: PLR0912, PLR0915 - one frame is what it is for
    """Do the job of a link, then that of the next link of its chain, as long as that is the next job.

    What `run_handler`, `settle` and the queue do, in one frame for the links of a chain that stands alone
    (instructions a link, interpreted: 8,780 with the calls, 6,020 without; compiled: 2,844 and 2,520).

    Args:
        queue: The queue whose jobs are running.
        job: The link; None for the head of the queue, which the caller then does not keep while the chain runs.

    """
    if job is None:
        # <atomic queue>
        job = queue.head
        queue.head = None
        # </atomic>
        if job is None:
            return
    link: Cell = job  # a variable that is never None: compiled, the others are looked up by name
    del job
    handler = link._on_fulfilled
    source: Cell = link._on_rejected
    value = source._value
    del source
    empty: Context | None = None
    reaction: Any = None
    follower: Cell
    # By its type one knows a promise without asking its bases (60 instructions compiled).
    promise_class: object = public.cls
    # A chain's values are often of one type, and to look for it in the set takes 100 instructions.
    plain: type = _NONE
    while True:
        context = link._value
        link._on_fulfilled = None
        link._on_rejected = None
        if handler is not None:
            if context is None:
                if empty is None:
                    # <atomic queue>
                    empty = queue.empty_context
                    queue.empty_context = None
                    # </atomic>
                    if empty is None:
                        empty = _new_context()
                context = empty
            try:
                value = _run(context, handler, value)
            except BaseException as error:
                link._value = None
                reject_with(link, error, queue)
                del link, reaction, value  # the frame is kept by the exception, see boundary.py
                if ends_the_program(error):
                    raise
                return
            if type(value) is not plain:
                plain = type(value)  # pyright: ignore[reportUnknownVariableType] # of whatever a handler returns
                if plain not in PLAIN:
                    link._value = None
                    link._kind = NO_JOB
                    if plain is not promise_class:
                        adopt(link, value, queue, context)
                    else:
                        adopt_promise(link, value, queue)
                        if empty is not None and not empty:
                            queue.empty_context = empty
                    del link, reaction, value  # an exception that the handler has caught and returned keeps it, too
                    return
        # <atomic link>
        before = link._state
        if before == LINKED:
            break
        link._value = value
        link._state = FULFILLED
        reaction = link._reaction
        link._reaction = None
        # </atomic>
        if reaction is None:
            break
        if before != PENDING:
            trigger_all(reaction, link, queue)
            break
        if type(reaction) is not promise_class or queue.head is not None or queue.jobs:
            trigger(reaction, link, queue)
            break
        follower = reaction
        if follower._kind != THEN:
            trigger(follower, link, queue)
            del follower
            break
        link = follower
        del follower
        handler = link._on_fulfilled
        if empty is not None and empty:
            empty = None  # the handler has set a variable, which the next one is not to see
    if before == LINKED:
        link._value = None
        settle(link, FULFILLED, value, queue)
    if empty is not None and not empty:
        queue.empty_context = empty
    del link, reaction, value  # as above
