"""Promises as ECMAScript describes them, small and slow: what the order of our jobs is held against.

Nothing of the library is used, and nothing is clever: a promise has a state and a list of reactions, and every
reaction is a job of its own in one queue, first in first out.
Three things are ours and not ECMAScript's, as docs/runtime.md says: adoption takes no tick; a `finally_` whose handler
returns a plain value takes one tick, as `then` does; a join that has nothing to wait for is settled at once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias

PENDING: Final = "pending"
FULFILLED: Final = "fulfilled"
REJECTED: Final = "rejected"

# Any: values and handlers of a program, as in programs.py.
Handler: TypeAlias = Callable[..., Any]
Told: TypeAlias = Callable[["ModelPromise"], None]


class SelfResolutionError(Exception):
    """A circle; named as ours, since programs compare reasons by name."""


class Queue:
    """The job queue; with `defers` jobs wait for `drain`, without they run before the outermost call returns."""

    def __init__(self, *, defers: bool) -> None:
        """Start with no job."""
        self.jobs: deque[Callable[[], None]] = deque()
        self.defers = defers
        self.active = False

    def wake(self) -> None:
        """End a call of the program's."""
        if not self.defers and not self.active:
            self.drain()

    def drain(self) -> None:
        """Run the jobs until none is left, or one raises."""
        before, self.active = self.active, True
        try:
            while self.jobs:
                self.jobs.popleft()()
        finally:
            self.active = before


class ModelPromise:
    """A promise with the methods of ours that programs call."""

    queue: Queue

    def __init__(self) -> None:
        """Make a pending one."""
        self.state = PENDING
        self.outcome: Any = None
        self.told: list[Told] = []
        self.forwards_to: ModelPromise | None = None

    def root(self) -> ModelPromise:
        """Return the promise that this one is one with since its adoption."""
        promise = self
        while promise.forwards_to is not None:
            promise = promise.forwards_to
        return promise

    def decide(self, state: str, outcome: Any) -> None:
        """FulfillPromise, RejectPromise: 27.2.1.4, 27.2.1.7."""
        root = self.root()
        root.state, root.outcome = state, outcome
        reactions, root.told = root.told, []
        for tell in reactions:
            tell(root)

    def resolve_with(self, value: Any) -> None:
        """Promise Resolve Functions: 27.2.1.3.2."""
        if not isinstance(value, ModelPromise):
            self.decide(FULFILLED, value)
            return
        outer, inner = self.root(), value.root()
        if outer is inner:
            outer.decide(REJECTED, SelfResolutionError())
        elif inner.state == PENDING:
            # The outer promise is a reaction of the inner: who waited for the inner before comes before it.
            outer.told = inner.told + outer.told
            inner.forwards_to = outer
        else:
            outer.decide(inner.state, inner.outcome)

    def attach(self, tell: Told) -> None:
        """Have `tell` called when this settles, or now."""
        root = self.root()
        if root.state == PENDING:
            root.told.append(tell)
        else:
            tell(root)

    def after(self, job: Callable[[ModelPromise, ModelPromise], None]) -> ModelPromise:
        """Return a promise that `job(it, source)` decides."""
        child = type(self)()
        self.attach(lambda source: self.queue.jobs.append(lambda: job(child, source)))
        self.queue.wake()
        return child

    def then(self, on_fulfilled: Handler | None = None, on_rejected: Handler | None = None) -> ModelPromise:
        """27.2.5.4; a rejection handler is for an `Exception` only."""
        return self.after(lambda child, source: _react(child, source, on_fulfilled, on_rejected, Exception))

    def catch(self, kind: Any, on_rejected: Handler | None = None) -> ModelPromise:
        """27.2.5.1, with a filter."""
        if on_rejected is None:
            return self.then(None, kind)
        return self.after(lambda child, source: _react(child, source, None, on_rejected, kind))

    def finally_(self, handler: Handler) -> ModelPromise:
        """27.2.5.3."""
        return self.after(lambda child, source: _look(child, source, handler))

    def tap(self, handler: Handler) -> ModelPromise:
        """See the value, and pass it on."""
        return self.after(lambda child, source: _look(child, source, handler if source.state == FULFILLED else None, 1))

    def tap_catch(self, handler: Handler) -> ModelPromise:
        """See the reason, and pass it on."""
        return self.after(
            lambda child, source: _look(
                child,
                source,
                handler if source.state == REJECTED and isinstance(source.outcome, Exception) else None,
                1,
            )
        )

    def settle(self) -> ModelPromise:
        """Return a promise of the outcome."""
        return self.after(lambda child, source: child.decide(FULFILLED, (source.state, source.outcome)))

    def wait(self, timeout: float) -> bool:
        """Run the jobs that there are until this has settled; nobody waits in a program."""
        assert timeout == 0
        before, self.queue.active = self.queue.active, True
        try:
            for _ in range(len(self.queue.jobs)):
                if self.root().state != PENDING or not self.queue.jobs:
                    break
                self.queue.jobs.popleft()()
        finally:
            self.queue.active = before
        return self.root().state != PENDING

    @classmethod
    def resolve(cls, value: Any) -> ModelPromise:
        """27.2.4.7."""
        if isinstance(value, ModelPromise):
            return value
        promise = cls()
        promise.resolve_with(value)
        return promise

    @classmethod
    def reject(cls, reason: BaseException) -> ModelPromise:
        """27.2.4.6."""
        promise = cls()
        promise.decide(REJECTED, reason)
        return promise

    @classmethod
    def all(cls, items: Iterable[ModelPromise]) -> ModelPromise:
        """27.2.4.1."""
        return _Join(cls, list(items), {REJECTED}, _all_values, decides_at_once=False).result

    @classmethod
    def all_settled(cls, items: Iterable[ModelPromise]) -> ModelPromise:
        """27.2.4.2."""
        return _Join(cls, list(items), set(), _all_outcomes).result

    @classmethod
    def any(cls, items: Iterable[ModelPromise]) -> ModelPromise:
        """27.2.4.3."""
        return _Join(cls, list(items), {FULFILLED}, _all_reasons).result

    @classmethod
    def race(cls, items: Iterable[ModelPromise]) -> ModelPromise:
        """27.2.4.5."""
        return _Join(cls, list(items), {FULFILLED, REJECTED}, _all_values).result


def _ends_the_program(error: BaseException) -> bool:
    return isinstance(error, KeyboardInterrupt | SystemExit)


def _react(
    child: ModelPromise, source: ModelPromise, on_fulfilled: Handler | None, on_rejected: Handler | None, kind: Any
) -> None:
    handler = on_fulfilled
    if source.state == REJECTED:
        handler = on_rejected if isinstance(source.outcome, kind) else None
    if handler is None:
        child.decide(source.state, source.outcome)
        return
    try:
        result = handler(source.outcome)
    except BaseException as error:
        child.decide(REJECTED, error)
        if _ends_the_program(error):
            raise
    else:
        child.resolve_with(result)


def _look(child: ModelPromise, source: ModelPromise, handler: Handler | None, arguments: int = 0) -> None:
    if handler is None:
        child.decide(source.state, source.outcome)
        return
    try:
        result = handler(*[source.outcome][:arguments])
    except BaseException as error:
        child.decide(REJECTED, error)
        if _ends_the_program(error):
            raise
        return
    if not isinstance(result, ModelPromise):
        child.decide(source.state, source.outcome)
        return
    waited = type(child)()
    waited.resolve_with(result)
    if waited.root() is child.root():
        waited.decide(REJECTED, SelfResolutionError())
        return

    def restore(looked: ModelPromise) -> None:
        outcome = source if looked.state == FULFILLED else looked
        child.decide(outcome.state, outcome.outcome)

    waited.attach(lambda looked: child.queue.jobs.append(lambda: restore(looked)))


class _Join:
    """Counts promises that settle; the job that decides stands where the last of them, or the decisive one, stood."""

    def __init__(
        self,
        cls: type[ModelPromise],
        items: list[ModelPromise],
        decisive: set[str],
        at_the_end: Callable[[_Join], tuple[str, Any]],
        *,
        decides_at_once: bool = True,
    ) -> None:
        self.result = cls()
        self.items = items
        self._decisive = decisive
        self._at_the_end = at_the_end
        self._first: ModelPromise | None = None
        self._remaining = len(items) + 1
        self._done = False
        before, cls.queue.active = cls.queue.active, True
        for item in items:
            item.attach(self._tell)
        self._remaining -= 1
        if self._remaining == 0 and (decides_at_once or self._first is None):
            self._finish()
        cls.queue.active = before
        cls.queue.wake()

    def _tell(self, source: ModelPromise) -> None:
        decides = self._first is None and source.state in self._decisive
        if decides:
            self._first = source
        self._remaining -= 1
        if decides or (self._remaining == 0 and self._first is None):
            self.result.queue.jobs.append(self._finish)

    def _finish(self) -> None:
        if self._done:
            return
        self._done = True
        first = self._first
        state, outcome = (first.state, first.outcome) if first is not None else self._at_the_end(self)
        self.result.decide(state, outcome)


def _all_values(join: _Join) -> tuple[str, Any]:
    return FULFILLED, [item.root().outcome for item in join.items]


def _all_outcomes(join: _Join) -> tuple[str, Any]:
    return FULFILLED, [(item.root().state, item.root().outcome) for item in join.items]


def _all_reasons(join: _Join) -> tuple[str, Any]:
    reasons = [item.root().outcome for item in join.items]
    return REJECTED, BaseExceptionGroup("all were rejected", reasons)


class ModelResolvers:
    """A promise with the functions that decide it; the first call counts."""

    def __init__(self, cls: type[ModelPromise]) -> None:
        """Make the promise."""
        self.promise = cls()
        self._decided = False

    def resolve(self, value: Any) -> None:
        """27.2.1.3.2."""
        if not self._decided:
            self._decided = True
            self.promise.resolve_with(value)
            self.promise.queue.wake()

    def reject(self, reason: BaseException) -> None:
        """27.2.1.3.1."""
        if not self._decided:
            self._decided = True
            self.promise.decide(REJECTED, reason)
            self.promise.queue.wake()
