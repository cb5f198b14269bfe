"""Functions that are written where they are used: lambdas, and the `def` a name stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import AnyType, Instance, NoneType, UninhabitedType, UnionType, get_proper_type

from .nodes import children, walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mypy.types import Type

    from .tree import TypedTree


def function_of(expression: n.Expression, tree: TypedTree) -> n.FuncItem | None:
    """Return the function an expression names, if it is a lambda or an undecorated `def` in this module."""
    match expression:
        case n.LambdaExpr():
            return expression
        case n.NameExpr(node=n.FuncDef() as function) if next(tree.enclosing(function), None) is not None:
            return function
        case _:
            return None


def is_plain(function: n.FuncItem) -> bool:
    """Return whether a call runs the body at once: no coroutine, no generator."""
    return not (function.is_coroutine or function.is_generator or function.is_async_generator)


def own_nodes(function: n.FuncItem) -> Iterator[n.Node]:
    """Yield the nodes of a body, without those of the functions and classes inside it."""
    waiting: list[n.Node] = [function.body]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (n.FuncDef, n.LambdaExpr, n.ClassDef)):
            waiting += reversed(children(node))


def returns(function: n.FuncItem) -> Iterator[n.ReturnStmt]:
    """Yield the `return` statements of a function; the value of a lambda is one."""
    return (node for node in own_nodes(function) if isinstance(node, n.ReturnStmt))


def parameters(function: n.FuncItem) -> list[n.Var]:
    """Return the variables of a function's parameters."""
    return [argument.variable for argument in function.arguments]


def mentions(root: n.Node, names: Collection[n.SymbolNode]) -> bool:
    """Return whether one of the names is read anywhere below a node."""
    return any(isinstance(node, n.NameExpr) and node.node in names for node, _ in walk(root))


def is_used_only_as(function: n.FuncItem, expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether `expression` is the only place that uses a function: a lambda, or a local `def` named once."""
    if not isinstance(function, n.FuncDef):
        return True
    outer = next((node for node in tree.enclosing(function) if isinstance(node, n.FuncDef)), None)
    if outer is None:
        return False
    return [node for node, _ in walk(outer) if isinstance(node, n.NameExpr) and node.node is function] == [expression]


def is_idle(function: n.FuncItem) -> bool:
    """Return whether a function does nothing at all."""
    return all(_is_idle(statement) for statement in function.body.body)


def _is_idle(statement: n.Statement) -> bool:
    match statement:
        case n.PassStmt() | n.ReturnStmt(expr=None):
            return True
        case n.ExpressionStmt(expr=value) | n.ReturnStmt(expr=n.Expression() as value):
            is_docstring = isinstance(value, n.StrExpr) and isinstance(statement, n.ExpressionStmt)
            return is_docstring or isinstance(value, n.EllipsisExpr) or _is_none(value)
        case _:
            return False


def _is_none(expression: n.Expression) -> bool:
    return isinstance(expression, n.NameExpr) and expression.fullname == "builtins.None"


def is_nothing(typ: Type | None) -> bool:
    """Return whether a value of this type tells nothing: None, or unknown."""
    proper = None if typ is None else get_proper_type(typ)
    if isinstance(proper, UnionType):
        return all(is_nothing(item) for item in proper.items)
    return proper is None or isinstance(proper, (AnyType, NoneType, UninhabitedType))


def inherits(typ: Type | None, fullnames: Collection[str]) -> bool:
    """Return whether this is an instance of one of the classes."""
    proper = None if typ is None else get_proper_type(typ)
    if isinstance(proper, UnionType):
        return any(inherits(item, fullnames) for item in proper.items)
    return isinstance(proper, Instance) and any(base.fullname in fullnames for base in proper.type.mro)
