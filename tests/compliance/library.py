"""The promise library under test, as the adapter sees it."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Protocol

import typedpromise

from .bridge import Operations
from .values import as_exception


class Scheduler(Protocol):
    """Where a library posts its jobs when the host has no event loop."""

    def call_soon(self, fn: Callable[[], object]) -> object:
        """Runs `fn` later, in order."""


class Deferred(Protocol):
    """A pending promise and the two functions that settle it."""

    @property
    def promise(self) -> object:
        """The promise."""

    def resolve(self, value: object, /) -> object:
        """Resolves it."""

    def reject(self, reason: Exception, /) -> object:
        """Rejects it."""


class Library(Protocol):
    """What a promise library has to offer to be put to the suite."""

    @property
    def promise_type(self) -> type:
        """The class whose instances JS sees as promises."""

    def session(self, scheduler: Scheduler | None) -> AbstractContextManager[None]:
        """The time of a run: jobs go to `scheduler`, or where the library puts them by itself."""

    def deferred(self) -> Deferred:
        """A new pending promise with its settlers."""

    def resolved(self, value: object) -> object:
        """A promise resolved with a value."""

    def rejected(self, reason: Exception) -> object:
        """A promise rejected with an exception."""

    def then(self, promise: Any, on_fulfilled: object, on_rejected: object) -> object:
        """Calls the promise's `then` with whatever JS gave, also what is no function (clause 2.2.1)."""


class TypedPromise:
    """The library this repository is about, through its public API."""

    promise_type: type = typedpromise.Promise

    @contextmanager
    def session(self, scheduler: Scheduler | None) -> Iterator[None]:
        # The suite leaves rejections unhandled and passes non-functions as handlers, both by the hundred.
        hook = typedpromise.set_unhandled_rejection_hook(lambda *_: None)
        try:
            with (
                warnings.catch_warnings(action="ignore", category=RuntimeWarning),
                nullcontext() if scheduler is None else typedpromise.schedulers.use(scheduler),
            ):
                yield
        finally:
            typedpromise.set_unhandled_rejection_hook(hook)

    def deferred(self) -> Deferred:
        return typedpromise.Resolvers[object]()

    def resolved(self, value: object) -> object:
        return typedpromise.Promise.resolve(value)

    def rejected(self, reason: Exception) -> object:
        return typedpromise.Promise.reject(reason)

    # Any: the types of `then` refuse a handler that is no function, and the suite insists on passing some.
    def then(self, promise: Any, on_fulfilled: object, on_rejected: object) -> object:
        return promise.then(on_fulfilled, on_rejected)


def operations_of(library: Library) -> Operations:
    """What javascript/adapter.js may ask of Python."""
    return {
        "resolved": library.resolved,
        "rejected": lambda reason: library.rejected(as_exception(reason)),
        "deferred": library.deferred,
        "promise": lambda deferred: deferred.promise,
        "resolve": lambda deferred, value: deferred.resolve(value),
        "reject": lambda deferred, reason: deferred.reject(as_exception(reason)),
        "then": library.then,
    }
