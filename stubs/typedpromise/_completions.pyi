# The typed face of `Completions`: an iterator, and an asynchronous one, of promises that have settled.

from collections.abc import Awaitable
from concurrent.futures import Future
from types import GenericAlias
from typing import Any, Generic, Self, TypeVar

from typedpromise._promise import Promise

_T_co = TypeVar("_T_co", covariant=True)

# The module's own: it does not import `typing` at run time.
TYPE_CHECKING: bool

class Completions(Generic[_T_co]):
    def __init__(self, *promises: Awaitable[_T_co] | Future[_T_co]) -> None: ...
    def __iter__(self) -> Self: ...
    def __next__(self) -> Promise[_T_co]: ...
    def __aiter__(self) -> Self: ...
    async def __anext__(self) -> Promise[_T_co]: ...
    def __class_getitem__(cls, item: Any) -> GenericAlias: ...  # Any: whatever stands in the brackets
