"""Lambdas with more parameters than a handler gets, where the others have defaults: `lambda x, i=i: ...`.

mypy takes no type for the parameters of a lambda from a callback type that has not the same parameters.
So the callback type is given them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.nodes import ARG_NAMED_OPT, ARG_OPT, ARG_POS, BytesExpr, FloatExpr, IntExpr, LambdaExpr, NameExpr, StrExpr
from mypy.types import AnyType, CallableType, TypeOfAny, get_proper_type

from .altered import altered

if TYPE_CHECKING:
    from mypy.nodes import Argument, Expression
    from mypy.plugin import CheckerPluginInterface
    from mypy.types import Type

# What has a type that costs nothing to ask for; the type of a call would be inferred once for every level of nesting.
_CHEAP = (BytesExpr, FloatExpr, IntExpr, NameExpr, StrExpr)


def with_defaults(callback: Type, expression: Expression | None, api: CheckerPluginInterface) -> Type:
    """Return the callback type with a parameter for each default of the lambda."""
    proper = get_proper_type(callback)
    if not isinstance(expression, LambdaExpr) or not isinstance(proper, CallableType):
        return callback
    count = len(proper.arg_types)
    arguments = expression.arguments
    kinds = [a.kind for a in arguments]
    if len(arguments) <= count or kinds[:count] != [ARG_POS] * count or proper.arg_kinds != [ARG_POS] * count:
        return callback
    if any(kind not in (ARG_OPT, ARG_NAMED_OPT) for kind in kinds[count:]):
        return callback
    return altered(
        proper,
        arg_types=[*proper.arg_types, *(_type_of(a, api) for a in arguments[count:])],
        arg_kinds=kinds,
        arg_names=[*proper.arg_names, *expression.arg_names[count:]],
    )


def _type_of(parameter: Argument, api: CheckerPluginInterface) -> Type:
    if isinstance(parameter.initializer, _CHEAP):
        return api.get_expression_type(parameter.initializer)
    return AnyType(TypeOfAny.special_form)
