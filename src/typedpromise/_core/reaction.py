"""What waits for a promise, and what stands in the job queue."""

from __future__ import annotations

from .native import i32, mypyc_attr
from .states import NO_JOB

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .cell import Cell
    from .jobs import JobQueue


@mypyc_attr(allow_interpreted_subclasses=True)
class Reaction:
    """Something to do when a promise settles: ECMAScript's PromiseReaction record and PromiseReactionJob in one.

    A promise made by `then` is its own reaction, so that a link of a chain is one object.
    """

    __slots__ = ()
    # A promise's own slot; what is no promise has no kind, and is asked by the methods below.
    _kind: i32 = NO_JOB

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        """Take note that `source` has settled; called once, by the settling thread, and runs no code of the user's."""
        raise NotImplementedError

    def _run(self, queue: JobQueue) -> None:
        """Do the job, as the only one running on `queue`."""
        raise NotImplementedError

    def _only_waits(self) -> bool:
        """Whether a rejection still counts as unhandled after this has seen it."""
        return False
