"""Calls that give each of many values to a handler: `map`, `filter`, `each`, `reduce`.

The handler's parameter is what a value is awaited to, which takes mypy an overload for values of every form.
Where the values are written without lambdas, their type is asked for beforehand, and one overload is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.expandtype import expand_type
from mypy.nodes import LambdaExpr
from mypy.types import CallableType, Instance, get_proper_type

from typedpromise.check.nodes import walk

from .altered import altered, with_args
from .awaited import awaited, can_be_awaited, union_of
from .calls import argument
from .forms import is_later, plain_variable, preferred
from .gathered import Gathered
from .handlers import form_signature
from .pruning import is_pruned, pruned

if TYPE_CHECKING:
    from mypy.nodes import Expression
    from mypy.plugin import MethodContext, MethodSigContext
    from mypy.types import Type

_VALUES, _INITIAL = 0, 2


def traversal_signature(ctx: MethodSigContext) -> CallableType:
    """Leave one overload, with the type of the values filled in."""
    signature = form_signature(ctx)
    return signature if is_pruned(signature) else _filled(signature, ctx)


def reduce_signature(ctx: MethodSigContext) -> CallableType:
    """As `traversal_signature`, where the initial value may be one to wait for as well.

    The handler keeps its form: what it returns, and the initial value, are one type.
    """
    signature = ctx.default_signature
    initial = argument(ctx, _INITIAL) if len(ctx.args) > _INITIAL else None
    if initial is not None and _is_cheap(initial):
        waits = can_be_awaited(ctx.api.get_expression_type(initial))
        if is_later(signature.arg_types[_INITIAL]) is not waits:
            return pruned(signature)
    return _filled(signature, ctx)


def _filled(signature: CallableType, ctx: MethodSigContext) -> CallableType:
    values = argument(ctx, _VALUES) if ctx.args else None
    if values is None or not _is_cheap(values):
        return signature
    formal = get_proper_type(signature.arg_types[_VALUES])
    if not isinstance(formal, Instance):
        return signature
    if is_later(formal.args[0]):
        return pruned(signature)
    variable = plain_variable(formal.args[0])
    given = Gathered.from_iterable(ctx.api.get_expression_type(values), values, ctx.api)
    if variable is None or given is None:
        return signature
    filled = {variable.id: union_of(given.types)}
    return altered(
        signature,
        arg_types=[expand_type(typ, filled) for typ in signature.arg_types],
        ret_type=expand_type(signature.ret_type, filled),
        variables=[v for v in signature.variables if v.id != variable.id],
    )


def map_result(ctx: MethodContext) -> Type:
    """Flatten each item of the list that the promise holds."""
    default = ctx.default_return_type
    promise = get_proper_type(default)
    held = get_proper_type(promise.args[0]) if isinstance(promise, Instance) and promise.args else None
    if not isinstance(promise, Instance) or not isinstance(held, Instance) or len(held.args) != 1:
        return default
    item = awaited(held.args[0])
    if item is held.args[0]:
        return default
    return preferred(with_args(promise, with_args(held, item)), default, ctx.api)


def _is_cheap(expression: Expression) -> bool:
    """Return whether mypy can infer the type once more: lambdas would be checked twice at each level of nesting."""
    return not any(isinstance(node, LambdaExpr) for node, _ in walk(expression))
