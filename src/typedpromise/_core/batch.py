"""A loader's batch: the loads that are answered together, and the job that asks for them and hands the values out."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import copy_context

from typedpromise.errors import BatchError

from .adoption import resolve
from .answering import ASK_AGAIN, answer, is_coroutine
from .boundary import call
from .cell import Cell, blank
from .counts import Statistics
from .failures import ends_the_program, without_own_frames
from .handout import empty, hand_out
from .home import Home
from .jobs import _default, current_queue
from .loops import running_loop
from .native import i32, mypyc_attr
from .reaction import Reaction
from .settlement import attach, settle
from .states import FULFILLED, LINKED, PENDING, REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable
    from contextvars import Context
    from typing import Any, Final, TypeGuard

    from .jobs import JobQueue


@mypyc_attr(allow_interpreted_subclasses=True)
class Loading:
    """What a batch knows of its loader: whom to ask, and what to forget when that fails."""

    __slots__ = ("_cache_key_of", "_latest", "_make", "_open", "_promises", "statistics")
    # Any: a mapping of the user's, or a dict.
    _promises: Any
    _cache_key_of: Callable[[object], object] | None
    _make: Callable[[], Cell] | None
    _open: dict[JobQueue, Batch]
    _latest: Batch | None
    statistics: Statistics

    def __init__(
        self, promises: Any, cache_key_of: Callable[[object], object] | None, make: Callable[[], Cell] | None
    ) -> None:
        """Take the cache, the function of the cache key, and that of a promise, None for the core's own."""
        self._promises = promises
        self._cache_key_of = cache_key_of
        self._make = make
        # The batch that takes loads, by thread.
        self._open = {}
        # The one of them that was found last: whoever is at home there need not search.
        self._latest = None
        self.statistics = Statistics(self._open)

    def _leave(self, batch: Batch) -> None:
        """Forget a batch that takes no more loads."""
        queue = batch.home.queue
        if self._open.get(queue) is batch:
            self._open.pop(queue, None)
        if self._latest is batch:
            self._latest = None

    def _forget(self, promise: Cell) -> None:
        """Take `promise` out of the cache, and nothing that has taken its place."""
        loader: Any = self  # an option is the class's attribute, or the loader's
        if not loader.cache:
            return
        cache_key = promise._on_fulfilled if self._cache_key_of is None else promise._on_rejected
        if self._promises.get(cache_key) is promise:
            self._promises.pop(cache_key, None)


class Batch(Reaction):
    """The loads of one thread since the last batch; a job that waits until no other is left.

    A promise that waits for its batch keeps what belongs to it in slots that are free until it settles:
    its home in `_value`, its key in `_on_fulfilled`, and its cache key, where that is another, in `_on_rejected`.
    """

    __slots__ = (
        "_context",
        "_outcome",
        "_outcome_state",
        "_scheduled",
        "again",
        "cache",
        "closed",
        "hits",
        "home",
        "limit",
        "loader",
        "promises",
    )

    def __init__(self, loader: Loading, queue: JobQueue, cache: dict[object, object] | None, limit: int | None) -> None:
        """Begin without a load, in a copy of the present context.

        Args:
            loader: Whose batch this is.
            queue: The queue of the calling thread.
            cache: The loader's, if it may be asked and filled without further ado.
            limit: The most keys.

        """
        self.loader = loader
        self.home = Home(queue)
        self.cache = cache
        self.limit = limit
        self.promises: list[Cell] = []
        # Promises for keys that the cache had, and have what it had in the place of the key: they come with the
        # batch, so that the loads which follow from either are in one batch again.
        self.hits: list[Cell] = []
        # Loads that got a promise which waited for this batch before.
        self.again: int = 0
        self.closed = False
        self._context: Context = copy_context()
        self._scheduled = False
        # What the batch function has given in the end, once it is FULFILLED or REJECTED, or its coroutine: LINKED.
        self._outcome: Any = None
        self._outcome_state: i32 = PENDING

    def add(self, promise: Cell) -> bool:
        """Take a load; return False where the batch is closed, by a host that drains this queue in another thread."""
        # <atomic self>
        if not self.closed:
            self.promises.append(promise)
            return True
        # </atomic>
        return False

    def add_hit(self, promise: Cell) -> bool:
        """Take a promise for a key that the cache had; return False as `add` does."""
        # <atomic self>
        if not self.closed:
            self.hits.append(promise)
            return True
        # </atomic>
        return False

    def repeat(self) -> bool:
        """Count a load of a key that is in this batch; return False as `add` does."""
        # <atomic self>
        if not self.closed:
            self.again = self.again + 1
            return True
        # </atomic>
        return False

    def is_full(self) -> bool:
        """Whether the batch takes no more keys."""
        return self.limit is not None and len(self.promises) >= self.limit

    def is_scheduled(self) -> bool:
        """Whether the batch will run, by a host that has not gone since the last load."""
        return self._scheduled and self.home.scheduler is self.home.queue.scheduler and self.home.is_here()

    def schedule(self, schedule_fn: Callable[[Callable[[], None]], object] | None) -> None:
        """See to it that the batch will run."""
        queue = self.home.queue
        if self._scheduled:
            if schedule_fn is None and queue.defers():
                queue.wake()
            self.home.move_in()
        else:
            self._scheduled = True
            try:
                loop = self.home.loop
                if schedule_fn is not None:
                    schedule_fn(self.dispatch)
                elif loop is not None and _has_no_scheduler(queue):
                    queue.last.append(self)  # as `put_last`, which would ask twice for the loop
                    queue._wake_host(loop)
                else:
                    queue.put_last(self)
            except BaseException:  # nobody has promised to run it, so nobody must wait for it
                self._give_up()
                raise

    def dispatch(self) -> None:
        """Run the batch as soon as jobs may run; what `batch_schedule_fn` is given. Later calls do nothing."""
        queue = current_queue()
        queue.put(self)
        queue.wake()

    def _give_up(self) -> None:
        """Take no more loads and forget the one that there is."""
        self._close()
        promises, self.promises = self.promises, []
        self.hits = []
        for promise in promises:
            self.loader._forget(promise)

    def _close(self) -> bool:
        """Take no more loads; return False where that was so already: only one host may send the batch."""
        # <atomic self>
        closed = self.closed
        self.closed = True
        # </atomic>
        self.loader._leave(self)
        if closed:
            return False
        self.loader.statistics.count_loads(len(self.promises), len(self.hits) + self.again)
        return True

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        self._outcome = source._value
        self._outcome_state = source._state
        queue.put(self)

    def answered(self, outcome: object, state: i32, loop: AbstractEventLoop) -> None:
        """Take what the batch function's coroutine has given in a task of `loop`, which runs in this thread.

        Args:
            outcome: What it has returned, or the reason.
            state: LINKED, since what is returned may be a promise of the list, or REJECTED.
            loop: The loop.

        """
        self._outcome = outcome
        self._outcome_state = state
        queue = current_queue()
        queue.put(self)
        queue._wake_host(loop)

    def _run(self, queue: JobQueue) -> None:
        outcome, self._outcome = self._outcome, None
        state = self._outcome_state
        self._outcome_state = PENDING
        one_by_one = queue.one_by_one
        queue.one_by_one = True  # the loads settle side by side
        try:
            if state == LINKED:
                self._take(outcome, queue)
            elif state == FULFILLED:
                self._hand_out(outcome, queue)
            elif state == REJECTED:
                self._fail(outcome, queue)
            elif not self.closed:
                self._load(queue)
        finally:
            queue.one_by_one = one_by_one

    def _load(self, queue: JobQueue) -> None:
        if not self._close():
            return
        if not self.promises:
            self._give_hits(queue)
            return
        keys: list[object] = [promise._on_fulfilled for promise in self.promises]
        self.loader.statistics.count_batch(len(keys))
        loader: Any = self.loader  # the batch function may be the loader's attribute, or a method of a subclass
        try:
            result = call(self._context.run, loader.batch_load_fn, keys)
        except BaseException as error:
            self._fail(error, queue)
            if ends_the_program(error):
                raise
            return
        if is_coroutine(result):
            self._run_coroutine(result, queue)
        else:
            self._take(result, queue)

    def _take(self, result: object, queue: JobQueue) -> None:
        if is_list(result):
            self._hand_out(result, queue)
        else:
            self._wait_for(result, queue)

    def _run_coroutine(self, coroutine: object, queue: JobQueue) -> None:
        # A drain knows the loop of its own thread; `running_loop` may ask the kernel.
        loop = queue.loop if queue is current_queue() else running_loop()
        if loop is None or queue.head is not None or queue.jobs:  # whose turn it is
            self._wait_for(coroutine, queue)
            return
        try:
            answer(self, coroutine, loop, self._context)
        except Exception as error:  # noqa: BLE001 - of the task factory
            self._fail(error, queue)
            return
        if _has_no_scheduler(queue):
            queue.last.append(ASK_AGAIN)

    def _wait_for(self, result: object, queue: JobQueue) -> None:
        if isinstance(result, Cell):
            attach(result, self)
            return
        # A coroutine, a future, a thenable; what is none of these is refused when it comes back.
        settled = Cell()
        blank(settled)
        attach(settled, self)
        resolve(settled, result, queue, self._context)

    def _hand_out(self, result: object, queue: JobQueue) -> None:
        try:
            values = self._checked(result)
        except BaseException as error:  # a BatchError, or what a sequence of the user's raises
            self._fail(error, queue)
            if ends_the_program(error):
                raise
            return
        promises, self.promises = self.promises, []
        self._give_hits(queue)
        hand_out(promises, values, queue)

    def _checked(self, result: object) -> list[object]:
        """Return the values, one for each key.

        Raises:
            BatchError: They are no list, or not as many.

        """
        count = len(self.promises)
        if not is_list(result):
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
        promises, self.promises = self.promises, []
        try:
            self._give_hits(queue)
            for promise in promises:
                self.loader._forget(promise)
        finally:  # a mapping of the user's may raise: no load must hang for that
            for promise in promises:
                empty(promise)
                settle(promise, REJECTED, reason, queue)

    def _give_hits(self, queue: JobQueue) -> None:
        hits, self.hits = self.hits, []
        for promise in hits:
            cached: object = promise._on_fulfilled
            promise._on_fulfilled = None
            if isinstance(cached, Cell) and cached._state == FULFILLED:
                settle(promise, FULFILLED, cached._value, queue)
            else:
                resolve(promise, cached, queue)


def _has_no_scheduler(queue: JobQueue) -> bool:
    return queue.scheduler is None and _default.scheduler is None


def is_list(result: object) -> TypeGuard[Sequence[object]]:
    """Whether `result` is a list, a tuple or the like, and no text, whose characters would pass for values."""
    if type(result) is list:
        return True
    return isinstance(result, Sequence) and not isinstance(result, _TEXTS)


_TEXTS: Final = (str, bytes, bytearray, memoryview)


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
