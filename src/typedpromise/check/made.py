"""Where a promise comes from: made by this expression, made and settled at once, or kept before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance, get_proper_type

from .given import is_promise_class
from .handled import is_handled
from .nodes import children, walk
from .values import is_never

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.types import Type

    from .tree import TypedTree

# Calls that give out what was kept before.
_GIVES_KEPT = frozenset({"get", "get_nowait", "pop", "popitem", "popleft", "setdefault"})

_FULFILLED = frozenset({"cast", "fulfilled", "resolve"})
_REJECTED = frozenset({"reject", "rejected"})


def is_made(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether the expression makes a promise, in place of taking one from where it was kept."""
    makes = expression.expr if isinstance(expression, n.AwaitExpr) else expression
    if not isinstance(makes, n.CallExpr) or not tree.is_promise(expression):
        return False
    callee = makes.callee
    if not isinstance(callee, n.MemberExpr):
        return True
    # A private method of a promise hands out what it is linked with, as `_target` of promise 2.3 does.
    return not (callee.name in _GIVES_KEPT or (callee.name.startswith("_") and tree.is_promise(callee.expr)))


def is_made_and_open(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether the expression makes a promise whose errors its chain does not handle."""
    return is_made(expression, tree) and not is_handled(expression, tree)


def is_settled(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether this makes a promise that has settled already, such as `Promise.resolve(1)`."""
    match expression:
        case n.CallExpr(callee=n.MemberExpr(name=name, expr=owner), args=arguments) if is_promise_class(owner, tree):
            return name in _REJECTED or (name in _FULFILLED and all(is_plain_value(part, tree) for part in arguments))
        case _:
            return False


def is_plain_value(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether a promise of this value is fulfilled with it at once: nothing to wait for, nothing to adopt."""
    if isinstance(expression, n.NameExpr) and expression.fullname == "builtins.None":
        return True
    typ = tree.type_of(expression)
    return is_never(typ, tree) and not _may_be_adopted(typ)


def _may_be_adopted(typ: Type | None) -> bool:
    proper = None if typ is None else get_proper_type(typ)
    return isinstance(proper, Instance) and any(
        proper.type.get(name) is not None for name in ("__await__", "add_done_callback", "then")
    )


def assigned(function: n.FuncItem) -> Iterator[tuple[n.Var, n.Expression]]:
    """Yield the variables that a function or one inside it assigns by name, with what it assigns to them."""
    for node, _ in walk(function):
        if isinstance(node, n.AssignmentStmt):
            for target in node.lvalues:
                yield from _pairs(target, node.rvalue)


def assigned_here(function: n.FuncItem) -> Iterator[tuple[n.Var, n.Expression]]:
    """Yield the variables that a function itself assigns by name in statements, with what it assigns to them."""
    waiting: list[n.Node] = [function.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, n.AssignmentStmt):
            for target in node.lvalues:
                yield from _pairs(target, node.rvalue)
        elif not isinstance(node, (n.FuncDef, n.LambdaExpr, n.ClassDef)):
            waiting += [child for child in reversed(list(children(node))) if not isinstance(child, n.Expression)]


def _pairs(target: n.Expression, value: n.Expression) -> Iterator[tuple[n.Var, n.Expression]]:
    match target, value:
        case n.NameExpr(node=n.Var() as variable), _:
            yield variable, value
        case (
            (n.TupleExpr(items=targets) | n.ListExpr(items=targets)),
            (n.TupleExpr(items=values) | n.ListExpr(items=values)),
        ) if len(targets) == len(values) and not any(isinstance(item, n.StarExpr) for item in [*targets, *values]):
            for one, its_value in zip(targets, values, strict=True):
                yield from _pairs(one, its_value)
        case _:
            for name in names_bound(target):
                yield name, value


def names_bound(target: n.Expression | None) -> Iterator[n.Var]:
    """Yield the variables that a target binds: of a tuple, those in it."""
    match target:
        case n.NameExpr(node=n.Var() as variable):
            yield variable
        case n.TupleExpr(items=items) | n.ListExpr(items=items):
            for item in items:
                yield from names_bound(item)
        case n.StarExpr(expr=starred):
            yield from names_bound(starred)
        case _:
            return
