"""Load a key: find the batch of this moment, and what the cache has."""

from __future__ import annotations

from .adoption import is_plain
from .batch import Batch, Loading
from .cell import Cell, public, root_of
from .home import Home
from .jobs import current_queue, thread_ident
from .making import new_of, new_promise
from .native import mypyc_attr
from .origins import record_origin, tracking
from .reaction import Reaction
from .settlement import attach, settle
from .states import FULFILLED, NO_JOB, PENDING, REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from .jobs import JobQueue


@mypyc_attr(allow_interpreted_subclasses=True)
class CoreLoader(Loading):
    """A loader without its options and its generic face, which is `typedpromise.dataloader.DataLoader`."""

    __slots__ = ()

    def load(self, key: Any, /) -> Cell:
        """Return a promise of the value of `key`.

        Args:
            key: Anything but None that can be hashed, or that `cache_key_fn` makes so.

        Returns:
            A promise that settles with its batch, also where the cache has the key:
            loads that follow from it and from others of the batch are together again.

        Raises:
            TypeError: `key` is None, or cannot be hashed.

        From any thread. The batch is sent when no other job is left: on the tick of a running event loop;
        without one, at the end of the drain in which this is called, or when somebody waits with `get()`.
        Source: `load` of the npm package `dataloader`.

        """
        # What a loader is called for a thousand times: a batch is open here, and the cache is a dict to be used freely.
        # All other loads, the first of a batch among them, go through `load_anyhow`, which does the same step by step.
        batch = self._latest
        if batch is None or key is None:
            return load_anyhow(self, key)
        home = batch.home
        queue = home.queue
        if queue.thread != thread_ident() or home.scheduler is not queue.scheduler:
            return load_anyhow(self, key)
        loop = home.loop
        if loop is None:
            if home.ask() is not home.answer:
                return load_anyhow(self, key)
        elif loop._thread_id is None:  # it has stopped
            return load_anyhow(self, key)
        cache = batch.cache
        if cache is None or (batch.limit is not None and len(batch.promises) >= batch.limit):
            return load_anyhow(self, key)
        # What `new_promise` does.
        promise: Cell = new_of(public.cls)
        promise._state = PENDING
        promise._kind = NO_JOB
        promise._value = home
        promise._on_fulfilled = key
        promise._on_rejected = None
        promise._reaction = None
        if tracking.places is not None:
            record_origin(promise)
        try:
            cached = cache.setdefault(key, promise)
        except TypeError:
            check_hashable(self, key, key)
            raise  # by a method `__eq__` of the key's
        if cached is not promise:
            return _found(self, cached, promise, batch)
        # <atomic batch>
        if not batch.closed:
            batch.promises.append(promise)
            return promise
        # </atomic>
        return _miss(self, promise, key, queue)

    def load_many(self, keys: Iterable[Any], /) -> Cell:
        """Return a promise of a list with what became of each key: its value, or the exception of its load.

        Args:
            keys: The keys, as `load` takes them.

        Returns:
            A promise that no failed load rejects; for one that it does write `Promise.all(map(loader.load, keys))`.

        Raises:
            TypeError: `keys` is no iterable of keys, or one of them is None or cannot be hashed.

        Threads and loops: as `load`.
        Source: `loadMany` of the npm package `dataloader`.

        """
        if isinstance(keys, str | bytes) or not hasattr(type(keys), "__iter__"):
            msg = f"{self!r}.load_many() takes an iterable of keys, not {keys!r}: write load_many([key]) or load(key)"
            raise TypeError(msg)
        loader: Any = self
        load = loader.load  # a subclass may have written its own
        promises: list[Cell] = [load(key) for key in keys]
        result = new_promise()
        Collected(result, promises).start()
        return result

    def _key(self, key: object) -> object:
        """Return what `key` is cached under, once it is sure that a mapping can take it."""
        cache_key_of = self._cache_key_of
        cache_key = key if cache_key_of is None else cache_key_of(key)
        check_hashable(self, key, cache_key)
        return cache_key


# Functions, since a method of a class with interpreted subclasses is called through the interpreter.


def load_anyhow(loader: CoreLoader, key: object) -> Cell:
    """Return a promise of the value of `key`, whatever the loader and wherever the caller."""
    if key is None:
        msg = f"{loader!r}.load() takes a key, not None: leave out the load where there is no key"
        raise TypeError(msg)
    cache_key_of = loader._cache_key_of
    cache_key = key if cache_key_of is None else cache_key_of(key)
    options: Any = loader
    caches: bool = options.cache
    queue = current_queue()
    cached: object = None
    if caches:
        check_hashable(loader, key, cache_key)
        cached = loader._promises.get(cache_key)
    if cached is not None and not waits_elsewhere(cached):
        return _hit(loader, cached, None, queue)
    promise = _new(loader)
    promise._on_fulfilled = key
    if cache_key_of is not None:
        promise._on_rejected = cache_key
    return _miss(loader, promise, cache_key, queue)


def _new(loader: CoreLoader) -> Cell:
    make = loader._make
    return new_promise() if make is None else make()


def _found(loader: CoreLoader, cached: object, promise: Cell, batch: Batch) -> Cell:
    """Return a promise for a key that the cache has: `promise`, or the very one that waits for `batch`."""
    if type(cached) is public.cls:  # which is quicker to see than `isinstance`
        cell: Cell = cached
        if cell._state >= FULFILLED:
            promise._on_fulfilled = cell
            # <atomic batch>
            if not batch.closed:
                batch.hits.append(promise)
                return promise
            # </atomic>
        elif cell._value is batch.home and batch.repeat():
            return cell
    queue = batch.home.queue
    if cached is None or waits_elsewhere(cached):
        return _miss(loader, promise, promise._on_fulfilled, queue)
    return _hit(loader, cached, promise, queue)


def _batch_for(loader: CoreLoader, queue: JobQueue) -> Batch:
    """Return the batch of this thread that still takes a key."""
    batch = loader._open.get(queue)
    if batch is not None and not batch.is_full():
        return batch
    options: Any = loader
    cache: dict[object, object] | None = None
    promises: object = loader._promises
    if options.cache and loader._cache_key_of is None and loader._make is None and type(promises) is dict:
        cache = promises  # pyright: ignore[reportUnknownVariableType] # of whatever the program loads
    batch = loader._open[queue] = Batch(loader, queue, cache, options.max_batch_size if options.batch else 1)
    return batch


def _miss(loader: CoreLoader, promise: Cell, cache_key: object, queue: JobQueue) -> Cell:
    options: Any = loader
    while True:
        batch = _batch_for(loader, queue)
        promise._value = batch.home
        if options.cache:
            # Before the batch has it: one that is sent at once may have to forget it.
            loader._promises[cache_key] = promise
        if batch.add(promise):
            break
    _see_to(loader, batch)
    return promise


def _hit(loader: CoreLoader, cached: object, promise: Cell | None, queue: JobQueue) -> Cell:
    while True:
        batch = _batch_for(loader, queue)
        if isinstance(cached, Cell) and cached._state < FULFILLED and cached._value is batch.home:
            if batch.repeat():  # it waits for this very batch
                return cached
        else:
            if promise is None:
                promise = _new(loader)
            promise._value = batch.home
            promise._on_fulfilled = cached
            if batch.add_hit(promise):
                break
    _see_to(loader, batch)
    return promise


def _see_to(loader: CoreLoader, batch: Batch) -> None:
    """See to it that `batch` will run, and is found by the next load."""
    if not batch.is_scheduled():
        options: Any = loader
        batch.schedule(options._schedule_fn)
    # <atomic batch loader>
    if not batch.closed:
        loader._latest = batch
    # </atomic>


def waits_elsewhere(cached: object) -> bool:
    """Whether a promise from the cache is pending in the batch of another thread or loop, for which none here waits."""
    if not isinstance(cached, Cell) or cached._state >= FULFILLED or root_of(cached)._state >= FULFILLED:
        return False
    home: object = cached._value
    return isinstance(home, Home) and not home.is_here()


class Collected(Reaction):
    """Waits for all loads of a `load_many`, fulfilled or rejected."""

    __slots__ = ("_promises", "_remaining", "_result")

    def __init__(self, result: Cell, promises: list[Cell]) -> None:
        """Take the promise to settle, and the loads."""
        self._result = result
        self._promises = promises
        # One more than there are, so that nothing is finished before all are attached.
        self._remaining = len(promises) + 1

    def start(self) -> None:
        """Attach to every load."""
        for promise in self._promises:
            attach(promise, self)
        if self._arrive():
            self._finish(None)

    def _arrive(self) -> bool:
        # <atomic self>
        self._remaining = remaining = self._remaining - 1
        # </atomic>
        return remaining == 0

    def _trigger(self, source: Cell, queue: JobQueue) -> None:
        if self._arrive():
            queue.put(self)

    def _run(self, queue: JobQueue) -> None:
        self._finish(queue)

    def _finish(self, queue: JobQueue | None) -> None:
        promises, self._promises = self._promises, []
        # The value or the reason: both stand in the same place.
        outcomes: list[object] = [root_of(promise)._value for promise in promises]
        for promise, outcome in zip(promises, outcomes, strict=True):
            # What no `except Exception` sees must not pass for a value.
            if not is_plain(outcome) and not isinstance(outcome, Exception) and root_of(promise)._state == REJECTED:
                settle(self._result, REJECTED, outcome, queue)
                return
        settle(self._result, FULFILLED, outcomes, queue)


def check_hashable(loader: Loading, key: object, cache_key: object) -> None:
    """Raise the `TypeError` that says what to do about a cache key that no mapping takes."""
    try:
        hash(cache_key)
    except TypeError as error:
        what = f"the key {key!r}" if cache_key is key else f"{cache_key!r}, which cache_key_fn made of the key {key!r},"
        msg = (
            f"{loader!r} cannot cache {what} because it is not hashable: "
            "give cache_key_fn, e.g. cache_key_fn=tuple for lists, or cache=False"
        )
        raise TypeError(msg) from error
