"""The types of expressions that mypy has just inferred.

Asking mypy to infer them again would do so once more at every level of nesting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.checker import TypeChecker
from mypy.erasetype import remove_instance_last_known_values
from mypy.maptype import map_instance_to_supertype
from mypy.nodes import StarExpr
from mypy.typeops import tuple_fallback
from mypy.types import AnyType, Instance, TupleType, TypedDictType, UnionType, get_proper_type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mypy.nodes import Expression
    from mypy.plugin import CheckerPluginInterface
    from mypy.types import Type

_ITERABLE = "typing.Iterable"


def types_of(expressions: Iterable[Expression], api: CheckerPluginInterface) -> list[Type] | None:
    """Return the types of the expressions, of the items for `*items`; None if mypy does not know one."""
    found = [_type_of(expression, api) for expression in expressions]
    known = [typ for typ in found if typ is not None]
    return known if len(known) == len(found) else None


def item_type(iterable: Type, base: str = _ITERABLE) -> Type | None:
    """Return what iterating gives, or for another base class its last type argument."""
    proper = get_proper_type(iterable)
    match proper:
        case AnyType():
            return proper
        case UnionType(items=items):
            found = [item_type(item, base) for item in items]
            known = [typ for typ in found if typ is not None]
            return UnionType.make_union(known) if len(known) == len(found) else None
        case TupleType():
            return item_type(tuple_fallback(proper), base)
        case TypedDictType(fallback=fallback):
            return item_type(fallback, base)
        case Instance(type=info):
            bases = [ancestor for ancestor in info.mro if ancestor.fullname == base]
            return map_instance_to_supertype(proper, bases[0]).args[-1] if bases else None
        case _:
            return None


def _type_of(expression: Expression, api: CheckerPluginInterface) -> Type | None:
    assert isinstance(api, TypeChecker)
    starred = isinstance(expression, StarExpr)
    typ = api.lookup_type_or_none(expression.expr if isinstance(expression, StarExpr) else expression)
    if typ is None:
        return None
    return item_type(typ) if starred else remove_instance_last_known_values(typ)
