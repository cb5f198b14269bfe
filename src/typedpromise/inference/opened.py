"""Handlers that are lambdas, checked as seldom as mypy lets us.

To solve for what a lambda returns, mypy checks its body once more than to check the call,
and with nested lambdas that counts at every level.
So a lambda may return any object, and the result hook looks up what it does return.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.erasetype import remove_instance_last_known_values
from mypy.expandtype import expand_type
from mypy.nodes import LambdaExpr
from mypy.types import CallableType, TupleType, UninhabitedType, get_proper_type

from .altered import altered
from .calls import argument
from .forms import plain_variable

if TYPE_CHECKING:
    from collections.abc import Collection

    from mypy.plugin import CheckerPluginInterface, MethodContext
    from mypy.types import Type, TypeVarId

    from .calls import _SignatureContext


def opened(signature: CallableType, fixed: Collection[TypeVarId], ctx: _SignatureContext) -> CallableType:
    """Return the signature with lambdas for handlers; unchanged where there are none, or where the context asks."""
    arg_types = list(signature.arg_types)
    solved: dict[TypeVarId, Type] = {}
    anything = ctx.api.named_generic_type("builtins.object", [])
    for formal, typ in enumerate(arg_types):
        callback = get_proper_type(typ)
        if not isinstance(callback, CallableType) or not isinstance(argument(ctx, formal), LambdaExpr):
            continue
        variable = plain_variable(callback.ret_type)
        if variable is not None and variable.id not in fixed:
            arg_types[formal] = altered(callback, ret_type=anything)
            solved[variable.id] = UninhabitedType()
    if not solved:
        return signature
    return altered(
        signature,
        arg_types=arg_types,
        ret_type=_marked(expand_type(signature.ret_type, solved), ctx.api),
        variables=[variable for variable in signature.variables if variable.id not in solved],
    )


def closed(result: Type, ctx: MethodContext) -> tuple[Type, list[Type]]:
    """Return what the call returns without its lambdas, and what they return."""
    marked = get_proper_type(result)
    if not isinstance(marked, TupleType):
        return result, []
    returned: list[Type] = []
    for expressions, types in zip(ctx.args, ctx.arg_types, strict=True):
        callback = get_proper_type(types[0]) if types else None
        if expressions and isinstance(expressions[0], LambdaExpr) and isinstance(callback, CallableType):
            returned.append(remove_instance_last_known_values(callback.ret_type))
    return marked.items[0], returned


def _marked(result: Type, api: CheckerPluginInterface) -> Type:
    # A hook is not told which signature was taken; no method that is opened returns a tuple itself.
    return TupleType(
        [result], api.named_generic_type("builtins.tuple", [api.named_generic_type("builtins.object", [])])
    )
