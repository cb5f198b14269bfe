"""`Promise.for_dict` and `promise_for_dict` of a dict: `Promise.props`.

2.3 makes a mapping of the class it is given, and `props` makes a dict: so only what is a dict for sure is rewritten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.migrate.places import Left, Step, span_of
from typedpromise.migrate.seen import argument, is_exactly_promise, old_name
from typedpromise.migrate.transform import Transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typedpromise.check.tree import TypedTree
    from typedpromise.migrate.edits import Edits

_WHY = "it makes a mapping of the class it is given, and Promise.props() makes a dict"
_WRITE = "write Promise.props(mapping) if a dict will do"


def find(node: n.Node, tree: TypedTree) -> Iterator[Step | Left]:
    """Find the calls, and what is not called."""
    match node:
        case n.CallExpr(callee=callee) if _is_for_dict(callee, tree):
            given = argument(node, 0, "m")
            if given is not None and _is_dict(given):
                yield Step("for_dict", span_of(callee), own=True)
        case n.MemberExpr() | n.NameExpr() if _is_for_dict(node, tree):
            around = next(tree.enclosing(node), None)
            called = isinstance(around, n.CallExpr) and around.callee is node
            given = argument(around, 0, "m") if called and isinstance(around, n.CallExpr) else None
            if given is None or not _is_dict(given):
                yield Left(span_of(node), node.name, _WHY, _WRITE)
        case _:
            return


def _is_for_dict(expression: n.Expression, tree: TypedTree) -> bool:
    if old_name(expression) == "promise_for_dict":
        return True
    if not isinstance(expression, n.MemberExpr) or expression.name != "for_dict":
        return False
    return is_exactly_promise(expression.expr, tree)


def _is_dict(expression: n.Expression) -> bool:
    """Return whether this makes a dict: a type that says dict may stand for a class that inherits from it."""
    if isinstance(expression, n.CallExpr):
        return isinstance(expression.callee, n.RefExpr) and expression.callee.fullname == "builtins.dict"
    return isinstance(expression, (n.DictExpr, n.DictionaryComprehension))


def change(edits: Edits, step: Step) -> None:
    """Put `props` in the place of the name, and the class before it where there was none."""
    import libcst as cst

    name = edits.at(step.span)
    if isinstance(name, cst.Attribute) and name.attr.value == "for_dict":
        edits.add(name, lambda attribute: attribute.with_changes(attr=cst.Name("props")))
    elif isinstance(name, cst.Attribute):
        # `promise.promise_for_dict`: the class stands beside the function.
        edits.add(name, lambda old: cst.Attribute(old.with_changes(attr=cst.Name("Promise")), cst.Name("props")))
    else:
        edits.names.add("Promise")
        edits.add(name, lambda _: cst.Attribute(cst.Name("Promise"), cst.Name("props")))


TRANSFORM = Transform("for_dict", find, change)
