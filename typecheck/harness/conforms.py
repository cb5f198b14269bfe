"""Says whether a run-time value is what `assert_type` claims, down to what a promise in it holds."""

from __future__ import annotations

import collections.abc
import types
from collections.abc import Coroutine, Iterable
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from typedpromise import Completions, Fulfilled, Promise

_ITEMS = (list, set, frozenset, collections.abc.Sequence, collections.abc.Iterable)
_ANYTHING = (Any, object)
T = TypeVar("T")


async def complaint(value: object, hint: object, expected: tuple[type[Exception], ...]) -> str | None:
    """Return what is wrong with `value`, or None.

    A promise may be rejected with one of the `expected` errors instead of holding a value.
    """
    if hint in _ANYTHING or isinstance(hint, TypeVar):
        return None
    if _is_never(hint):
        return f"{value!r} is a value, where there can be none"
    origin = get_origin(hint) or hint
    if origin in (Union, types.UnionType):
        found = [await complaint(value, arg, expected) for arg in get_args(hint)]
        return None if None in found else f"{value!r} is none of {hint}"
    if origin is Literal:
        return None if value in get_args(hint) else f"{value!r} is none of {hint}"
    if not isinstance(value, _class_of(origin)):
        return f"{value!r} is no {origin}"
    return await _inside(value, origin, get_args(hint), expected)


async def _inside(
    value: Any,  # Any: of the class just looked at
    origin: object,
    args: tuple[object, ...],
    expected: tuple[type[Exception], ...],
) -> str | None:
    if isinstance(value, Promise):
        return await _outcome(value, args[0] if args else object, expected)
    if isinstance(value, Fulfilled):
        return await complaint(value.value, args[0] if args else object, expected)
    if isinstance(value, Completions):
        return await _first([(promise, Promise[args[0]]) async for promise in value], expected)  # type: ignore[valid-type]
    if origin is type:
        return None if issubclass(value, _class_of(args[0])) else f"{value!r} is no subclass of {args[0]}"
    if origin is tuple and Ellipsis not in args and len(args) != len(value):
        return f"{value!r} has {len(value)} items, not {len(args)}"
    pairs: Iterable[tuple[object, object]]
    if origin is tuple:
        pairs = zip(value, [args[0]] * len(value) if Ellipsis in args else args, strict=True)
    elif origin is dict and args:
        pairs = zip([*value.keys(), *value.values()], [args[0]] * len(value) + [args[1]] * len(value), strict=True)
    elif origin in _ITEMS and args:
        pairs = ((item, args[0]) for item in value)
    else:
        return None
    return await _first(pairs, expected)


async def _first(pairs: Iterable[tuple[object, object]], expected: tuple[type[Exception], ...]) -> str | None:
    for item, hint in pairs:
        found = await complaint(item, hint, expected)
        if found is not None:
            return found
    return None


async def _outcome(promise: Promise[object], hint: object, expected: tuple[type[Exception], ...]) -> str | None:
    try:
        value = await promise
    except expected:
        return None
    except Exception as error:  # noqa: BLE001 - any other error is the finding
        return f"{promise!r} is rejected with {error!r}"
    return await complaint(value, hint, expected)


def _class_of(origin: object) -> type | tuple[type, ...]:
    if origin is None:
        return type(None)
    if origin is float:  # typing's numeric tower
        return (float, int)
    assert isinstance(origin, type)
    return origin


def _is_never(hint: object) -> bool:
    return getattr(hint, "__name__", "") in {"Never", "NoReturn"}


def without_loop(coroutine: Coroutine[object, object, T]) -> T:
    """Run a coroutine that awaits settled promises only, where there is no event loop.

    Raises:
        RuntimeError: It awaits something that is still pending.

    """
    try:
        pending = coroutine.send(None)
    except StopIteration as stop:
        result: T = stop.value
        return result
    coroutine.close()
    msg = f"{pending!r} is pending, though every job has run"
    raise RuntimeError(msg)
