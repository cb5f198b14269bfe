"""Where another promise in place of a promise makes no difference: what fixes ask before they take one away.

Only the two classes whose methods are known count: a subclass may do anything in its `then`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance

from .chain import link
from .values import is_always_promise

if TYPE_CHECKING:
    from .chain import Link
    from .tree import TypedTree

OURS = "typedpromise._promise.Promise"
OLD = "promise.promise.Promise"
_KNOWN = frozenset({OURS, OLD})


def class_of(expression: n.Expression, tree: TypedTree) -> str | None:
    """Return which of the known classes a value is always an instance of, or None."""
    typ = tree.type_of(expression)
    if isinstance(typ, Instance) and typ.type.fullname in _KNOWN and is_always_promise(expression, tree):
        return typ.type.fullname
    return None


def class_named(expression: n.Expression) -> str | None:
    """Return which of the known classes an expression names, or None; `Promise[int]` names one too."""
    if isinstance(expression, n.IndexExpr):
        expression = expression.base
    if isinstance(expression, n.RefExpr) and isinstance(expression.node, n.TypeInfo):
        return expression.node.fullname if expression.node.fullname in _KNOWN else None
    return None


def parent(node: n.Node, tree: TypedTree) -> n.Node | None:
    """Return the node around a node."""
    return next(tree.enclosing(node), None)


def next_link(expression: n.Expression, tree: TypedTree) -> Link | None:
    """Return the link of the chain that follows on an expression."""
    member = parent(expression, tree)
    call = parent(member, tree) if isinstance(member, n.MemberExpr) else None
    found = link(call, tree) if isinstance(call, n.CallExpr) else None
    return found if found is not None and found.receiver is expression else None


def is_passed_through(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether nobody gets hold of a promise: the next link of a chain or an `await` takes its outcome."""
    around = parent(expression, tree)
    is_awaited = isinstance(around, n.AwaitExpr) and class_of(expression, tree) == OURS
    return is_awaited or next_link(expression, tree) is not None


def is_fresh(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether an expression makes a promise that nobody else can hold: a link makes a new one each time."""
    found = link(expression, tree)
    return found is not None and class_of(expression, tree) is not None and class_of(found.receiver, tree) is not None


def function_around(node: n.Node, tree: TypedTree) -> n.FuncItem | None:
    """Return the function a node stands in, if no class stands between."""
    around = next((outer for outer in tree.enclosing(node) if isinstance(outer, (n.FuncItem, n.ClassDef))), None)
    return around if isinstance(around, n.FuncItem) else None


def link_given(function: n.FuncItem, tree: TypedTree) -> Link | None:
    """Return the link that is given a function for a handler: a lambda where it stands, a `def` by its name."""
    place: n.Node | None = function
    if isinstance(function, n.FuncDef):
        place = next((node for node, _ in tree.walk() if isinstance(node, n.NameExpr) and node.node is function), None)
    call = None if place is None else parent(place, tree)
    return link(call, tree) if isinstance(call, n.CallExpr) else None
