"""A loader's batch: the loads that are answered together, and the job that asks for them and hands the values out."""

from __future__ import annotations

from _contextvars import copy_context
from collections.abc import Sequence

from typedpromise.errors import BatchError

from ._core.adoption import PLAIN, resolve
from ._core.boundary import call
from ._core.cell import Cell, blank, root_of
from ._core.failures import ends_the_program, not_a_cancellation, without_own_frames
from ._core.handlers import Chained
from ._core.jobs import current_queue
from ._core.loops import running_loop
from ._core.reaction import Reaction
from ._core.settlement import attach, settle
from ._core.states import FULFILLED, REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable
    from contextvars import Context
    from typing import Any, TypeGuard

    from ._core.jobs import JobQueue

# The key, its cache key, and the promise of its value.
Entry = tuple[object, object, Chained]


class Statistics:
    """What a loader has done so far, over all threads.

    Attributes:
        loads: The calls of `load`, those by `load_many` too.
        cache_hits: The loads among them that needed no key in a batch.
        batches: The calls of the batch function.
        largest_batch: The most keys in one call.

    """

    __module__ = "typedpromise.dataloader"
    __slots__ = ("batches", "cache_hits", "largest_batch", "loads")

    def __init__(self) -> None:
        """Count from zero."""
        self.loads: int = 0
        self.cache_hits: int = 0
        self.batches: int = 0
        self.largest_batch: int = 0

    def _count_batch(self, size: int) -> None:
        # <atomic self>
        self.batches = self.batches + 1
        if size > self.largest_batch:  # noqa: PLR1730 - max() would be a call
            self.largest_batch = size
        # </atomic>

    def __repr__(self) -> str:
        """Show the counts."""
        return (
            f"Statistics(loads={self.loads}, cache_hits={self.cache_hits}, "
            f"batches={self.batches}, largest_batch={self.largest_batch})"
        )


class Loading:
    """What a batch knows of its loader: whom to ask, and what to forget when that fails."""

    cache: bool = True

    def __init__(self, promises: Any) -> None:
        """Take the cache."""
        self._promises: Any = promises
        # The batch that takes loads, by thread.
        self._open: dict[JobQueue, Batch] = {}
        self.statistics = Statistics()

    def batch_load_fn(self, keys: list[Any], /) -> object:
        """Return a list of values, now or later."""
        raise NotImplementedError

    def _leave(self, batch: Batch) -> None:
        """Forget a batch that takes no more loads."""
        queue = batch.home.queue
        if self._open.get(queue) is batch:
            self._open.pop(queue, None)

    def _forget(self, cache_key: object, promise: Chained) -> None:
        """Take `promise` out of the cache, and nothing that has taken its place."""
        if self.cache and self._promises.get(cache_key) is promise:
            self._promises.pop(cache_key, None)


class Home:
    """The thread and the loop in which a load was asked for.

    A promise that waits for its batch carries it in `_value`, which is free until it settles,
    so that a cached promise can be asked whose it is; it is no link back to the batch, which would be a cycle.
    """

    __slots__ = ("loop", "queue")

    def __init__(self, queue: JobQueue) -> None:
        """Note where we are."""
        self.queue = queue
        self.loop: AbstractEventLoop | None = running_loop()

    def is_here(self, queue: JobQueue) -> bool:
        """Whether the caller is in the same thread and the same loop."""
        return self.queue is queue and self.loop is running_loop()


def waits_elsewhere(cached: object, queue: JobQueue) -> bool:
    """Whether a promise from the cache is pending in the batch of another thread or loop, for which none here waits."""
    if not isinstance(cached, Cell) or cached._state >= FULFILLED or root_of(cached)._state >= FULFILLED:
        return False
    home = cached._value
    return type(home) is Home and not home.is_here(queue)


class Batch(Reaction):
    """The loads of one thread since the last batch; a job that waits until no other is left."""

    __slots__ = ("_answer", "_closed", "_context", "_hits", "_scheduled", "_scheduler", "entries", "home", "loader")

    def __init__(self, loader: Loading, queue: JobQueue) -> None:
        """Begin without a load, in a copy of the present context."""
        self.loader = loader
        self.home = Home(queue)
        self.entries: list[Entry] = []
        # Promises for keys that the cache had, and what it had for them: they come with the batch,
        # so that the loads which follow from either are in one batch again.
        self._hits: list[tuple[Chained, object]] = []
        self._context: Context = copy_context()
        self._closed = False
        self._scheduled = False
        self._scheduler: object = None
        # What the batch function's promise was settled with.
        self._answer: Cell | None = None

    def add(self, entry: Entry) -> bool:
        """Take a load; return False where the batch is closed, by a host that drains this queue in another thread."""
        # <atomic self>
        if not self._closed:
            self.entries.append(entry)
            return True
        # </atomic>
        return False

    def add_hit(self, hit: tuple[Chained, object]) -> bool:
        """Take a promise for a key that the cache had; return False as `add` does."""
        # <atomic self>
        if not self._closed:
            self._hits.append(hit)
            return True
        # </atomic>
        return False

    def is_scheduled(self, queue: JobQueue) -> bool:
        """Whether the batch will run, by a host that has not gone since the last load."""
        return self._scheduled and self._scheduler is queue.scheduler and self.home.loop is running_loop()

    def schedule(self, queue: JobQueue, schedule_fn: Callable[[Callable[[], None]], object] | None) -> None:
        """See to it that the batch will run."""
        if self._scheduled:
            if schedule_fn is None and queue.defers():
                queue.wake()
        else:
            self._scheduled = True
            try:
                if schedule_fn is None:
                    queue.put_last(self)
                else:
                    schedule_fn(self.dispatch)
            except BaseException:  # nobody has promised to run it, so nobody must wait for it
                self._give_up()
                raise
        self._scheduler = queue.scheduler
        self.home.loop = running_loop()

    def dispatch(self) -> None:
        """Run the batch as soon as jobs may run; what `batch_schedule_fn` is given. Later calls do nothing."""
        queue = current_queue()
        queue.jobs.append(self)
        queue.wake()

    def _give_up(self) -> None:
        """Take no more loads and forget the one that there is."""
        self._close()
        entries, self.entries = self.entries, []
        self._hits = []
        for _, cache_key, promise in entries:
            self.loader._forget(cache_key, promise)

    def _close(self) -> bool:
        """Take no more loads; return False where that was so already: only one host may send the batch."""
        # <atomic self>
        closed = self._closed
        self._closed = True
        # </atomic>
        self.loader._leave(self)
        return not closed

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        self._answer = source
        queue.jobs.append(self)

    def _run(self, queue: JobQueue) -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            if answer._state == REJECTED:
                self._reject(answer._value, queue)
            else:
                self._hand_out(answer._value, queue)
        elif not self._closed:
            self._load(queue)

    def _load(self, queue: JobQueue) -> None:
        if not self._close():
            return
        if not self.entries:
            self._give_hits(queue)
            return
        keys = [entry[0] for entry in self.entries]
        self.loader.statistics._count_batch(len(keys))
        try:
            result = call(self._context.run, self.loader.batch_load_fn, keys)
        except BaseException as error:
            self._fail(error, queue)
            if ends_the_program(error):
                raise
            return
        if _is_list(result):
            self._hand_out(result, queue)
        else:
            self._wait_for(result, queue)

    def _wait_for(self, result: object, queue: JobQueue) -> None:
        if isinstance(result, Cell):
            attach(result, self)
            return
        # A coroutine, a future, a thenable; what is none of these is refused when it comes back.
        answer = Chained()
        blank(answer)
        attach(answer, self)
        resolve(answer, result, queue, self._context)

    def _hand_out(self, result: object, queue: JobQueue) -> None:
        try:
            values = self._checked(result)
        except BaseException as error:  # a BatchError, or what a sequence of the user's raises
            self._fail(error, queue)
            if ends_the_program(error):
                raise
            return
        entries, self.entries = self.entries, []
        self._give_hits(queue)
        for (_, _, promise), value in zip(entries, values, strict=True):
            if type(value) in PLAIN:  # what `resolve` asks first
                settle(promise, FULFILLED, value, queue)
            elif isinstance(value, BaseException):
                settle(promise, REJECTED, not_a_cancellation(value, "the load of this key"), queue)
            else:
                resolve(promise, value, queue)

    def _checked(self, result: object) -> list[object]:
        """Return the values, one for each key.

        Raises:
            BatchError: They are no list, or not as many.

        """
        count = len(self.entries)
        if not _is_list(result):
            raise BatchError(_no_list(self.loader, count, result))
        values = list(result)
        if len(values) != count:
            raise BatchError(_wrong_count(self.loader, count, len(values)))
        return values

    def _fail(self, error: BaseException, queue: JobQueue) -> None:
        # As failures.reject_with does: not by assignment, and without our own frames.
        BaseException.with_traceback(error, without_own_frames(error.__traceback__))
        self._reject(error, queue)

    def _reject(self, reason: BaseException, queue: JobQueue) -> None:
        # Not cached, so that the next load tries again; the keys that were in the cache have come all the same.
        entries, self.entries = self.entries, []
        try:
            self._give_hits(queue)
            for _, cache_key, promise in entries:
                self.loader._forget(cache_key, promise)
        finally:  # a mapping of the user's may raise: no load must hang for that
            for _, _, promise in entries:
                settle(promise, REJECTED, reason, queue)

    def _give_hits(self, queue: JobQueue) -> None:
        hits, self._hits = self._hits, []
        for promise, cached in hits:
            resolve(promise, cached, queue)


def _is_list(result: object) -> TypeGuard[Sequence[object]]:
    """Whether `result` is a list, a tuple or the like, and no text, whose characters would pass for values."""
    return isinstance(result, Sequence) and not isinstance(result, str | bytes | bytearray | memoryview)


_WHAT_TO_RETURN = (
    "return a list with one value for each key, in the order of the keys, with None or an exception for a key "
    "that has no value, e.g. [found.get(key) for key in keys]"
)


def _no_list(loader: Loading, count: int, result: object) -> str:
    return f"the batch function of {loader!r} was given {count} keys and returned {_shown(result)}: {_WHAT_TO_RETURN}"


def _wrong_count(loader: Loading, count: int, returned: int) -> str:
    return (
        f"the batch function of {loader!r} was given {count} keys and returned {returned} values, "
        f"so nobody can say which belongs to which: {_WHAT_TO_RETURN}"
    )


_SHOWN = 80


def _shown(result: object) -> str:
    if result is None:
        return "None"
    try:
        text = repr(result)
    except Exception:  # noqa: BLE001 - of the user's; the batch must be rejected all the same
        return f"an object of type {type(result).__name__}"
    return f"no list but {text if len(text) <= _SHOWN else text[:_SHOWN] + '...'} of type {type(result).__name__}"
