# The typed face of `DataLoader`: a batch function takes a list of keys, and gives values or exceptions, now or later.

from collections.abc import Awaitable, Callable, Hashable, Iterable, MutableMapping, Sequence
from concurrent.futures import Future
from types import GenericAlias
from typing import Any, Generic, Self, TypeAlias, TypeVar

from typedpromise._core.counts import Statistics as Statistics
from typedpromise._promise import Promise

__all__ = ["DataLoader", "Statistics"]

_K = TypeVar("_K")
_V = TypeVar("_V")

_Values: TypeAlias = Sequence[_V | Exception]
# A future is invariant, so it is one of the very type that functions return.
_MaybeLater: TypeAlias = _Values[_V] | Awaitable[_Values[_V]] | Future[list[_V]]

# The module's own: it does not import `typing` at run time.
TYPE_CHECKING: bool

class DataLoader(Generic[_K, _V]):
    batch: bool
    max_batch_size: int | None
    cache: bool
    name: str | None
    statistics: Statistics
    def __init__(
        self,
        batch_load_fn: Callable[[list[_K]], _MaybeLater[_V]] | None = None,
        *,
        batch: bool | None = None,
        max_batch_size: int | None = None,
        cache: bool | None = None,
        cache_key_fn: Callable[[_K], Hashable] | None = None,
        # Any: the cache keys are what cache_key_fn makes of the keys.
        cache_map: MutableMapping[Any, Promise[_V]] | None = None,
        batch_schedule_fn: Callable[[Callable[[], None]], object] | None = None,
        name: str | None = None,
    ) -> None: ...
    def batch_load_fn(self, keys: list[_K], /) -> _MaybeLater[_V]: ...
    def cache_key_fn(self, key: _K, /) -> Hashable: ...
    def load(self, key: _K, /) -> Promise[_V]: ...
    def load_many(self, keys: Iterable[_K], /) -> Promise[list[_V | Exception]]: ...
    def clear(self, key: _K, /) -> Self: ...
    def clear_all(self) -> Self: ...
    def prime(self, key: _K, value: _V | Awaitable[_V] | Future[_V] | Exception, /) -> Self: ...
    def __class_getitem__(cls, item: Any) -> GenericAlias: ...  # Any: whatever stands in the brackets
