"""The fix of new-promise-wrap: use the inner promise.

An executor's errors reject the promise, and those of the code around it do not.
So the fix is safe only where making the inner promise cannot raise: a chain of `then` and `catch` on a variable.
The new promise may go where the inner one is as new as it, or where only its outcome is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.chain import error_handler, fulfilment_handler, link, links
from typedpromise.check.fix import Fix
from typedpromise.check.sameness import class_named, class_of, function_around, is_fresh, is_passed_through, parent

if TYPE_CHECKING:
    from libcst import BaseExpression
    from mypy.nodes import Expression, Node

    from typedpromise._codemod.parsed import Parsed
    from typedpromise.check.chain import Link
    from typedpromise.check.fix import _Change
    from typedpromise.check.tree import TypedTree


def is_safe(node: Node, tree: TypedTree) -> bool:
    """Return whether the inner promise can stand where the new one is made."""
    function = function_around(node, tree)
    if not isinstance(function, n.LambdaExpr) or not isinstance(node, n.Expression):
        return False
    made, inner = parent(function, tree), _inner(node, function, tree)
    if not isinstance(made, n.CallExpr) or made.args != [function] or inner is None:
        return False
    # In the body of a class a lambda sees other names than the code around it.
    around = next((outer for outer in tree.enclosing(made) if isinstance(outer, (n.FuncItem, n.ClassDef))), None)
    kind = class_of(inner, tree)
    if isinstance(around, n.ClassDef) or kind is None or kind != class_named(made.callee):
        return False
    return _cannot_raise(inner, tree) and (is_fresh(inner, tree) or is_passed_through(made, tree))


def _inner(value: Expression, function: n.LambdaExpr, tree: TypedTree) -> Expression | None:
    """Return the promise of which both outcomes, and nothing else, are handed over."""
    last = link(value, tree)
    if last is None or last.is_open or [argument.kind for argument in function.arguments] != [n.ARG_POS, n.ARG_POS]:
        return None
    if last.method == "then" and _is_given(last, fulfilment_handler(last), function, 0):
        return last.receiver if _is_given(last, error_handler(last), function, 1) else None
    if last.method != "catch" or len(last.positional) != 1 or not _is_given(last, error_handler(last), function, 1):
        return None
    before = link(last.receiver, tree)
    if before is None or before.is_open or before.method != "then" or error_handler(before) is not None:
        return None
    return before.receiver if _is_given(before, fulfilment_handler(before), function, 0) else None


def _is_given(found: Link, handler: Expression | None, function: n.LambdaExpr, index: int) -> bool:
    known = len(found.positional) + len(found.named) <= 2  # noqa: PLR2004  # one handler for each outcome
    return known and isinstance(handler, n.NameExpr) and handler.node is function.arguments[index].variable


def _cannot_raise(inner: Expression, tree: TypedTree) -> bool:
    start = inner
    for found in links(inner, tree):
        if found.is_open or found.named or len(found.positional) != 1 or found.method not in {"then", "catch"}:
            return False
        if not _is_function(found.positional[0]) or class_of(found.receiver, tree) is None:
            return False
        start = found.receiver
    return isinstance(start, n.NameExpr) and isinstance(start.node, n.Var)


def _is_function(handler: Expression) -> bool:
    return isinstance(handler, n.LambdaExpr) or (
        isinstance(handler, n.NameExpr) and isinstance(handler.node, n.FuncDef)
    )


def change(parsed: Parsed, place: BaseExpression) -> _Change | None:
    """Put the chain without its last links in the place of the call that makes the promise."""
    import libcst as cst

    from typedpromise.check.rewriting import in_place_of

    function = parsed.parent(place)
    argument = None if function is None else parsed.parent(function)
    made = None if argument is None else parsed.parent(argument)
    if not isinstance(made, cst.Call) or not isinstance(place, cst.Call) or not isinstance(place.func, cst.Attribute):
        return None
    inner = place.func.value
    if place.func.attr.value == "catch":
        if not isinstance(inner, cst.Call) or not isinstance(inner.func, cst.Attribute):
            return None
        inner = inner.func.value
    return made, in_place_of(made, inner)


FIX = Fix("new-promise-wrap", is_safe, change)
