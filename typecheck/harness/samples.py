"""Values to call a case with, made from the types of its parameters."""

from __future__ import annotations

import collections.abc
import types
from collections.abc import Callable
from typing import Any, Literal, Never, Union, get_args, get_origin, get_type_hints, is_typeddict

from typedpromise import Completions, Fulfilled, Promise, Rejected, Resolvers

# Any: a sample can be of every type.
Maker = Callable[[Any], Promise[Any]]

_PLAIN: dict[object, object] = {
    int: 1,
    str: "text",
    bytes: b"bytes",
    float: 1.5,
    bool: True,
    None: None,
    type(None): None,
    # Where a parameter has type Any, what a case does with it is call it or pass it on.
    Any: lambda *_: "anything",
}
_SEQUENCES = (list, collections.abc.Sequence, collections.abc.Iterable)


def arguments(function: Callable[..., object], known: dict[object, object], make: Maker) -> dict[str, object]:
    """Return arguments for a case; `known` adds samples by type, `make` makes a promise of a value."""
    hints = get_type_hints(function)
    hints.pop("return", None)
    return {name: sample(hint, known, make) for name, hint in hints.items()}


def sample(hint: object, known: dict[object, object], make: Maker) -> object:
    """Return a value of type `hint`.

    Raises:
        TypeError: Nothing here knows how to make one: teach it.

    """
    samples = _PLAIN | known
    if hint in samples:
        return samples[hint]
    if hint == Promise[Never]:
        return Promise.reject(ValueError("there is no value"))
    if is_typeddict(hint):
        return {key: sample(of, known, make) for key, of in get_type_hints(hint).items()}
    origin = get_origin(hint) or hint
    of = [sample(arg, known, make) for arg in _made_of(hint)]
    if isinstance(origin, type) and issubclass(origin, Promise):
        return _promise(origin, of, make)
    if origin is Resolvers:
        return _resolved(of[0])
    if origin is Fulfilled:
        return Fulfilled(of[0])
    if origin is Rejected:
        return Rejected(ValueError("there is no value"))
    if origin is Completions:
        return Promise.as_completed([make(of[0])] * 2)
    if origin in (Union, types.UnionType, Literal):
        return of[0]
    return _container(origin, hint, of)


def _made_of(hint: object) -> list[object]:
    if get_origin(hint) in (type, collections.abc.Callable, Literal):
        return []
    return [arg for arg in get_args(hint) if arg is not Ellipsis]


def _promise(origin: type[Promise[Any]], of: list[object], make: Maker) -> Promise[Any]:
    if origin is Promise:
        return make(of[0])
    value = of[0] if of else b"bytes"
    return origin(lambda resolve, _: resolve(value))


def _resolved(value: object) -> Resolvers[Any]:
    resolvers = Resolvers[Any]()
    resolvers.resolve(value)
    return resolvers


def _container(origin: object, hint: object, of: list[object]) -> object:
    if origin in _SEQUENCES:
        return of * 2
    if origin is collections.abc.Iterator:
        return iter(of * 2)
    if origin is tuple:
        return tuple(of * 2 if Ellipsis in get_args(hint) else of)
    if origin in (dict, collections.abc.Mapping):
        return {of[0]: of[1]}
    if origin is type:
        return get_args(hint)[0]
    if origin is collections.abc.Callable:
        result = _PLAIN[get_args(hint)[1]]
        return lambda *_: result
    msg = f"no sample of {hint!r}: add one"
    raise TypeError(msg)
