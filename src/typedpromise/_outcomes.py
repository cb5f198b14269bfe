"""`Fulfilled`, `Rejected`, and `Settled[T]`, which is either; the types are in `stubs/`."""

from __future__ import annotations

from ._core.outcomes import Fulfilled, Rejected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Fulfilled", "Rejected", "Settled"]


class _Value:
    """Stands where a type variable stands, as the interpreter asks of one: `typing` is not imported for it."""

    __slots__ = ()

    def __typing_subst__(self, argument: object) -> object:
        """Return what `Settled[argument]` has in this place (CPython's `_Py_subs_parameters`)."""
        return argument

    def __repr__(self) -> str:
        """Show the variable as the stub names it."""
        return "~T"


# Any: the typed face is generic, the class is not.
_fulfilled: Any = Fulfilled
Settled: Any = _fulfilled[_Value()] | Rejected
