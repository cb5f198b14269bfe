"""Schedulers of 2.3, which have `call` and `wait`, for the core, which asks for `call_soon`."""

from __future__ import annotations

from typedpromise._core import jobs

from .schedulers.immediate import ImmediateScheduler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from typedpromise.schedulers import Scheduler


class _Host:
    """A scheduler of the program's own, with `call`."""

    __slots__ = ("_scheduler",)

    def __init__(self, scheduler: Any) -> None:
        self._scheduler = scheduler

    def call_soon(self, drain: Callable[[], object], /) -> None:
        self._scheduler.call(_Drain(drain))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Host) and other._scheduler is self._scheduler

    def __hash__(self) -> int:
        return id(self._scheduler)


class _Drain:
    """A drain for a scheduler that may call it at once, in the middle of another one on the same thread."""

    __slots__ = ("_drain",)

    def __init__(self, drain: Any) -> None:
        self._drain = drain

    def __call__(self) -> None:
        queue: jobs.JobQueue = self._drain.__self__
        if queue.active and queue is jobs.current_queue():
            queue.host = None  # the drain that runs already takes these jobs too
        else:
            self._drain()


# Any: a scheduler of 2.3, of this library, or of the program's own.
def checked(scheduler: Any, where: str) -> Any:
    """Return `scheduler`, or raise the `TypeError` that says what one is."""
    if not callable(getattr(scheduler, "call", None)) and not callable(getattr(scheduler, "call_soon", None)):
        msg = f"{where} takes a scheduler, an object with a method call(fn), not {scheduler!r}"
        raise TypeError(msg)
    return scheduler


def host_of(scheduler: Any) -> Scheduler | None:
    """Return what the core is to ask in place of `scheduler`; None where it needs nobody."""
    if type(scheduler) is ImmediateScheduler:
        return None
    if callable(getattr(scheduler, "call_soon", None)):
        own: Scheduler = scheduler
        return own
    return _Host(scheduler)


def call_of(scheduler: Any) -> Callable[[Callable[[], object]], object] | None:
    """Return the method of `scheduler` that calls a function; None where nobody need be asked."""
    if scheduler is None or type(scheduler) is ImmediateScheduler:
        return None
    call: Callable[[Callable[[], object]], object] = getattr(scheduler, "call", None) or scheduler.call_soon
    return call


class _Default:
    __slots__ = ("scheduler",)

    def __init__(self) -> None:
        self.scheduler: Any = ImmediateScheduler()


_default = _Default()


def get_default_scheduler() -> Any:
    """Return the scheduler that `set_default_scheduler` was given last."""
    return _default.scheduler


def set_default_scheduler(scheduler: Any) -> None:
    """Let `scheduler` decide where handlers run, in every thread, also those of `typedpromise`'s own promises.

    Args:
        scheduler: An object with a method `call(fn)`, as in `promise` 2.3, or `call_soon(fn)`, as in
            `typedpromise.schedulers`. `ImmediateScheduler()` is what a program begins with.

    Raises:
        TypeError: It has neither.

    Source: `promise` 2.3.

    """
    host = host_of(checked(scheduler, "set_default_scheduler()"))
    _default.scheduler = scheduler
    jobs.set_default_scheduler(host)
