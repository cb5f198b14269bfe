"""What a promise holds when it is resolved with a value of some type: `Awaited<T>` of TypeScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.maptype import map_instance_to_supertype
from mypy.subtypes import find_member
from mypy.typeops import make_simplified_union, tuple_fallback
from mypy.types import CallableType, Instance, TupleType, Type, TypeVarType, UnionType, get_proper_type

from .names import AWAITABLE, FUTURE

if TYPE_CHECKING:
    from collections.abc import Iterator

# A class that awaits to itself, or to a larger type of its own, would never end.
_DEEPEST = 20


def awaited(typ: Type, depth: int = 0) -> Type:
    """Return the type that is left when all that can be waited for has been waited for."""
    proper = get_proper_type(typ)
    if isinstance(proper, UnionType):
        items = list(_items_awaited(proper, depth))
        # The same object where nothing was waited for: a declared union keeps its alias and order.
        return typ if items == proper.items else make_simplified_union(items)
    inner = _gives(proper)
    if inner is None or depth == _DEEPEST:
        return typ
    return awaited(inner, depth + 1)


def can_be_awaited(typ: Type) -> bool:
    """Return whether there is anything to wait for, in one item of a union at least."""
    return awaited(typ) is not typ


def union_of(types: list[Type]) -> Type:
    """Return the union of what these are awaited to; mypy alone would join them."""
    return make_simplified_union([awaited(typ) for typ in types])


def _items_awaited(union: UnionType, depth: int) -> Iterator[Type]:
    for item in union.items:
        inner = _gives(item)
        # `_Nested[T]` is `T | Awaitable[_Nested[T]]`: to wait for it again adds nothing, however often.
        if inner is None or get_proper_type(inner) != union:
            yield awaited(item, depth)


def _gives(typ: Type) -> Type | None:
    """Return what one step of waiting gives, None if there is nothing to wait for."""
    match get_proper_type(typ):
        case Instance() as instance:
            return _instance_gives(instance)
        case TupleType() as tuple_type:
            return _instance_gives(tuple_fallback(tuple_type))
        case TypeVarType(upper_bound=bound):
            return _gives(bound)
        case _:
            return None


def _instance_gives(instance: Instance) -> Type | None:
    for base in instance.type.mro:
        if base.fullname in (AWAITABLE, FUTURE):
            return map_instance_to_supertype(instance, base).args[0]
    if instance.type.get("__await__") is None:
        return None
    # `Awaitable` is a protocol: the class need not inherit from it.
    method = get_proper_type(find_member("__await__", instance, instance))
    returned = get_proper_type(method.ret_type) if isinstance(method, CallableType) else None
    if isinstance(returned, Instance):
        for base in returned.type.mro:
            if base.fullname == "typing.Generator":
                return map_instance_to_supertype(returned, base).args[2]
    return None
