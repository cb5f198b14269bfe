"""Where a promise comes from: made by this expression, made and settled at once, or kept before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance, get_proper_type

from .given import is_promise_class
from .handled import is_handled
from .nodes import walk
from .targets import pairs, variables_in
from .values import is_never

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.types import Type

    from .tree import TypedTree

# Methods of collections and queues that hand out what somebody has put in.
GIVES_KEPT = frozenset({"get", "get_nowait", "pop", "popitem", "popleft", "setdefault"})

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
    return not (callee.name in GIVES_KEPT or (callee.name.startswith("_") and tree.is_promise(callee.expr)))


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
            yield from _variables(node)


def assigned_here(function: n.FuncItem, tree: TypedTree) -> Iterator[tuple[n.Var, n.Expression]]:
    """Yield the variables that a function itself assigns by name in statements, with what it assigns to them."""
    for node in tree.own_nodes(function):
        if isinstance(node, n.AssignmentStmt):
            yield from _variables(node)


def _variables(statement: n.AssignmentStmt) -> Iterator[tuple[n.Var, n.Expression]]:
    for target in statement.lvalues:
        for one, value in pairs(target, statement.rvalue):
            yield from ((variable, value) for variable in variables_in(one))
