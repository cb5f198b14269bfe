"""The fix of return-wrap: return the value itself, or raise the error.

The chain resolves with what a handler returns as `Promise.resolve` does, thenables and awaitables included.
A `raise` is seen by a `try` or a `with` around it, which a rejected promise is not: there nothing is fixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.fix import Fix
from typedpromise.check.functions import inherits, is_plain
from typedpromise.check.sameness import OURS, class_named, function_around, link_given, parent
from typedpromise.check.values import is_none

if TYPE_CHECKING:
    from libcst import BaseExpression
    from mypy.nodes import Expression, Node

    from typedpromise._codemod.parsed import Parsed
    from typedpromise.check.fix import _Change
    from typedpromise.check.tree import TypedTree

_RESOLVING = ("resolve", "fulfilled")
_REJECTING = ("reject", "rejected")


def is_safe(node: Node, tree: TypedTree) -> bool:
    """Return whether the chain does the same with what is wrapped."""
    match node:
        case n.CallExpr(callee=n.MemberExpr(name=name, expr=owner), args=args, arg_kinds=kinds):
            pass
        case _:
            return False
    wrapper, function, statement = class_named(owner), function_around(node, tree), parent(node, tree)
    given = None if function is None or not is_plain(function) else link_given(function, tree)
    if wrapper is None or function is None or given is None or not isinstance(statement, n.ReturnStmt):
        return False
    if not args and wrapper == OURS and name in _RESOLVING:
        return True
    if kinds != [n.ARG_POS]:
        return False
    if name in _RESOLVING:
        # What a finally_ handler returns is forgotten, and return-in-finally would speak of a value there.
        return given.method != "finally_" or is_none(tree.type_of(args[0]))
    return name in _REJECTING and _can_be_raised(args[0], statement, function, tree)


def _can_be_raised(error: Expression, statement: n.ReturnStmt, function: n.FuncItem, tree: TypedTree) -> bool:
    if not isinstance(function, n.FuncDef) or not inherits(tree.type_of(error), {"builtins.Exception"}):
        return False
    for outer in tree.enclosing(statement):
        if outer is function:
            return True
        if isinstance(outer, (n.TryStmt, n.WithStmt)):
            return False
    return False


def change(parsed: Parsed, place: BaseExpression) -> _Change | None:
    """Put the argument in the place of the call, and `raise` in that of `return` before a rejection."""
    import libcst as cst

    from typedpromise.check.rewriting import in_place_of

    if not isinstance(place, cst.Call) or not isinstance(place.func, cst.Attribute) or len(place.args) > 1:
        return None
    value = place.args[0].value if place.args else cst.Name("None")
    if place.func.attr.value in _RESOLVING:
        return place, in_place_of(place, value)
    statement = parsed.parent(place)
    if not isinstance(statement, cst.Return) or not isinstance(
        statement.whitespace_after_return, cst.BaseParenthesizableWhitespace
    ):
        return None
    return statement, cst.Raise(
        exc=in_place_of(place, value),
        whitespace_after_raise=statement.whitespace_after_return,
        semicolon=statement.semicolon,
    )


FIX = Fix("return-wrap", is_safe, change)
