# The typed face of `Fulfilled` and `Rejected`, and the union of the two.

from types import GenericAlias
from typing import Any, Generic, Literal, TypeAlias, TypeVar, final

__all__ = ["Fulfilled", "Rejected", "Settled"]

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)

# The module's own: it does not import `typing` at run time.
TYPE_CHECKING: bool

@final
class Fulfilled(Generic[_T_co]):
    __match_args__ = ("value",)
    def __init__(self, value: _T_co, /) -> None: ...
    @property
    def status(self) -> Literal["fulfilled"]: ...
    @property
    def value(self) -> _T_co: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __class_getitem__(cls, item: Any) -> GenericAlias: ...  # Any: whatever stands in the brackets

@final
class Rejected:
    __match_args__ = ("reason",)
    def __init__(self, reason: Exception, /) -> None: ...
    @property
    def status(self) -> Literal["rejected"]: ...
    @property
    def reason(self) -> Exception: ...
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...

Settled: TypeAlias = Fulfilled[_T] | Rejected
