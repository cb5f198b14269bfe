# `promise.dataloader`: loads by key, many at a time.
#
# `DataLoader` is generic here and not at run time: `DataLoader[int, str]` stands in quotes, under TYPE_CHECKING, or in
# a module with `from __future__ import annotations`. The type variables default to Any, so that a subclass need not say.

from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from threading import local
from typing import Any, Generic, NamedTuple

from typing_extensions import Self, TypeVar

from promise.promise import Promise, _MaybeLater, _Reject, _Scheduler

_T = TypeVar("_T")
_K = TypeVar("_K", default=Any)
_V = TypeVar("_V", default=Any)

def get_chunks(iterable_obj: Sequence[_T], chunk_size: int = 1) -> Iterator[Sequence[_T]]: ...

class Loader(NamedTuple):
    key: Any  # Any: of any loader
    resolve: Callable[[Any], None]
    reject: _Reject

class DataLoader(local, Generic[_K, _V]):
    batch: bool
    max_batch_size: int | None
    cache: bool
    # Set by the constructor on each loader, so that a method of this name is never called.
    get_cache_key: Callable[[_K], Any]
    _promise_cache: MutableMapping[Any, Promise[_V]]
    _queue: list[Loader]
    def __init__(
        self,
        batch_load_fn: Callable[[list[_K]], Promise[Sequence[_V | Exception]]] | None = None,
        batch: bool | None = None,
        max_batch_size: int | None = None,
        cache: bool | None = None,
        # Any: the cache keys are what get_cache_key makes of the keys.
        get_cache_key: Callable[[_K], Any] | None = None,
        cache_map: MutableMapping[Any, Promise[_V]] | None = None,
        scheduler: _Scheduler | None = None,
    ) -> None: ...
    def batch_load_fn(self, keys: list[_K], /) -> Promise[Sequence[_V | Exception]]: ...
    def load(self, key: _K) -> Promise[_V]: ...
    def do_resolve_reject(self, key: _K, resolve: Callable[[_V], None], reject: _Reject) -> None: ...
    def load_many(self, keys: Iterable[_K]) -> Promise[list[_V]]: ...
    def clear(self, key: _K) -> Self: ...
    def clear_all(self) -> Self: ...
    def prime(self, key: _K, value: _MaybeLater[_V] | Exception) -> Self: ...

cache: local

def enqueue_post_promise_job(fn: Callable[[], object], scheduler: _Scheduler | None) -> None: ...
def dispatch_queue(loader: DataLoader[Any, Any]) -> None: ...
def dispatch_queue_batch(loader: DataLoader[Any, Any], queue: Sequence[Loader]) -> None: ...
def failed_dispatch(loader: DataLoader[Any, Any], queue: Iterable[Loader], error: Exception) -> None: ...
