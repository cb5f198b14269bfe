"""What of `promise` 2.3, or of the drop-in, an expression is: asked of mypy's types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import AnyType, FunctionLike, Instance, TypeType, UnionType, get_proper_type

if TYPE_CHECKING:
    from mypy.types import Type

    from typedpromise.check.tree import TypedTree

# The modules that are migrated away from. The drop-in is one of them, so that a later run goes on where one has ended.
ROOTS = ("promise", "typedpromise.compat")
_PROMISES = frozenset({"promise.promise.Promise", "typedpromise.compat.promise.Promise"})
_LOADERS = frozenset({"promise.dataloader.DataLoader", "typedpromise.compat.dataloader.DataLoader"})


def class_at(expression: n.Expression, tree: TypedTree) -> n.TypeInfo | None:
    """Return the class that an expression is: a name, `Promise[int]`, `cls`."""
    if isinstance(expression, n.IndexExpr):
        expression = expression.base
    if isinstance(expression, n.RefExpr) and isinstance(expression.node, n.TypeInfo):
        return expression.node
    match tree.type_of(expression):
        case FunctionLike() as typ if typ.is_type_obj():
            return typ.type_object()
        case TypeType(item=Instance(type=info)):
            return info
        case _:
            return None


def is_promise_class(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether this is the promise class of 2.3, or one that inherits from it."""
    return _inherits(class_at(expression, tree), _PROMISES)


def is_exactly_promise(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether this is the promise class of 2.3 itself."""
    info = class_at(expression, tree)
    return info is not None and info.fullname in _PROMISES


def is_loader_class(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether this is the loader class of 2.3, or one that inherits from it."""
    return _inherits(class_at(expression, tree), _LOADERS)


def inherits_promise(info: n.TypeInfo) -> bool:
    """Return whether a class inherits from the promise class of 2.3."""
    return info.fullname not in _PROMISES and _inherits(info, _PROMISES)


def inherits_loader(info: n.TypeInfo) -> bool:
    """Return whether a class inherits from the loader class of 2.3."""
    return info.fullname not in _LOADERS and _inherits(info, _LOADERS)


def is_promise(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether the value is, or may be, a promise of 2.3."""
    return _is_instance(tree.type_of(expression), _PROMISES)


def is_loader(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether the value is a loader of 2.3."""
    return _is_instance(tree.type_of(expression), _LOADERS)


def is_unknown(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether nothing is known of the value, or mypy holds the code for unreachable."""
    typ = tree.type_of(expression)
    return typ is None or isinstance(typ, AnyType)


def old_name(expression: n.Expression) -> str | None:
    """Return the name in 2.3 of what an expression refers to: `is_thenable`, `schedulers.asyncio.AsyncioScheduler`."""
    if not isinstance(expression, n.RefExpr):
        return None
    for root in ROOTS:
        for module in (f"{root}.promise.", f"{root}."):
            if expression.fullname.startswith(module):
                return expression.fullname.removeprefix(module)
    return None


def argument(call: n.CallExpr, place: int, *names: str) -> n.Expression | None:
    """Return the argument that stands at a place, or is passed by one of the names."""
    positional = [arg for arg, kind in zip(call.args, call.arg_kinds, strict=True) if kind is n.ARG_POS]
    named = [arg for arg, name in zip(call.args, call.arg_names, strict=True) if name in names]
    return next(iter([*positional[place : place + 1], *named]), None)


def _inherits(info: n.TypeInfo | None, fullnames: frozenset[str]) -> bool:
    return info is not None and any(base.fullname in fullnames for base in info.mro)


def _is_instance(typ: Type | None, fullnames: frozenset[str]) -> bool:
    match None if typ is None else get_proper_type(typ):
        case Instance(type=info):
            return _inherits(info, fullnames)
        case UnionType(items=items):
            return any(_is_instance(item, fullnames) for item in items)
        case _:
            return False
