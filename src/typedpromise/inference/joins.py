"""Calls that join promises: `all`, `all_settled`, `any`, `race`, `as_completed`.

The type system cannot map a tuple of promises to one of their values, and mypy joins the items of a list to `object`.
Here every length and every mixture keeps its types: from the types of the arguments, and of the items of a literal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.errorcodes import ARG_TYPE
from mypy.expandtype import expand_type
from mypy.messages import format_type_bare
from mypy.nodes import GeneratorExpr, ListComprehension, ListExpr, SetComprehension, SetExpr, StarExpr, TupleExpr
from mypy.typeops import get_all_type_vars, make_simplified_union
from mypy.types import (
    AnyType,
    CallableType,
    Instance,
    TupleType,
    TypedDictType,
    TypeVarId,
    TypeVarType,
    UnionType,
    get_proper_type,
)

from .altered import altered, renumbered, with_args
from .awaited import can_be_awaited
from .calls import positional, takes
from .forms import fixed_by_context, is_later, loosened, plain_variable, preferred
from .gathered import Gathered, Shape
from .pruning import pruned

if TYPE_CHECKING:
    from mypy.nodes import Expression
    from mypy.plugin import MethodContext, MethodSigContext
    from mypy.types import Type

_ITERABLES = (GeneratorExpr, ListComprehension, ListExpr, SetComprehension, SetExpr, TupleExpr)
# They can be iterated, but not over promises.
_REFUSED = ("builtins.bytes", "builtins.str", "typing.Mapping")


def join_signature(ctx: MethodSigContext, method: str, *, listed: bool = False) -> CallableType:
    """Leave the overload that fits how the arguments are written; `listed` where a tuple gives a list, too."""
    given = positional(ctx.context)
    signature = ctx.default_signature
    if not given or not takes(signature, len(given)):
        return signature
    if len(given) == 1:
        return _of_one(signature, given[0], ctx, method, listed=listed)
    return _of_each(signature, len(given)) if signature.is_var_arg else signature


def join_result(ctx: MethodContext, method: str, *, listed: bool = False) -> Type:
    """Return a promise of what the arguments are awaited to."""
    default = ctx.default_return_type
    given = positional(ctx.context)
    types = [typ for types in ctx.arg_types for typ in types]
    if not given or len(types) != len(given):
        return default
    if len(types) > 1 or can_be_awaited(types[0]):
        return Gathered(types, Shape.EACH).promise(method, default, ctx.api)
    if isinstance(get_proper_type(types[0]), AnyType):
        return default
    return preferred(_of_iterable(types[0], given[0], ctx, method, listed=listed), default, ctx.api)


def _of_iterable(given: Type, written: Expression, ctx: MethodContext, method: str, *, listed: bool) -> Type:
    """Return a promise of what holds the values: a tuple for a tuple, a list for others, either for either."""
    proper = get_proper_type(given)
    if isinstance(proper, UnionType):
        found = [_of_iterable(item, written, ctx, method, listed=listed) for item in proper.items]
        return make_simplified_union(found)
    _refuse(given, ctx, method, advised="for_dict" if listed else "props")
    gathered = Gathered.from_iterable(given, written, ctx.api)
    if gathered is None:
        return ctx.default_return_type
    return (gathered.listed() if listed else gathered).promise(method, ctx.default_return_type, ctx.api)


def _of_one(
    signature: CallableType, given: Expression, ctx: MethodSigContext, method: str, *, listed: bool
) -> CallableType:
    """Leave `all(promise)`, unless the argument is written as an iterable, and `all(iterable)`."""
    formal = get_proper_type(signature.arg_types[0])
    if is_later(formal):
        return pruned(signature) if isinstance(given, _ITERABLES) else signature
    variable = _variable_of_iterable(formal)
    if not isinstance(formal, Instance) or variable is None:
        return pruned(signature)
    if isinstance(given, TupleExpr) and not any(isinstance(item, StarExpr) for item in given.items):
        return _of_tuple(signature, len(given.items), ctx, method, Shape.LIST if listed else Shape.EACH)
    if variable.id in fixed_by_context(signature, ctx.api):
        return signature
    # mypy would join the items of a list, and then infer each again as that join.
    item = ctx.api.named_generic_type("builtins.object", []) if isinstance(given, ListExpr | SetExpr) else variable
    return altered(signature, arg_types=[with_args(formal, item)])


def _of_tuple(signature: CallableType, count: int, ctx: MethodSigContext, method: str, shape: Shape) -> CallableType:
    """Return a signature for a tuple of just this length."""
    formal = get_proper_type(signature.arg_types[0])
    variable = _variable_of_iterable(formal)
    assert isinstance(formal, Instance)
    assert variable is not None
    items = _variables_like(variable, count)
    result = Gathered([*items], shape).promise(method, signature.ret_type, ctx.api)
    spread = altered(signature, variables=[*items], ret_type=result)
    fixed = fixed_by_context(spread, ctx.api)
    forms = [loosened(expand_type(formal.args[0], {variable.id: item}), fixed) for item in items]
    fallback = ctx.api.named_generic_type("builtins.tuple", [ctx.api.named_generic_type("builtins.object", [])])
    return altered(spread, arg_types=[TupleType(forms, fallback)])


def _of_each(signature: CallableType, count: int) -> CallableType:
    """Return the signature for any number of promises with a variable for each; `join_result` sees to the rest."""
    form = signature.arg_types[0]
    variables = [variable for variable in get_all_type_vars(form) if isinstance(variable, TypeVarType)]
    if len(set(variables)) != 1:
        return signature
    variable = variables[0]
    items = _variables_like(variable, count)
    return altered(
        signature,
        arg_types=[expand_type(form, {variable.id: item}) for item in items],
        arg_kinds=signature.arg_kinds[:1] * count,
        arg_names=[None] * count,
        variables=[*signature.variables, *items],
    )


def _variable_of_iterable(formal: Type) -> TypeVarType | None:
    """Return the `U` of `Iterable[_Nested[U]]`, or of a `Collection`, the widest overload for one argument."""
    proper = get_proper_type(formal)
    if isinstance(proper, Instance) and proper.type.fullname in ("typing.Iterable", "typing.Collection"):
        return plain_variable(proper.args[0])
    return None


def _variables_like(variable: TypeVarType, count: int) -> list[TypeVarType]:
    # A namespace of their own: no variable of a function has these ids.
    namespace = f"{variable.id.namespace}#each"
    return [renumbered(variable, TypeVarId(-1 - i, namespace=namespace)) for i in range(count)]


def _refuse(given: Type, ctx: MethodContext, method: str, *, advised: str) -> None:
    """Report an iterable that cannot be meant; no other overload takes it, so mypy does not go to another one."""
    proper = get_proper_type(given)
    is_mapping = isinstance(proper, TypedDictType)
    if not is_mapping and not (isinstance(proper, Instance) and any(map(proper.type.has_base, _REFUSED))):
        return
    is_mapping = is_mapping or (isinstance(proper, Instance) and proper.type.has_base("typing.Mapping"))
    advice = f"write {method}(mapping.values()), or {advised}(mapping)" if is_mapping else "text holds none"
    shown = format_type_bare(given, ctx.api.options)
    message = f'"{method}" takes promises, or one iterable of them, not "{shown}": {advice}'
    ctx.api.fail(message, ctx.context, code=ARG_TYPE)
