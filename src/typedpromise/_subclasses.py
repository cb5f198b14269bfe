"""What the promises of a subclass begin with: its `__init__` may forget ours."""

from __future__ import annotations

from typedpromise.errors import InvalidStateError

from ._core.cell import Cell, blank
from ._core.states import REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._promise import Promise


def expect_init(cls: type[Promise]) -> None:
    """Have the promises of `cls`, which has an `__init__` of its own, say so where that does not call ours.

    They begin rejected, with a reason that says what to write; `Promise.__init__` makes them pending.
    Those of `typedpromise.compat` begin pending, as in 2.3: see there.
    """
    if any(base.__module__ == "typedpromise.compat" for base in cls.__mro__):
        return
    reason = InvalidStateError(
        f"{cls.__qualname__}.__init__() has not called Promise.__init__(), so nothing could ever decide this promise: "
        "write super().__init__(executor) in it, and in each class between the two that has an __init__"
    )

    def reject(promise: Cell) -> None:
        blank(promise)
        promise._value = reason
        promise._state = REJECTED

    begin(cls, reject)


def begin(cls: type[Promise], prepare: Callable[[Any], None]) -> None:
    """Have `prepare` called with each promise of `cls` before its `__init__`, which may forget ours.

    So no promise of another class takes one step more, and compiled, too, no method meets an empty slot.
    """

    # Any: whatever that __init__ takes.
    def make(made: Any, /, *args: Any, **kwargs: Any) -> Any:
        before = super(cls, made).__new__
        promise = before(made, *args, **kwargs) if type(before) is type(make) else before(made)
        prepare(promise)
        return promise

    cls.__new__ = make  # type: ignore[assignment, method-assign]
