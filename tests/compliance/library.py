"""The promise library under test, as the adapter sees it."""

import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol

import typedpromise
from typedpromise.schedulers import Scheduler, use

from .bridge import Operations
from .values import as_exception


class Thenable(Protocol):
    """A promise as JS sees it: it takes anything for a handler (clause 2.2.1), whatever its types say."""

    def then(self, on_fulfilled: object, on_rejected: object, /) -> object:
        """Call one of them later."""


class Deferred(Protocol):
    """A pending promise and the two functions that settle it."""

    @property
    def promise(self) -> object:
        """The promise."""

    def resolve(self, value: object, /) -> object:
        """Resolve it."""

    def reject(self, reason: Exception, /) -> object:
        """Reject it."""


class Library(Protocol):
    """What a promise library has to offer to be put to the suite."""

    @property
    def promise_type(self) -> type:
        """The class whose instances JS sees as promises."""

    def session(self, scheduler: Scheduler | None) -> AbstractContextManager[None]:
        """Enclose a run: jobs go to `scheduler`, or where the library puts them by itself."""

    def deferred(self) -> Deferred:
        """Make a pending promise with its settlers."""

    def resolved(self, value: object) -> object:
        """Make a promise resolved with a value."""

    def rejected(self, reason: Exception) -> object:
        """Make a promise rejected with an exception."""

    def then(self, promise: Thenable, on_fulfilled: object, on_rejected: object) -> object:
        """Call the promise's `then` with what JS gave."""


class TypedPromise:
    """The library this repository is about, through its public API."""

    promise_type: type = typedpromise.Promise

    @contextmanager
    def session(self, scheduler: Scheduler | None) -> Iterator[None]:
        # The suite leaves rejections unhandled and passes non-functions as handlers, both by the hundred.
        hook = typedpromise.set_unhandled_rejection_hook(lambda *_: None)
        try:
            with (
                warnings.catch_warnings(),
                nullcontext() if scheduler is None else use(scheduler),
            ):
                warnings.filterwarnings("ignore", r"then\(\) ignores its argument", RuntimeWarning)
                yield
        finally:
            typedpromise.set_unhandled_rejection_hook(hook)

    def deferred(self) -> Deferred:
        resolvers: Deferred = typedpromise.Resolvers()
        return resolvers

    def resolved(self, value: object) -> object:
        return typedpromise.Promise.resolve(value)

    def rejected(self, reason: Exception) -> object:
        return typedpromise.Promise.reject(reason)

    def then(self, promise: Thenable, on_fulfilled: object, on_rejected: object) -> object:
        return promise.then(on_fulfilled, on_rejected)


def operations_of(library: Library) -> Operations:
    """Return what javascript/adapter.js may ask of Python."""
    return {
        "resolved": library.resolved,
        "rejected": lambda reason: library.rejected(as_exception(reason)),
        "deferred": library.deferred,
        "promise": lambda deferred: deferred.promise,
        "resolve": lambda deferred, value: deferred.resolve(value),
        "reject": lambda deferred, reason: deferred.reject(as_exception(reason)),
        "then": library.then,
    }
