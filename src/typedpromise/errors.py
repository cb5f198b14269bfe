"""Every exception that typedpromise raises or rejects with, one sentence each."""

from __future__ import annotations


class PromiseError(Exception):
    """The base of the errors that are about a promise, not about the work behind it."""


class InvalidStateError(PromiseError, RuntimeError):
    """The promise is not in the state that was asked for: `value` of a pending one, `reason` of a fulfilled one."""


class BlockingGetError(PromiseError, RuntimeError):
    """`get()` or `wait()` on a pending promise inside a running event loop, which it would stop for ever."""


class PromiseTimeoutError(PromiseError, TimeoutError):
    """The promise did not settle within the seconds given."""


class PromiseCancelledError(PromiseError):
    """The future or task behind the promise was cancelled.

    It is an `Exception`, unlike `asyncio.CancelledError`, so that a `catch()` sees it
    and a task that awaits the promise does not take it for its own cancellation.
    """


class BatchError(PromiseError, TypeError):
    """The batch function of a loader did not return a list with one value for each key."""


class SelfResolutionError(PromiseError, TypeError):
    """The promise was resolved with itself, directly or around a circle (Promises/A+ 2.3.1)."""
