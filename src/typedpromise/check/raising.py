"""Handlers that visibly raise nothing: what they return is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from .functions import function_of, is_plain, own_nodes
from .made import is_plain_value

if TYPE_CHECKING:
    from .tree import TypedTree

_CONSTANTS = (n.BytesExpr, n.ComplexExpr, n.FloatExpr, n.IntExpr, n.LambdaExpr, n.StrExpr)


def never_raises(handler: n.Expression, tree: TypedTree, arguments: int = 1) -> bool:
    """Return whether calling the handler with so many arguments raises no error, and returns no promise of one.

    True only of lambdas and functions of the module that do nothing but return constants, names and displays of them.
    A body of `...` is taken for one that is left out, and a coroutine may be cancelled.
    """
    function = function_of(handler, tree)
    if function is None or not is_plain(function) or not _takes(function, arguments):
        return False
    return all(_is_quiet(statement, tree) for statement in function.body.body)


def raises(handler: n.Expression, tree: TypedTree) -> bool:
    """Return whether a `raise` is seen in the handler; of one that is not in the module, nothing is seen."""
    function = function_of(handler, tree)
    return function is not None and any(isinstance(node, n.RaiseStmt) for node in own_nodes(function))


def _takes(function: n.FuncItem, arguments: int) -> bool:
    required = sum(kind is n.ARG_POS for kind in function.arg_kinds)
    allowed = sum(kind in (n.ARG_POS, n.ARG_OPT) for kind in function.arg_kinds)
    has_rest, needs_name = n.ARG_STAR in function.arg_kinds, n.ARG_NAMED in function.arg_kinds
    return required <= arguments and (has_rest or arguments <= allowed) and not needs_name


def _is_quiet(statement: n.Statement, tree: TypedTree) -> bool:
    match statement:
        case n.PassStmt() | n.ReturnStmt(expr=None):
            return True
        case n.ExpressionStmt(expr=value) | n.ReturnStmt(expr=n.Expression() as value):
            return _is_there(value, tree)
        case n.AssignmentStmt(lvalues=targets, rvalue=value):
            return all(isinstance(target, n.NameExpr) for target in targets) and _is_there(value, tree)
        case _:
            return False


def _is_there(value: n.Expression, tree: TypedTree) -> bool:
    match value:
        case n.NameExpr():
            return is_plain_value(value, tree)
        case n.TupleExpr(items=items) | n.ListExpr(items=items):
            return all(_is_there(item, tree) for item in items)
        case n.DictExpr(items=[]):
            return True
        case n.UnaryExpr(op="-", expr=n.IntExpr() | n.FloatExpr()):
            return True
        case _:
            return isinstance(value, _CONSTANTS)
