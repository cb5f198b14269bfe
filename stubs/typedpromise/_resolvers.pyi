# The typed face of `Resolvers`: the writer, invariant because it takes a `T`.

from collections.abc import Awaitable
from concurrent.futures import Future
from types import GenericAlias
from typing import Any, Generic, TypeVar, overload

from typedpromise._promise import Promise

_T = TypeVar("_T")

# The module's own: it does not import `typing` at run time.
TYPE_CHECKING: bool

class Resolvers(Generic[_T]):
    def __init__(self) -> None: ...
    @property
    def promise(self) -> Promise[_T]: ...
    @overload
    def resolve(self: Resolvers[None], value: None = None, /) -> None: ...
    @overload
    def resolve(self, value: _T | Awaitable[_T] | Future[_T], /) -> None: ...
    def reject(self, reason: Exception, /) -> None: ...
    def __class_getitem__(cls, item: Any) -> GenericAlias: ...  # Any: whatever stands in the brackets
