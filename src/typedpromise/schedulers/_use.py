"""Choose a scheduler, for a stretch of code in one thread or for all threads."""

from __future__ import annotations

from typedpromise._core import jobs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

    from ._protocol import Scheduler


class use:  # noqa: N801 - a context manager reads as a verb: `with use(scheduler):`
    """Let `scheduler` decide when the jobs of this thread run, until the block ends.

    Args:
        scheduler: An object with `call_soon(drain)`; None for the default of the thread.

    Raises:
        TypeError: `scheduler` has no method `call_soon`.

    """

    __slots__ = ("_before", "_scheduler")

    def __init__(self, scheduler: Scheduler | None) -> None:
        """Look at the scheduler; `with` puts it in place."""
        self._scheduler = _checked(scheduler, "use()")
        self._before: Scheduler | None = None

    def __enter__(self) -> Scheduler | None:
        """Put the scheduler in place, and return it."""
        self._before = jobs.set_thread_scheduler(self._scheduler)
        return self._scheduler

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None, /
    ) -> None:
        """Put the one before back."""
        jobs.set_thread_scheduler(self._before)


def set_default_scheduler(scheduler: Scheduler | None) -> Scheduler | None:
    """Let `scheduler` decide in every thread that has none of its own (`use`); return the one before.

    Args:
        scheduler: An object with `call_soon(drain)`, callable from any thread; None for the built-in behaviour.

    Raises:
        TypeError: `scheduler` has no method `call_soon`.

    """
    return jobs.set_default_scheduler(_checked(scheduler, "set_default_scheduler()"))


def _checked(scheduler: Scheduler | None, where: str) -> Scheduler | None:
    if scheduler is not None and not callable(getattr(scheduler, "call_soon", None)):
        msg = f"{where} takes an object with a method call_soon(drain), or None, not {scheduler!r}"
        raise TypeError(msg)
    return scheduler
