"""How a call is written, as far as that is known before its arguments have types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.nodes import (
    ARG_POS,
    CallExpr,
    Decorator,
    FuncDef,
    LambdaExpr,
    NameExpr,
    OverloadedFuncDef,
    RefExpr,
    TypeInfo,
)

if TYPE_CHECKING:
    from mypy.nodes import Context, Expression
    from mypy.plugin import FunctionSigContext, MethodSigContext
    from mypy.types import CallableType

    _SignatureContext = FunctionSigContext | MethodSigContext


def positional(call: Context) -> list[Expression] | None:
    """Return the arguments of a call that has no stars and no keywords, None for any other."""
    # Asked for every overload of every call.
    if isinstance(call, CallExpr) and call.arg_kinds.count(ARG_POS) == len(call.arg_kinds):
        return call.args
    return None


def takes(signature: CallableType, count: int) -> bool:
    """Return whether a signature can be called with so many positional arguments."""
    return signature.min_args <= count and (signature.is_var_arg or count <= len(signature.arg_types))


def argument(ctx: _SignatureContext, formal: int) -> Expression | None:
    """Return the one expression that is passed for a parameter."""
    given = ctx.args[formal]
    return given[0] if len(given) == 1 else None


def is_none(expression: Expression | None) -> bool:
    """Return whether the argument is written `None`."""
    return isinstance(expression, NameExpr) and expression.fullname == "builtins.None"


def is_callable(expression: Expression | None) -> bool:
    """Return whether the argument is a lambda, or the name of a function or class."""
    callables = (FuncDef, Decorator, OverloadedFuncDef, TypeInfo)
    return isinstance(expression, LambdaExpr) or (
        isinstance(expression, RefExpr) and isinstance(expression.node, callables)
    )


def named_class(expression: Expression | None) -> TypeInfo | None:
    """Return the class of which this is the name."""
    node = expression.node if isinstance(expression, RefExpr) else None
    return node if isinstance(node, TypeInfo) else None
