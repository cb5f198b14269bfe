"""Calls with handlers: `then`, `catch`, `try_` and the like; and `resolve`, which takes what a handler returns.

Of the overloads that differ only in the form of a handler one is left, and it takes handlers of every form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.erasetype import remove_instance_last_known_values
from mypy.types import CallableType, Instance, NoneType, get_proper_type

from .altered import altered, with_args
from .awaited import awaited, union_of
from .calls import argument, is_callable, is_none, positional, takes
from .caught import caught_signature, refuse_lonely_class
from .defaults import with_defaults
from .forms import fixed_by_context, is_later, loosened, preferred
from .nesting import refuse_endless
from .opened import closed, opened
from .pruning import is_pruned, pruned

if TYPE_CHECKING:
    from mypy.nodes import Expression
    from mypy.plugin import MethodContext, MethodSigContext
    from mypy.types import Type

    from .calls import _SignatureContext


def handler_signature(ctx: MethodSigContext) -> CallableType:
    """Leave the overloads that fit how the arguments are written, with plain result types."""
    given = positional(ctx.context)
    signature = ctx.default_signature
    if given is None or not takes(signature, len(given)):
        return signature
    refuse_endless(ctx)
    if any(_is_narrow(typ) for typ in signature.arg_types) or _is_contradicted(ctx, given):
        return pruned(signature)
    return _loosened(signature, ctx, opens=True)


def form_signature(ctx: _SignatureContext) -> CallableType:
    """As `handler_signature`, where all overloads that are wide enough differ in other ways than their handlers."""
    signature = ctx.default_signature
    if any(_is_narrow(typ) for typ in signature.arg_types if isinstance(get_proper_type(typ), CallableType)):
        return pruned(signature)
    return _loosened(signature, ctx)


def catch_signature(ctx: MethodSigContext) -> CallableType:
    """As `handler_signature`, after the overloads for other errors than those named are out."""
    given = positional(ctx.context)
    if given is None or not takes(ctx.default_signature, len(given)):
        return ctx.default_signature
    signature = caught_signature(ctx)
    return signature if is_pruned(signature) else handler_signature(ctx._replace(default_signature=signature))


def handler_result(ctx: MethodContext) -> Type:
    """Flatten what the promise holds."""
    default, returned = closed(ctx.default_return_type, ctx)
    result = get_proper_type(default)
    if not isinstance(result, Instance) or len(result.args) != 1:
        return default
    held = union_of([result.args[0], *returned]) if returned else awaited(result.args[0])
    if held is result.args[0]:
        return default
    return preferred(with_args(result, remove_instance_last_known_values(held)), default, ctx.api)


def catch_result(ctx: MethodContext) -> Type:
    """As `handler_result`; refuse a class that stands where the handler should."""
    refuse_lonely_class(ctx, "catch")
    return handler_result(ctx)


def tap_catch_result(ctx: MethodContext) -> Type:
    """Refuse a class that stands where the handler should."""
    refuse_lonely_class(ctx, "tap_catch")
    return ctx.default_return_type


def _loosened(signature: CallableType, ctx: _SignatureContext, *, opens: bool = False) -> CallableType:
    fixed = fixed_by_context(signature, ctx.api)
    if opens:
        signature = opened(signature, fixed, ctx)
    arg_types = [
        with_defaults(loosened(typ, fixed), argument(ctx, formal), ctx.api)
        for formal, typ in enumerate(signature.arg_types)
    ]
    return altered(signature, arg_types=arg_types)


def _is_narrow(typ: Type) -> bool:
    """Return whether a wider sibling of this overload takes all that this one takes."""
    proper = get_proper_type(typ)
    return is_later(proper.ret_type if isinstance(proper, CallableType) else proper)


def _is_contradicted(ctx: MethodSigContext, given: list[Expression]) -> bool:
    """Return whether an argument is written so that this overload cannot be meant, and another one can."""
    formals = [get_proper_type(typ) for typ in ctx.default_signature.arg_types]
    if len(formals) == 1:
        # `resolve(value: None = None)`: a value of any type is taken by a sibling.
        return isinstance(formals[0], NoneType) and bool(given)
    if all(is_none(expression) for expression in given):
        return False
    written = [argument(ctx, formal) for formal in range(len(formals))]
    return any(
        (isinstance(formal, NoneType) and is_callable(expression))
        or (isinstance(formal, CallableType) and is_none(expression))
        for formal, expression in zip(formals, written, strict=True)
    )
