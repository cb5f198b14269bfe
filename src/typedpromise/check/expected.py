"""Errors that the code around a node expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .tree import TypedTree

_EXPECTS_ERROR = frozenset({"assertRaises", "assertRaisesRegex", "raises"})


def is_expected_to_raise(node: n.Node, tree: TypedTree, error: str | None = None) -> bool:
    """Return whether a node stands in `with pytest.raises(...)`, or in a `try` with an `except` of the error's name."""
    for outer in tree.enclosing(node):
        match outer:
            case n.FuncDef() | n.ClassDef():
                return False
            case n.WithStmt(expr=managers) if any(_callee_name(manager) in _EXPECTS_ERROR for manager in managers):
                return True
            case n.TryStmt(types=types) if error in {name for kind in types for name in _names(kind)}:
                return True
            case _:
                pass
    return False


def _callee_name(manager: n.Expression) -> str:
    match manager:
        case n.CallExpr(callee=n.NameExpr(name=name) | n.MemberExpr(name=name)):
            return name
        case _:
            return ""


def _names(kind: n.Expression | None) -> Iterator[str]:
    match kind:
        case n.NameExpr(name=name) | n.MemberExpr(name=name):
            yield name
        case n.TupleExpr(items=items):
            for item in items:
                yield from _names(item)
        case _:
            return
