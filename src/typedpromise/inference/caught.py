"""The classes of errors that `catch` and `tap_catch` name: a class, or a tuple of any length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.errorcodes import ARG_TYPE
from mypy.expandtype import expand_type
from mypy.messages import format_type_bare
from mypy.nodes import NameExpr, TupleExpr
from mypy.typeops import make_simplified_union
from mypy.types import CallableType, Instance, TupleType, TypeType, TypeVarType, get_proper_type
from mypy.typevars import fill_typevars_with_any

from .altered import altered
from .calls import argument, named_class
from .pruning import pruned

if TYPE_CHECKING:
    from mypy.nodes import Expression, TypeInfo
    from mypy.plugin import CheckerPluginInterface, MethodContext, MethodSigContext
    from mypy.types import Type

_ROOT = "builtins.BaseException"


def caught_signature(ctx: MethodSigContext) -> CallableType:
    """Return the overload that fits the errors as they are written, or a pruned one."""
    signature = ctx.default_signature
    if not signature.arg_types:
        return signature
    formal = get_proper_type(signature.arg_types[0])
    if len(signature.arg_types) == 1:
        # The deprecated overload for a class alone: without it `refuse_lonely_class` is asked.
        return pruned(signature) if isinstance(formal, TypeType) else signature
    if not isinstance(formal, TypeType | TupleType | Instance):
        return signature
    written = argument(ctx, 0)
    info = named_class(written)
    if info is not None:
        return _of_class(signature, info) if isinstance(formal, TypeType) else pruned(signature)
    errors = _errors_in_tuple(written, ctx.api)
    if errors is None:
        return signature
    variable = _variable_of_any_length(formal)
    # One overload serves every length, with the union of the errors, where mypy would take their common base.
    return pruned(signature) if variable is None else _expanded(signature, variable, make_simplified_union(errors))


def refuse_lonely_class(ctx: MethodContext, method: str) -> None:
    """Report `catch(KeyError)`: the class would be called as the handler."""
    if [len(given) for given in ctx.arg_types] != [1]:
        return
    given = get_proper_type(ctx.arg_types[0][0])
    error = given.item if isinstance(given, TypeType) else _instance(given)
    if error is None or not _is_error(error):
        return
    name = format_type_bare(error, ctx.api.options)
    # Only one overload takes one argument (the others are pruned), so this does not send mypy to another one.
    ctx.api.fail(
        f'"{method}({name})" has no handler, and would call {name} as one: write {method}({name}, handler)',
        ctx.context,
        code=ARG_TYPE,
    )


def _of_class(signature: CallableType, info: TypeInfo) -> CallableType:
    """Fill in the class that is named, which spares mypy a round over the handler."""
    formal = get_proper_type(signature.arg_types[0])
    variable = get_proper_type(formal.item) if isinstance(formal, TypeType) else None
    if not isinstance(variable, TypeVarType) or info.type_vars or not info.has_base(_ROOT):
        return signature
    return _expanded(signature, variable, fill_typevars_with_any(info))


def _errors_in_tuple(written: Expression | None, api: CheckerPluginInterface) -> list[Type] | None:
    if isinstance(written, TupleExpr):
        named = [named_class(item) for item in written.items]
        found: list[Type | None] = [None if info is None else fill_typevars_with_any(info) for info in named]
    elif isinstance(written, NameExpr):
        held = get_proper_type(api.get_expression_type(written))
        found = [_instance(item) for item in held.items] if isinstance(held, TupleType) else []
    else:
        return None
    errors = [typ for typ in found if typ is not None and _is_error(typ)]
    return errors if errors and len(errors) == len(found) else None


def _instance(typ: Type) -> Type | None:
    """Return the instances of a class."""
    proper = get_proper_type(typ)
    if isinstance(proper, TypeType):
        return proper.item
    return proper.ret_type if isinstance(proper, CallableType) and proper.is_type_obj() else None


def _is_error(typ: Type) -> bool:
    proper = get_proper_type(typ)
    return isinstance(proper, Instance) and proper.type.has_base(_ROOT)


def _variable_of_any_length(formal: Type) -> TypeVarType | None:
    """Return the `E` of `tuple[type[E], ...]`."""
    proper = get_proper_type(formal)
    item = get_proper_type(proper.args[0]) if isinstance(proper, Instance) and proper.args else None
    variable = item.item if isinstance(item, TypeType) else None
    return variable if isinstance(variable, TypeVarType) else None


def _expanded(signature: CallableType, variable: TypeVarType, typ: Type) -> CallableType:
    env = {variable.id: typ}
    return altered(
        signature,
        arg_types=[expand_type(arg, env) for arg in signature.arg_types],
        ret_type=expand_type(signature.ret_type, env),
        variables=[v for v in signature.variables if v.id != variable.id],
    )
