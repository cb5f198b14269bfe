# The typed face of `Resolvers`: the writer, invariant because it takes a `T`.

from collections.abc import Awaitable
from concurrent.futures import Future
from typing import Generic, TypeVar, overload

from typedpromise._promise import Promise

_T = TypeVar("_T")

class Resolvers(Generic[_T]):
    def __init__(self) -> None: ...
    @property
    def promise(self) -> Promise[_T]: ...
    @overload
    def resolve(self: Resolvers[None], /) -> None: ...
    @overload
    def resolve(self, value: _T | Awaitable[_T] | Future[_T], /) -> None: ...
    def reject(self, reason: Exception, /) -> None: ...
