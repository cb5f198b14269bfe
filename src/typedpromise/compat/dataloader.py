"""`DataLoader` with the names of `promise` 2.3, over `typedpromise.dataloader`."""

from __future__ import annotations

from typedpromise import dataloader
from typedpromise._core.cell import root_of
from typedpromise._core.jobs import current_queue
from typedpromise._core.settlement import mark_handled

from ._hosts import call_of, checked
from .async_ import Call
from .promise import Promise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Self

__all__ = ["DataLoader"]


class DataLoader(dataloader.DataLoader):
    """Loads values by key, in batches; promises are `typedpromise.compat.Promise`.

    Attributes:
        batch: Whether loads are put together.
        max_batch_size: The most keys in one call, or None.
        cache: Whether a key is asked for once only.
        get_cache_key: Takes a key; returns what it is cached under.

    Source: `promise` 2.3, whose loader was a `threading.local`; this one is shared by threads, each with its own batch.

    """

    _new_promise = staticmethod(Promise._pending)

    # Any: whatever the `__init__` of a subclass takes.
    def __new__(cls, *args: Any, **kwargs: Any) -> Self:  # noqa: ARG004
        """Make a loader; `super().__new__(cls, context)` of a subclass comes here with its arguments."""
        return super().__new__(cls)

    def __init__(  # noqa: PLR0913, PLR0917 - the options, in the order of 2.3
        self,
        batch_load_fn: Callable[[list[Any]], object] | None = None,
        batch: bool | None = None,  # noqa: FBT001 - as in 2.3
        max_batch_size: int | None = None,
        cache: bool | None = None,  # noqa: FBT001 - as in 2.3
        get_cache_key: Callable[[Any], object] | None = None,
        cache_map: Any = None,
        scheduler: Any = None,
    ) -> None:
        """Make a loader.

        Args:
            batch_load_fn: Takes a list of keys; returns a promise of a list with one value for each, or such a list.
            batch: False for a call a key.
            max_batch_size: The most keys in one call.
            cache: False for no cache.
            get_cache_key: Takes a key; returns what it is cached under.
            cache_map: A mutable mapping to be the cache, empty or not; 2.3 ignored an empty one.
            scheduler: Where batches are sent, if not when no other job is left.

        Raises:
            TypeError: There is no batch function, or an argument is not what it has to be.
            ValueError: `max_batch_size` is less than 1.

        """
        if scheduler is not None:
            checked(scheduler, "DataLoader()")
        super().__init__(
            batch_load_fn,
            batch=batch,
            max_batch_size=max_batch_size,
            cache=cache,
            cache_key_fn=get_cache_key,
            cache_map=cache_map,
        )
        self._call = call_of(scheduler)
        self.get_cache_key = get_cache_key or _itself

    @property
    def _schedule_fn(self) -> Callable[[Callable[[], None]], object] | None:
        """What sends a batch: two turns later inside a handler, as in 2.3, whose programs count on what is in a batch.

        From the top level, where 2.3 sent every load alone, and where no handler runs inside a loop:
        when no other job is left.
        """
        if self._call is not None:
            return self._call
        return _two_turns_later if current_queue().active else None

    @_schedule_fn.setter
    def _schedule_fn(self, schedule_fn: object) -> None: ...

    @property
    def _promise_cache(self) -> Any:  # Any: a mapping of the program's own
        """The cache, by the private name of 2.3, which programs reach into."""
        return self._promises

    @_promise_cache.setter
    def _promise_cache(self, cache: Any) -> None:
        self._promises = cache

    def load(self, key: Any = None) -> Any:
        """Return a promise of the value of `key`, as `typedpromise.dataloader.DataLoader.load`."""
        return super().load(key)

    def load_many(self, keys: Iterable[Any]) -> Any:
        """Return a promise of the list of the values of `keys`; the first rejection rejects it."""
        if not hasattr(type(keys), "__iter__"):
            msg = f"{self!r}.load_many() takes an iterable of keys, not {keys!r}: write load_many([key]) or load(key)"
            raise TypeError(msg)
        return Promise.all([self.load(key) for key in keys])

    def clear(self, key: Any) -> Self:
        """Forget `key`; return the loader."""
        super().clear(key)
        return self

    def prime(self, key: Any, value: object) -> Self:
        """Put a value, or the exception of a load, into the cache, unless the key is there; return the loader."""
        if isinstance(value, BaseException):
            promise = Promise.reject(value)
            mark_handled(root_of(promise))  # on purpose; a load of it that nobody handles is reported
        else:
            promise = Promise.resolve(value)
        super().prime(key, promise)
        return self


def _two_turns_later(send: Callable[[], None]) -> None:
    # `send` puts the batch behind the jobs that are there when it runs, which is the second turn.
    current_queue().jobs.append(Call(send))


def _itself(key: object) -> object:
    return key
