"""Look at the arguments of the public methods: what is wrong is said at the call."""

from __future__ import annotations

import sys

from .cell import Cell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import FrameType
    from typing import Any, TypeAlias, TypeGuard

    # Not `float`, for which the compiler would take an int and make it one: messages show what was given.
    _Seconds: TypeAlias = int | float

_PACKAGE = __name__.partition(".")[0]
_CO_ITERABLE_COROUTINE = 0x100  # inspect.CO_ITERABLE_COROUTINE: a generator under types.coroutine


def is_awaitable(value: object) -> TypeGuard[Awaitable[object]]:
    """Whether `value` can be awaited; what `inspect.isawaitable` says."""
    # The type is asked, never the value, whose `__getattr__` may have an answer to everything.
    cls = type(value)
    if hasattr(cls, "__await__"):
        return True
    return hasattr(cls, "gi_code") and bool(value.gi_code.co_flags & _CO_ITERABLE_COROUTINE)  # type: ignore[attr-defined]


def handler_or_none(handler: Any, method: str, argument: str) -> object:
    """Return `handler` if it can be called, else None, with a warning that guesses the mistake.

    Promises/A+ 2.2.1 has us ignore what is not a function; nobody has to like it silently.
    """
    if handler is None or callable(handler):
        return handler
    _warn(
        f"{method}() ignores its argument {argument}, because {handler!r} is not callable{_guess(handler)}",
    )
    return None


def _guess(handler: object) -> str:
    if isinstance(handler, Cell):
        return (
            ": it is a promise, so the handler may have been called already; "
            "pass the function itself, without parentheses, or `lambda value: promise` to go on with that promise"
        )
    if is_awaitable(handler):
        return ": an async function was called here; pass the function itself, without parentheses"
    return "; pass a function of one argument, or None for no handler"


def _warn(message: str) -> None:
    from warnings import warn

    level = 1
    frame: FrameType | None = sys._getframe(0)
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == _PACKAGE:
        level += 1
        frame = frame.f_back
    warn(message, RuntimeWarning, stacklevel=level)


def exception_classes(exceptions: object, method: str) -> tuple[type[BaseException], ...]:
    """Return the classes a filtered catch names, as a tuple.

    Raises:
        TypeError: Something among them is not an exception class.

    """
    # Any: looked at below, one by one.
    classes: tuple[Any, ...] = (exceptions,)
    if isinstance(exceptions, tuple):
        classes = exceptions  # pyright: ignore[reportUnknownVariableType] # of whatever they are
    for cls in classes:
        if not (isinstance(cls, type) and issubclass(cls, BaseException)):
            hint = " (the class, not an instance)" if isinstance(cls, BaseException) else ""
            msg = (
                f"{method}() filters by exception classes{hint}, not by {cls!r}: "
                f"write {method}(KeyError, handler) or {method}((KeyError, ValueError), handler)"
            )
            raise TypeError(msg)
    if not classes:
        msg = f"{method}((), handler) catches nothing: name at least one exception class"
        raise TypeError(msg)
    return classes


def refuse_class_as_handler(handler: object, method: str) -> None:
    """Raise `TypeError` for catch(KeyError): the handler was forgotten, and the class would be called in its place."""
    if isinstance(handler, type) and issubclass(handler, BaseException):
        name = handler.__name__
        msg = (
            f"{method}({name}) would call {name} as the handler, which only makes an exception object: "
            f"write {method}({name}, handler)"
        )
        raise TypeError(msg)


def check_executor(executor: Any) -> Callable[..., object]:
    """Return `executor` if it can be called, else raise the `TypeError` that says what to write."""
    if callable(executor):
        function: Callable[..., object] = executor
        return function
    guess = "Promise.resolve(value) for a promise of a value, Resolvers() for one to settle from outside"
    if is_awaitable(executor):
        guess = "Promise.resolve(awaitable) for a promise of what it gives"
    msg = (
        f"Promise() takes an executor, a function of (resolve, reject), not {executor!r}: "
        f"write Promise(lambda resolve, reject: ...), or {guess}"
    )
    raise TypeError(msg)


def checked_seconds(seconds: object, where: str) -> _Seconds:
    """Return `seconds`, or raise `TypeError` or `ValueError` where it is no time that one can wait."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        msg = f"{where} takes a number of seconds, not {seconds!r}"
        raise TypeError(msg)
    if not seconds >= 0:  # also NaN
        msg = f"{where} takes a number of seconds from 0 on, not {seconds!r}"
        raise ValueError(msg)
    return seconds


def checked_concurrency(concurrency: object, where: str) -> int | None:
    """Return `concurrency`, or raise `TypeError` or `ValueError` where it is no number of calls."""
    if concurrency is None:
        return None
    if isinstance(concurrency, bool) or not isinstance(concurrency, int):
        msg = f"{where} takes concurrency as a number of calls, or None for no limit, not {concurrency!r}"
        raise TypeError(msg)
    if concurrency < 1:
        msg = f"{where} with concurrency={concurrency} would never call anything: give 1 or more, or None"
        raise ValueError(msg)
    return concurrency
