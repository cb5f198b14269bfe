"""The classes of errors that the links of a chain take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import CallableType, Instance, Overloaded, get_proper_type

from .chain import error_handler, is_class_without_handler, is_filtered

if TYPE_CHECKING:
    from .chain import Link
    from .tree import TypedTree

_ERROR = "builtins.Exception"


def filtered_classes(found: Link) -> list[n.Expression]:
    """Return the expressions that name the classes of a filtered `catch`, one by one."""
    if not is_filtered(found):
        return []
    wanted = found.positional[0]
    return list(wanted.items) if isinstance(wanted, n.TupleExpr) else [wanted]


def class_of(expression: n.Expression) -> n.TypeInfo | None:
    """Return the class that an expression names, or None: a variable may hold a subclass of what it is declared."""
    if not isinstance(expression, n.RefExpr):
        return None
    if isinstance(expression.node, n.TypeInfo):
        return expression.node
    target = get_proper_type(expression.node.target) if isinstance(expression.node, n.TypeAlias) else None
    return target.type if isinstance(target, Instance) else None


def taken(found: Link, tree: TypedTree) -> list[str] | None:
    """Return the full names of the classes whose errors the link surely takes, or None if that is not known."""
    handler = error_handler(found)
    if found.is_open or handler is None or is_class_without_handler(found, tree):
        return None
    if not isinstance(tree.type_of(handler), (CallableType, Overloaded)):
        return None
    if not is_filtered(found):
        return [_ERROR]
    classes = [class_of(expression) for expression in filtered_classes(found)]
    return [info.fullname for info in classes if info is not None]


def covers(taken_names: list[str], info: n.TypeInfo) -> bool:
    """Return whether an error of the class is one of the classes that were taken."""
    return any(base.fullname in taken_names for base in info.mro)
