"""Recognises the forms in which the stubs write a handler's result, and writes what mypy can solve instead.

These are `_Later[U]`, `_MaybeLater[U]`, `_Either[U]` and `_Nested[U]`.

mypy solves `U | Awaitable[U]` badly: it joins `int | str` to `object`, and has no answer to `Promise[str] | None`.
A plain `U` it solves exactly, and `awaited` can be applied to the result.
Only where the context of the call says what `U` is, `U` and all that leads to it is spelled out,
because the declared type then has to reach the body of a lambda, as in `x: Promise[list[int]] = p.then(lambda _: [])`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.checkexpr import has_ambiguous_uninhabited_component, has_erased_component
from mypy.erasetype import replace_meta_vars
from mypy.expandtype import expand_type
from mypy.infer import infer_type_arguments
from mypy.subtypes import is_subtype
from mypy.types import CallableType, ErasedType, Instance, Type, TypeVarType, UnionType, get_proper_type

from .altered import altered
from .names import AWAITABLE, FUTURE, TIE

if TYPE_CHECKING:
    from collections.abc import Collection

    from mypy.plugin import CheckerPluginInterface
    from mypy.types import TypeVarId


def is_later(typ: Type) -> bool:
    """Return whether this is `_Later[...]`: something to wait for, never a plain value."""
    proper = get_proper_type(typ)
    items = proper.items if isinstance(proper, UnionType) else [proper]
    return all(isinstance(item, Instance) and item.type.fullname in (AWAITABLE, FUTURE) for item in _proper(items))


def plain_variable(typ: Type) -> TypeVarType | None:
    """Return the `U` of `_MaybeLater[U]`, `_Either[U]` or `_Nested[U]`."""
    proper = get_proper_type(typ)
    if not isinstance(proper, UnionType):
        return None
    items = [item for item in _proper(proper.items) if not _is_tie(item)]
    variables = [item for item in items if isinstance(item, TypeVarType)]
    others = [item for item in items if not isinstance(item, TypeVarType)]
    return variables[0] if len(variables) == 1 and others and is_later(UnionType(others)) else None


def fixed_by_context(signature: CallableType, api: CheckerPluginInterface) -> frozenset[TypeVarId]:
    """Return the variables that mypy will take from the type that is expected of the call's result.

    As `ExpressionChecker.infer_function_type_arguments_using_context`.
    """
    context = _known(api.type_context[-1])
    if context is None or not signature.variables:
        return frozenset()
    found = infer_type_arguments(signature.variables, signature.ret_type, context, skip_unsatisfied=True)
    return frozenset(
        variable.id
        for variable, typ in zip(signature.variables, found, strict=True)
        if typ is not None and not has_ambiguous_uninhabited_component(typ) and not has_erased_component(typ)
    )


def preferred(inferred: Type, default: Type, api: CheckerPluginInterface) -> Type:
    """Return the inferred type, unless the context asks for the default: `x: Promise[list[float]] = all([n])`."""
    context = _known(api.type_context[-1])
    if context is None or has_erased_component(context) or is_subtype(inferred, context):
        return inferred
    return default if is_subtype(default, context) else inferred


def _known(context: Type | None) -> Type | None:
    """Return the context without what mypy is still solving for in a call around this one."""
    return None if context is None else replace_meta_vars(context, ErasedType())


def loosened(typ: Type, fixed: Collection[TypeVarId]) -> Type:
    """Return `U` for `_MaybeLater[U]`, also as what a callback returns; where `U` is fixed, one level more of it."""
    proper = get_proper_type(typ)
    if isinstance(proper, CallableType):
        return altered(proper, ret_type=loosened(proper.ret_type, fixed))
    variable = plain_variable(proper)
    if variable is None:
        return typ
    return expand_type(typ, {variable.id: typ}) if variable.id in fixed else variable


def _is_tie(typ: Type) -> bool:
    """Return whether this is the knot in `_Either[U]`, which is there for mypy's own inference."""
    return isinstance(typ, Instance) and typ.type.fullname == TIE


def _proper(types: Collection[Type]) -> list[Type]:
    return [get_proper_type(typ) for typ in types]
