"""`props`: a dict with a promise at each key becomes a promise of a dict, and of a TypedDict one of a TypedDict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.nodes import DictExpr
from mypy.types import Instance, TypedDictType, get_proper_type

from .altered import altered, with_args, with_items
from .awaited import awaited, union_of
from .calls import positional
from .forms import fixed_by_context, is_later, plain_variable, preferred
from .pruning import pruned
from .types_of import item_type, types_of

if TYPE_CHECKING:
    from mypy.nodes import Expression
    from mypy.plugin import CheckerPluginInterface, FunctionContext, MethodContext
    from mypy.types import CallableType, Type

    from .calls import _SignatureContext

_MAPPING = "typing.Mapping"


def props_signature(ctx: _SignatureContext) -> CallableType:
    """Leave one overload, with a plain type of values."""
    signature = ctx.default_signature
    given = positional(ctx.context)
    formal = get_proper_type(signature.arg_types[0])
    if given is None or len(given) != 1 or not isinstance(formal, Instance):
        return signature
    keys, values = formal.args
    if is_later(values):
        return pruned(signature)
    variable = plain_variable(values)
    if variable is None or variable.id in fixed_by_context(signature, ctx.api):
        return signature
    # mypy would join the values of a dict, and then infer each again as that join.
    value = ctx.api.named_generic_type("builtins.object", []) if isinstance(given[0], DictExpr) else variable
    return altered(signature, arg_types=[with_args(formal, keys, value)])


def props_result(ctx: FunctionContext | MethodContext) -> Type:
    """Return a promise of the same keys, with what each value is awaited to."""
    default = ctx.default_return_type
    promise, given = get_proper_type(default), positional(ctx.context)
    if not isinstance(promise, Instance) or not given or [len(types) for types in ctx.arg_types] != [1]:
        return default
    mapping = get_proper_type(ctx.arg_types[0][0])
    if isinstance(mapping, TypedDictType):
        return with_args(promise, _awaited_items(mapping))
    value = union_of(types) if (types := _value_types(mapping, given[0], ctx.api)) else None
    held = get_proper_type(promise.args[0])
    if value is None or not isinstance(held, Instance):
        return default
    return preferred(with_args(promise, with_args(held, held.args[0], value)), default, ctx.api)


def _awaited_items(mapping: TypedDictType) -> TypedDictType:
    # Not the class any more: an item of another type makes it another TypedDict.
    items = [awaited(typ) for typ in mapping.items.values()]
    return with_items(mapping, items)


def _value_types(mapping: Type, written: Expression, api: CheckerPluginInterface) -> list[Type] | None:
    if not isinstance(written, DictExpr):
        value = item_type(mapping, _MAPPING)
        return None if value is None else [value]
    plain = types_of((value for key, value in written.items if key is not None), api)
    unpacked = types_of((value for key, value in written.items if key is None), api)
    if plain is None or unpacked is None:
        return None
    found = [item_type(typ, _MAPPING) for typ in unpacked]
    return None if None in found else [*plain, *(typ for typ in found if typ is not None)]
