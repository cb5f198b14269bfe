"""`DataLoader`: many loads of one key each, answered by few calls for many keys."""

from __future__ import annotations

from ._core.counts import Statistics
from ._core.loading import CoreLoader
from ._core.making import new_promise
from ._core.promise import CorePromise
from ._core.settlement import mark_handled, settle
from ._core.states import REJECTED
from ._core.subscript import subscripted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import GenericAlias
    from typing import Any

__all__ = ["DataLoader", "Statistics"]


Statistics.__module__ = __name__  # where programs find it


class DataLoader(CoreLoader):
    """Loads values by key: the loads of a moment become one call of the batch function, and each key is cached.

    Give the batch function, or write it as the method `batch_load_fn` of a subclass.
    The options that are left out are the class's attributes of the same names, which a subclass may set.
    One that is set on a loader later counts from the next batch on.
    A loader is made for one request or one task of a program: its cache forgets nothing by itself.

    Attributes:
        batch: Whether loads are put together.
        max_batch_size: The most keys in one call, or None.
        cache: Whether a key is asked for once only.
        name: What errors call the loader, or None.
        statistics: What the loader has done so far.

    From any thread: each thread, and each event loop, has a batch of its own; the cache is shared.
    Source: the npm package `dataloader`; the options are its own in snake case.

    """

    batch: bool = True
    cache: bool = True
    max_batch_size: int | None = None
    name: str | None = None
    # `typedpromise.compat` has loaders that make promises of its own class.
    _new_promise = staticmethod(new_promise)

    def __init__(  # noqa: PLR0913 - the options, by keyword
        self,
        batch_load_fn: Callable[[list[Any]], object] | None = None,
        *,
        batch: bool | None = None,
        max_batch_size: int | None = None,
        cache: bool | None = None,
        cache_key_fn: Callable[[Any], object] | None = None,
        cache_map: Any = None,
        batch_schedule_fn: Callable[[Callable[[], None]], object] | None = None,
        name: str | None = None,
    ) -> None:
        """Make a loader.

        Args:
            batch_load_fn: Takes a list of keys; returns a list with one value for each, in the same order, or a
                promise, awaitable or future of one. An exception in the list rejects the loads of its key.
            batch: False for a call a key, as `max_batch_size=1`.
            max_batch_size: The most keys in one call.
            cache: False for no cache: equal keys are asked for again, in one batch too.
            cache_key_fn: Takes a key; returns what it is cached under.
            cache_map: A mutable mapping to be the cache, from cache keys to promises, empty or not.
            batch_schedule_fn: Takes the function that sends the batch, and calls it when that is to be,
                e.g. `lambda send: loop.call_later(0.1, send)`; left out: when no other job is left.
            name: What errors call the loader.

        Raises:
            TypeError: There is no batch function, or an argument is not what it has to be.
            ValueError: `max_batch_size` is less than 1.

        """
        if batch_load_fn is None:
            if type(self).batch_load_fn is DataLoader.batch_load_fn:
                raise TypeError(_NO_BATCH_FUNCTION)
        else:
            _check_function(batch_load_fn, "batch_load_fn")
            self.batch_load_fn = batch_load_fn  # type: ignore[method-assign] # counts more than the class's
        if batch is not None:
            self.batch = batch
        if max_batch_size is not None:
            self.max_batch_size = max_batch_size
        if self.max_batch_size is not None:
            _check_size(self.max_batch_size)
        if cache is not None:
            self.cache = cache
        if name is not None:
            self.name = name
        if cache_key_fn is not None:
            _check_function(cache_key_fn, "cache_key_fn")
        elif type(self).cache_key_fn is not DataLoader.cache_key_fn:
            cache_key_fn = self.cache_key_fn
        # Not by truth: an empty mapping is one.
        promises: Any = {} if cache_map is None else _checked_mapping(cache_map)
        make = type(self)._new_promise
        super().__init__(promises, cache_key_fn, None if make is new_promise else make)
        if batch_schedule_fn is not None:
            _check_function(batch_schedule_fn, "batch_schedule_fn")
        self._schedule_fn = batch_schedule_fn

    def batch_load_fn(self, keys: list[Any], /) -> object:
        """Return a list with one value for each key, or a promise, awaitable or future of one.

        Args:
            keys: The keys of the batch, in the order of the loads; without a cache a key may be there twice.

        For a subclass to write. Called in a copy of the context of the batch's first load.
        """
        raise NotImplementedError(_NO_BATCH_FUNCTION)

    def cache_key_fn(self, key: Any, /) -> object:
        """Return what `key` is cached under; for a subclass to write. Here it is the key."""
        return key

    def clear(self, key: Any, /) -> DataLoader:
        """Forget `key`, so that the next load asks for it again; return the loader.

        Args:
            key: A key, in the cache or not. A load that is on its way still gets what it asked for.

        Raises:
            TypeError: `key` cannot be hashed.

        From any thread, for all threads.
        Source: `clear` of the npm package `dataloader`.

        """
        if self.cache:
            self._promises.pop(self._key(key), None)
        return self

    def clear_all(self) -> DataLoader:
        """Forget all keys; return the loader.

        From any thread, for all threads.
        Source: `clearAll` of the npm package `dataloader`.
        """
        if self.cache:
            self._promises.clear()
        return self

    def prime(self, key: Any, value: object, /) -> DataLoader:
        """Put a value into the cache, unless the key is there already; return the loader.

        Args:
            key: A key as for `load`.
            value: The value; a promise, awaitable or future of it; or the exception that loads of it are rejected with.
                To replace a value write `loader.clear(key).prime(key, value)`.

        Raises:
            TypeError: `key` cannot be hashed.

        From any thread, for all threads.
        Source: `prime` of the npm package `dataloader`.

        """
        if not self.cache:
            return self
        cache_key = self._key(key)
        if self._promises.get(cache_key) is not None:
            return self
        if isinstance(value, BaseException):
            promise = new_promise()
            settle(promise, REJECTED, value, None)
            mark_handled(promise)  # on purpose; a load of it that nobody handles is reported
        else:
            promise = CorePromise.resolve(value)
        self._promises[cache_key] = promise
        return self

    def __repr__(self) -> str:
        """Show the name, or else the batch function."""
        kind = type(self).__name__
        if self.name is not None:
            return f"<{kind} {self.name!r}>"
        function = vars(self).get("batch_load_fn")
        if function is None:
            return f"<{kind} at {id(self):#x}>"
        return f"<{kind} of {getattr(function, '__qualname__', function)}>"

    def __class_getitem__(cls, item: object) -> GenericAlias:
        """Return `DataLoader[item]`; the typed face is generic, the class is not."""
        return subscripted(cls, item)


_NO_BATCH_FUNCTION = (
    "a DataLoader needs a batch function, which takes a list of keys and returns a list of values: "
    "write DataLoader(load_users), or a subclass with a method batch_load_fn(self, keys)"
)


def _check_function(function: object, argument: str) -> None:
    if not callable(function):
        msg = f"DataLoader takes {argument} as a function, not {function!r}: pass the function itself, uncalled"
        raise TypeError(msg)


def _check_size(size: object) -> None:
    if isinstance(size, bool) or not isinstance(size, int):
        msg = f"DataLoader takes max_batch_size as a number of keys, or None for no limit, not {size!r}"
        raise TypeError(msg)
    if size < 1:
        msg = f"DataLoader with max_batch_size={size} could never load anything: give 1 or more, or None"
        raise ValueError(msg)


_MAPPING_METHODS = ("get", "__setitem__", "pop", "clear")


def _checked_mapping(mapping: Any) -> Any:
    missing = [name for name in _MAPPING_METHODS if not hasattr(mapping, name)]
    if missing:
        msg = (
            f"DataLoader takes cache_map as a mutable mapping, and {mapping!r} has no {', '.join(missing)}: "
            "derive it from collections.abc.MutableMapping; for no cache write cache=False"
        )
        raise TypeError(msg)
    return mapping
