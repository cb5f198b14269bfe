"""What the code around an expression does with its value: handle it or hand it on, only look at it, or store it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mypy import nodes as n

from .targets import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .tree import TypedTree

# What tells whether a promise has settled, but neither its result nor its error.
_INSPECTIONS = frozenset({"is_fulfilled", "is_pending", "is_rejected", "state"})

_LOOKING = frozenset(
    f"builtins.{name}" for name in ("ascii", "bool", "format", "hash", "id", "isinstance", "print", "repr", "str")
)
_LOG_METHODS = frozenset({"critical", "debug", "error", "exception", "info", "log", "warning"})


def role(expression: n.Expression, tree: TypedTree) -> Literal["uses", "looks", "stores", "drops"]:
    """Return what becomes of a value: it `uses` whatever is not known to do less.

    `stores` is an assignment that may be followed, `drops` a statement that is nothing but the value.
    """
    node: n.Node = expression
    stored = False
    for outer in tree.enclosing(expression):
        match outer:
            case n.ConditionalExpr(cond=condition) if node is not condition:
                pass
            case n.OpExpr(op="or"):
                pass
            case n.OpExpr(op="and", right=right) if node is right:
                pass
            case n.CallExpr(analyzed=n.CastExpr() | n.AssertTypeExpr()):
                pass
            case n.TupleExpr() if _is_unpacked(outer, tree):
                pass
            case n.AssignmentExpr():
                stored = True
            case n.AssignmentStmt(rvalue=value) if node is value:
                return "stores"
            case n.ExpressionStmt() if not stored:
                return "looks" if isinstance(expression, n.AssignmentExpr) else "drops"
            case _:
                looks = isinstance(outer, n.ExpressionStmt) or (
                    _only_looks(outer, node) and not _is_tested(outer, tree)
                )
                return ("stores" if stored else "looks") if looks else "uses"
        node = outer
    return "uses"


def _only_looks(outer: n.Node, node: n.Node) -> bool:
    """Return whether a node asks something of the value right below it, and keeps nothing of it."""
    match outer:
        case n.IfStmt() | n.WhileStmt() | n.AssertStmt() | n.ConditionalExpr() | n.ComparisonExpr():
            return True
        case n.OpExpr(op="and") | n.UnaryExpr(op="not"):
            return True
        case n.OpExpr(op="%", left=n.StrExpr()):
            return True
        case n.MemberExpr(name=name):
            return name in _INSPECTIONS
        case n.CallExpr(analyzed=n.RevealExpr()):
            return True
        case n.CallExpr(callee=callee) if node is not callee:
            return _is_looking(callee)
        case _:
            return False


def _is_tested(outer: n.Node, tree: TypedTree) -> bool:
    """Return whether this is what `assert promise.is_pending` asks: such a test is what the promise was made for."""
    match outer:
        case n.MemberExpr():
            pass
        case n.CallExpr(callee=n.NameExpr(fullname=fullname)) if fullname != "builtins.isinstance":
            pass
        case _:
            return False
    statement = next((found for found in tree.enclosing(outer) if isinstance(found, n.Statement)), None)
    return isinstance(statement, n.AssertStmt)


def _is_looking(callee: n.Expression) -> bool:
    match callee:
        case n.NameExpr(fullname=fullname):
            return fullname in _LOOKING
        # mypy writes an f-string as calls of `format`.
        case n.MemberExpr(expr=n.StrExpr(), name="format"):
            return True
        case n.MemberExpr(expr=n.NameExpr(name=owner), name=name):
            return name in _LOG_METHODS and owner in {"logging", "logger", "log", "_logger", "LOGGER"}
        case _:
            return False


def _is_unpacked(display: n.TupleExpr, tree: TypedTree) -> bool:
    """Return whether the items of a display go to as many targets: `one, two = first, second`."""
    outer = next(tree.enclosing(display), None)
    return (
        isinstance(outer, n.AssignmentStmt)
        and outer.rvalue is display
        and all(value is not display for target in outer.lvalues for _, value in pairs(target, display))
    )


def leaves(value: n.Expression) -> Iterator[n.Expression]:
    """Yield the expressions whose values an expression may come to: `one if yes else two`."""
    match value:
        case n.ConditionalExpr(if_expr=left, else_expr=right) | n.OpExpr(op="or", left=left, right=right):
            yield from leaves(left)
            yield from leaves(right)
        case n.OpExpr(op="and", right=right):
            yield from leaves(right)
        case n.AssignmentExpr(value=inner):
            yield from leaves(inner)
        case n.CallExpr(analyzed=n.CastExpr(expr=inner) | n.AssertTypeExpr(expr=inner)):
            yield from leaves(inner)
        case _:
            yield value
