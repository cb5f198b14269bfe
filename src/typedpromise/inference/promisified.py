"""`promisify(function)`: the function's own signature, also where it is generic, and a promise of what it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.types import CallableType, Instance, Overloaded, get_proper_type

from .altered import altered, as_function, with_args
from .awaited import awaited

if TYPE_CHECKING:
    from mypy.plugin import FunctionContext, MethodContext
    from mypy.types import Type


def promisify_result(ctx: FunctionContext | MethodContext) -> Type:
    """Return the signature that was given; a variable of the function itself is still one there."""
    default = get_proper_type(ctx.default_return_type)
    if [len(types) for types in ctx.arg_types] != [1] or not isinstance(default, CallableType):
        return ctx.default_return_type
    promise, given = get_proper_type(default.ret_type), get_proper_type(ctx.arg_types[0][0])
    if not isinstance(promise, Instance):
        return ctx.default_return_type
    if isinstance(given, CallableType):
        return _promising(given, promise, default.fallback)
    if isinstance(given, Overloaded):
        return Overloaded([_promising(item, promise, default.fallback) for item in given.items])
    # An object that can be called.
    return altered(default, ret_type=with_args(promise, awaited(promise.args[0])))


def _promising(function: CallableType, promise: Instance, fallback: Instance) -> CallableType:
    # A class that is promisified is a function, and a type guard tells its caller nothing before it has run.
    return as_function(function, with_args(promise, awaited(function.ret_type)), fallback)
