"""How a promise settled, as a value: what `all_settled` and `settle` give."""

from __future__ import annotations

from .cell import Cell, root_of
from .native import mypyc_attr
from .states import FULFILLED
from .subscript import subscripted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import GenericAlias
    from typing import ClassVar


@mypyc_attr(allow_interpreted_subclasses=True)
class Fulfilled:
    """A promise was fulfilled with `value`.

    Compared by value; to be told from `Rejected` by class, by `status`, or in a `match` statement.
    """

    __slots__ = ("_value",)
    __match_args__: ClassVar[tuple[str]] = ("value",)
    __module__ = "typedpromise"

    def __init__(self, value: object, /) -> None:
        """Take the value."""
        self._value = value

    @property
    def status(self) -> str:
        """The word "fulfilled", as ECMAScript 27.2.4.2.2 has it."""
        return "fulfilled"

    @property
    def value(self) -> object:
        """What the promise was fulfilled with."""
        return self._value

    def __reduce__(self) -> tuple[type[Fulfilled], tuple[object]]:
        """Let the outcome be pickled and copied."""
        # Compiled, what `object` has in its place would set the class's `__module__` on the copy.
        return Fulfilled, (self._value,)

    def __repr__(self) -> str:
        """Show the outcome as an expression."""
        return f"Fulfilled({self._value!r})"

    def __eq__(self, other: object) -> bool:
        """Whether `other` is `Fulfilled` with an equal value."""
        if not isinstance(other, Fulfilled):
            return NotImplemented
        return bool(self._value == other._value)

    def __hash__(self) -> int:
        """Hash the outcome by its value."""
        return hash(("fulfilled", self._value))

    def __class_getitem__(cls, item: object) -> GenericAlias:
        """Return `Fulfilled[item]`; the typed face is generic, the class is not."""
        return subscripted(cls, item)


@mypyc_attr(allow_interpreted_subclasses=True)
class Rejected:
    """A promise was rejected with `reason`; compared by the identity of the exception."""

    __slots__ = ("_reason",)
    __match_args__: ClassVar[tuple[str]] = ("reason",)
    __module__ = "typedpromise"

    def __init__(self, reason: BaseException, /) -> None:
        """Take the reason."""
        self._reason = reason

    @property
    def status(self) -> str:
        """The word "rejected", as ECMAScript 27.2.4.2.3 has it."""
        return "rejected"

    @property
    def reason(self) -> BaseException:
        """The exception the promise was rejected with."""
        return self._reason

    def __reduce__(self) -> tuple[type[Rejected], tuple[BaseException]]:
        """Let the outcome be pickled and copied."""
        return Rejected, (self._reason,)

    def __repr__(self) -> str:
        """Show the outcome as an expression."""
        return f"Rejected({self._reason!r})"

    def __eq__(self, other: object) -> bool:
        """Whether `other` is `Rejected` with the same exception."""
        if not isinstance(other, Rejected):
            return NotImplemented
        return self._reason is other._reason

    def __hash__(self) -> int:
        """Hash the outcome by the identity of its reason."""
        return hash(("rejected", id(self._reason)))


def outcome_of(item: object) -> Fulfilled | Rejected:
    """Return the outcome of a settled promise, or of a plain value."""
    if not isinstance(item, Cell):
        return Fulfilled(item)
    root = root_of(item)
    return Fulfilled(root._value) if root._state == FULFILLED else Rejected(root._value)
