"""What counts as a promise here: what `promise` 2.3 took for one, and no more.

2.3 adopts promises, coroutines, and objects whose class has `add_done_callback`.
The core adopts whatever has a method `then` besides, as Promises/A+ has it; a program of 2.3 would lose values by
that: a `Mock` has every method there is, and as a thenable it never calls back.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from typedpromise._core.adoption import PLAIN, ResolvingFunctions
from typedpromise._core.cell import Cell
from typedpromise._core.failures import cancelled_future
from typedpromise._core.futures import is_asyncio_future, is_concurrent_future
from typedpromise._core.making import new_promise
from typedpromise._core.settlement import settle
from typedpromise._core.states import FULFILLED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


async def _coroutine() -> None: ...


_started = _coroutine()
_COROUTINE = type(_started)  # types.CoroutineType, without importing `types`
_started.close()

# The kinds of class.
_VALUE = 0
_FUTURE = 1
_PROMISE = 2  # of a `promise` 2.3 that is installed beside us

_kinds: WeakKeyDictionary[type, int] = WeakKeyDictionary()


def _kind_of(cls: type) -> int:
    kind = _kinds.get(cls)
    if kind is None:
        if any(base.__module__ == "promise.promise" and base.__name__ == "Promise" for base in cls.__mro__):
            kind = _PROMISE
        else:
            kind = _FUTURE if callable(getattr(cls, "add_done_callback", None)) else _VALUE
        _kinds[cls] = kind
    return kind


def is_thenable(obj: object) -> bool:
    """Whether `obj` is waited for where it is given as a value: a promise, a coroutine or a future.

    Args:
        obj: Anything. An object that only has a method `then` is a value, as in `promise` 2.3.

    Source: `promise` 2.3.

    """
    cls = type(obj)
    if cls in PLAIN:
        return False
    return issubclass(cls, (Cell, _COROUTINE)) or _kind_of(cls) != _VALUE


def admitted(value: object) -> object:
    """Return `value`, or a promise in its place, so that the core adopts what 2.3 did and nothing else."""
    cls = type(value)
    if cls in PLAIN or issubclass(cls, (Cell, _COROUTINE)):
        return value
    kind = _kind_of(cls)
    if kind == _PROMISE:
        return value
    if kind == _FUTURE:
        return value if is_asyncio_future(value) or is_concurrent_future(value) else _promise_of(value)
    promise = new_promise()
    settle(promise, FULFILLED, value, None)
    return promise


def _promise_of(future: Any) -> object:  # Any: of a class unknown here, by its methods
    promise = new_promise()
    settling = _Settling(promise)
    if future.done():
        settling(future)
    else:
        future.add_done_callback(settling)
    return promise


class _Settling(ResolvingFunctions):
    """The done-callback of a future of a foreign library."""

    __slots__ = ()

    def __call__(self, future: Any) -> None:
        try:
            result = future.result()
        except Exception as error:  # noqa: BLE001 - whatever the future failed with is the reason
            self.reject(error)
        except BaseException as error:
            if type(error).__name__ != "CancelledError":
                raise
            cancelled = cancelled_future(future)
            cancelled.__cause__ = error
            self.reject(cancelled)
        else:
            self.resolve(admitted(result))
