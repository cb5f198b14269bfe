"""Look at a promise without waiting."""

from __future__ import annotations

from typedpromise.errors import InvalidStateError

from .cell import Cell, root_of
from .native import mypyc_attr
from .settlement import mark_handled
from .shown import shown
from .states import FULFILLED, REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, NoReturn


@mypyc_attr(allow_interpreted_subclasses=True)
class Inspected(Cell):
    """A promise that tells its state."""

    __slots__ = ()

    @property
    def state(self) -> Literal["pending", "fulfilled", "rejected"]:
        """The state: "pending", "fulfilled" or "rejected"; from another thread it may be old news."""
        state = root_of(self)._state
        if state == FULFILLED:
            return "fulfilled"
        return "rejected" if state == REJECTED else "pending"

    @property
    def is_pending(self) -> bool:
        """Whether the promise has not settled yet."""
        return root_of(self)._state < FULFILLED

    @property
    def is_fulfilled(self) -> bool:
        """Whether the promise has a value."""
        return root_of(self)._state == FULFILLED

    @property
    def is_rejected(self) -> bool:
        """Whether the promise has a reason; asking does not handle the rejection."""
        return root_of(self)._state == REJECTED

    @property
    def value(self) -> object:
        """The value of a fulfilled promise, without waiting.

        Raises:
            InvalidStateError: The promise is pending or rejected.

        """
        root = self if self._state == FULFILLED else root_of(self)
        if root._state != FULFILLED:
            msg = f"{self!r} has no value: look at is_fulfilled first, or use get(), await or then(), which wait"
            raise InvalidStateError(msg)
        return root._value

    @property
    def reason(self) -> BaseException:
        """The exception of a rejected promise, which counts as handled then.

        Raises:
            InvalidStateError: The promise is pending or fulfilled.

        """
        root = root_of(self)
        if root._state != REJECTED:
            msg = f"{self!r} has no reason: look at is_rejected first, or use catch(handler)"
            raise InvalidStateError(msg)
        mark_handled(root)
        reason: BaseException = root._value
        return reason

    def __repr__(self) -> str:
        """Show the state, as `promise` 2.3 does: programs compare it."""
        return shown(self)

    def __reduce__(self) -> NoReturn:
        """Refuse to be copied or pickled: a copy could never settle.

        Raises:
            TypeError: Always.

        """
        msg = f"{self!r} cannot be copied or pickled: a copy would never settle; pass on the value it gives instead"
        raise TypeError(msg)
