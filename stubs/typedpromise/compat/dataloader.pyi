# The typed face of `typedpromise.compat.dataloader.DataLoader`.

from collections.abc import Awaitable, Callable, Hashable, Iterable, MutableMapping, Sequence
from concurrent.futures import Future
from typing import Any, Self, TypeAlias, TypeVar

from typedpromise import dataloader
from typedpromise.compat.promise import Promise

__all__ = ["DataLoader"]

_K = TypeVar("_K")
_V = TypeVar("_V")

_Values: TypeAlias = Sequence[_V | Exception]
_MaybeLater: TypeAlias = _Values[_V] | Awaitable[_Values[_V]] | Future[list[_V]]

# The module's own: it does not import `typing` at run time.
TYPE_CHECKING: bool

class DataLoader(dataloader.DataLoader[_K, _V]):
    get_cache_key: Callable[[_K], Hashable]
    # Any: whatever the `__init__` of a subclass takes.
    def __new__(cls, *args: Any, **kwargs: Any) -> Self: ...
    def __init__(
        self,
        batch_load_fn: Callable[[list[_K]], _MaybeLater[_V]] | None = None,
        batch: bool | None = None,
        max_batch_size: int | None = None,
        cache: bool | None = None,
        get_cache_key: Callable[[_K], Hashable] | None = None,
        # Any: the cache keys are what get_cache_key makes of the keys.
        cache_map: MutableMapping[Any, Promise[_V]] | None = None,
        scheduler: object = None,
    ) -> None: ...
    # Programs reach into it. Any: as of `cache_map`.
    @property
    def _promise_cache(self) -> MutableMapping[Any, Promise[_V]]: ...
    @_promise_cache.setter
    def _promise_cache(self, cache: MutableMapping[Any, Promise[_V]]) -> None: ...
    # Without a key it raises: 2.3 has the default.
    def load(self, key: _K = ...) -> Promise[_V]: ...
    def load_many(self, keys: Iterable[_K]) -> Promise[list[_V]]: ...  # type: ignore[override] # the first rejection rejects it
    def clear(self, key: _K) -> Self: ...
    def prime(self, key: _K, value: _V | Awaitable[_V] | Future[_V] | Exception) -> Self: ...
