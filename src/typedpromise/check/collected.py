"""Collections of promises that are put together on the spot, and what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from .made import is_made_and_open
from .values import is_always, results_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .tree import TypedTree

_BUILDERS = frozenset(
    {
        "builtins.dict",
        "builtins.frozenset",
        "builtins.list",
        "builtins.set",
        "builtins.sorted",
        "builtins.tuple",
        "collections.deque",
    }
)
_DISPLAYS = (
    n.DictExpr,
    n.DictionaryComprehension,
    n.ListComprehension,
    n.ListExpr,
    n.SetComprehension,
    n.SetExpr,
    n.TupleExpr,
)


def is_collection(expression: n.Expression) -> bool:
    """Return whether this makes a list, tuple, set or dict: a display, a comprehension, `list(...)`."""
    if isinstance(expression, n.OpExpr):
        return is_collection(expression.left) or is_collection(expression.right)
    return isinstance(expression, _DISPLAYS) or (isinstance(expression, n.CallExpr) and _builds(expression))


def is_lazy(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether this makes promises only while somebody iterates it."""
    if isinstance(expression, n.GeneratorExpr):
        return tree.is_promise(expression.left_expr)
    return isinstance(expression, n.CallExpr) and tree.promises.are_made_lazily(tree.type_of(expression))


def open_items(
    expression: n.Expression, tree: TypedTree, is_open: Callable[[n.Expression], bool]
) -> Iterator[n.Expression]:
    """Yield what makes the promises in a collection whose errors nobody handles.

    `is_open` is asked about items that make none, such as names.
    """
    for part in _parts(expression):
        yield from open_items(part, tree, is_open)
    match expression:
        case n.CallExpr(callee=n.RefExpr(fullname="builtins.map"), args=[function, *_]):
            if _makes_open(function, tree):
                yield expression
        case n.CallExpr() if not _builds(expression) and is_made_and_open(expression, tree):
            yield expression
        case n.NameExpr() if is_open(expression):
            yield expression
        case _:
            return


def _parts(expression: n.Expression) -> list[n.Expression]:
    match expression:
        case n.TupleExpr(items=items) | n.ListExpr(items=items) | n.SetExpr(items=items):
            return items
        case n.DictExpr(items=pairs):
            return [value for _, value in pairs]
        case n.ListComprehension(generator=generator) | n.SetComprehension(generator=generator):
            return [generator]
        case n.GeneratorExpr(left_expr=part) | n.DictionaryComprehension(value=part) | n.StarExpr(expr=part):
            return [part]
        case n.ConditionalExpr(if_expr=left, else_expr=right) | n.OpExpr(op="+", left=left, right=right):
            return [left, right]
        case n.CallExpr(args=arguments) if _builds(expression):
            return arguments
        case _:
            return []


def _builds(call: n.CallExpr) -> bool:
    return isinstance(call.callee, n.RefExpr) and call.callee.fullname in _BUILDERS


def _makes_open(function: n.Expression, tree: TypedTree) -> bool:
    """Return whether each call of a function makes a promise whose errors are left, as far as its type tells."""
    if isinstance(function, n.LambdaExpr):
        last = function.body.body[-1]
        return isinstance(last, n.ReturnStmt) and last.expr is not None and is_made_and_open(last.expr, tree)
    results = results_of(tree.type_of(function))
    return bool(results) and all(is_always(result, tree) for result in results)
