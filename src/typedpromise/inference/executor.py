"""The type of `Promise(lambda resolve, reject: resolve(1))`: that of what the lambda resolves with.

An executor takes its functions as parameters, so nothing in its type says with what it calls them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.errorcodes import DEPRECATED
from mypy.nodes import ARG_POS, CallExpr, LambdaExpr, NameExpr
from mypy.types import CallableType, Instance, UninhabitedType, UnionType, get_proper_type

from typedpromise.check.nodes import walk

from .altered import altered, with_args
from .awaited import union_of
from .calls import argument
from .forms import fixed_by_context, plain_variable
from .types_of import types_of

if TYPE_CHECKING:
    from mypy.nodes import Expression
    from mypy.plugin import FunctionContext, FunctionSigContext
    from mypy.types import Type


def executor_signature(ctx: FunctionSigContext) -> CallableType:
    """Have `resolve` take any object, where the lambda alone can say what it is for."""
    signature = ctx.default_signature
    resolve = _resolve_parameter(signature)
    if resolve is None or not resolved_with(argument(ctx, 0)):
        return signature
    if plain_variable(resolve.arg_types[0]) is None or fixed_by_context(signature, ctx.api):
        return signature
    anything = ctx.api.named_generic_type("builtins.object", [])
    executor = _executor(signature)
    assert executor is not None
    loose = altered(
        executor,
        arg_types=[altered(resolve, arg_types=[anything]), *executor.arg_types[1:]],
    )
    return altered(signature, arg_types=[loose, *signature.arg_types[1:]])


def executor_result(ctx: FunctionContext) -> Type:
    """Return a promise of all that the lambda resolves with."""
    result = get_proper_type(ctx.default_return_type)
    values = resolved_with(ctx.args[0][0] if ctx.args and len(ctx.args[0]) == 1 else None)
    if not values or not isinstance(result, Instance) or len(result.args) != 1:
        return ctx.default_return_type
    if not isinstance(get_proper_type(result.args[0]), UninhabitedType):
        return ctx.default_return_type  # The context, or the class, has said it.
    types = types_of(values, ctx.api)
    return ctx.default_return_type if types is None else with_args(result, union_of(types))


def compat_result(ctx: FunctionContext) -> Type:
    """As `executor_result`; say of `Promise()` what the overload that mypy does not read says to the others."""
    if not any(ctx.arg_types[:1]):
        message = "Promise() without an executor: write Promise.with_resolvers() for a promise to settle from outside"
        ctx.api.fail(message, ctx.context, code=DEPRECATED)
    return executor_result(ctx)


def resolved_with(executor: Expression | None) -> list[Expression]:
    """Return what a lambda calls its first parameter with; nothing where it does anything else with it."""
    if not isinstance(executor, LambdaExpr) or len(executor.arguments) != 2:  # noqa: PLR2004  # resolve, reject
        return []
    resolve = executor.arguments[0].variable
    values: list[Expression] = []
    mentions = 0
    for node, _ in walk(executor.expr()):
        if isinstance(node, NameExpr) and node.node is resolve:
            mentions += 1
        elif isinstance(node, CallExpr) and isinstance(node.callee, NameExpr) and node.callee.node is resolve:
            values += node.args if node.arg_kinds == [ARG_POS] else []
    return values if len(values) == mentions else []


def _resolve_parameter(signature: CallableType) -> CallableType | None:
    """Return the type of `resolve`, where this is the signature of `Promise` itself or one like it."""
    # `promise` 2.3 takes a scheduler, too.
    if len(signature.arg_types) not in (1, 2):
        return None
    executor = _executor(signature)
    if executor is None or len(executor.arg_types) != 2:  # noqa: PLR2004  # resolve, reject
        return None
    resolve = get_proper_type(executor.arg_types[0])
    return resolve if isinstance(resolve, CallableType) and len(resolve.arg_types) == 1 else None


def _executor(signature: CallableType) -> CallableType | None:
    """Return the type of the executor; `promise` 2.3 can do without one."""
    typ = get_proper_type(signature.arg_types[0])
    items = [get_proper_type(item) for item in typ.items] if isinstance(typ, UnionType) else [typ]
    return next((item for item in items if isinstance(item, CallableType)), None)
