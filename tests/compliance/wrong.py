"""Libraries that break one clause each, to see that the suite notices."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import promise

import typedpromise
from typedpromise.schedulers import Scheduler

from .library import Deferred, Thenable, TypedPromise


class HandlersBeforeThenReturns(TypedPromise):
    """Breaks 2.2.4: calls the handler of a settled promise inside `then`."""

    def then(self, promise: Thenable, on_fulfilled: object, on_rejected: object) -> object:
        assert isinstance(promise, typedpromise.Promise)
        handler = on_fulfilled if promise.is_fulfilled else on_rejected
        if promise.is_pending or not callable(handler):
            return super().then(promise, on_fulfilled, on_rejected)
        try:
            return self.resolved(handler(promise.value if promise.is_fulfilled else promise.reason))
        except Exception as error:  # noqa: BLE001 - clause 2.2.7.2: whatever it throws
            return self.rejected(error)


class ThenReadTwice(TypedPromise):
    """Breaks 2.3.3.1: looks at `x.then` once more before the library does."""

    def then(self, promise: Thenable, on_fulfilled: object, on_rejected: object) -> object:
        return super().then(promise, _peeking(on_fulfilled), _peeking(on_rejected))


def _peeking(handler: object) -> object:
    if not callable(handler):
        return handler

    def peek(argument: object) -> object:
        result = handler(argument)
        getattr(result, "then", None)
        return result

    return peek


class HandlerNotIgnored(TypedPromise):
    """Breaks 2.2.1: takes a handler that is no function for one that returns None."""

    def then(self, promise: Thenable, on_fulfilled: object, on_rejected: object) -> object:
        return super().then(promise, *(h if callable(h) else lambda _: None for h in (on_fulfilled, on_rejected)))


class ReasonReplaced(TypedPromise):
    """Breaks 2.2.3.1 and 2.3.2.3: rejects with another reason than the one given."""

    def rejected(self, reason: Exception) -> object:
        return super().rejected(RuntimeError(reason))


# Any: 2.3 has a type comment for most things, but not for this one.
set_default_scheduler: Any = promise.set_default_scheduler


class OldPromise:
    """PyPI `promise` 2.3, which adopts no object for having a `then`."""

    promise_type: type = promise.Promise

    @contextmanager
    def session(self, scheduler: Scheduler | None) -> Iterator[None]:
        assert scheduler is not None
        default = promise.get_default_scheduler()
        set_default_scheduler(OldScheduler(scheduler))
        try:
            yield
        finally:
            set_default_scheduler(default)

    def deferred(self) -> Deferred:
        return OldDeferred()

    def resolved(self, value: object) -> object:
        return promise.Promise.resolve(value)

    def rejected(self, reason: Exception) -> object:
        return promise.Promise.reject(reason)

    def then(self, promise: Thenable, on_fulfilled: object, on_rejected: object) -> object:
        return promise.then(on_fulfilled, on_rejected)


class OldDeferred:
    """A pending promise of 2.3 has its settlers on itself."""

    def __init__(self) -> None:
        self.promise: promise.Promise[object] = promise.Promise()
        self.resolve: Callable[[object], object] = self.promise.do_resolve
        self.reject: Callable[[Exception], object] = self.promise.do_reject


class OldScheduler:
    """The scheduler protocol of 2.3 over ours."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler

    def call(self, fn: Callable[[], object]) -> None:
        self._scheduler.call_soon(fn)
