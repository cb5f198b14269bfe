"""`Promise.promisify(f)`: the function `promisify`, which 2.3 has too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.migrate.places import Step, span_of
from typedpromise.migrate.seen import is_exactly_promise
from typedpromise.migrate.transform import Transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typedpromise.check.tree import TypedTree
    from typedpromise.migrate.edits import Edits


def find(node: n.Node, tree: TypedTree) -> Iterator[Step]:
    """Find the method, called, as a decorator, or handed on."""
    if isinstance(node, n.MemberExpr) and node.name == "promisify" and is_exactly_promise(node.expr, tree):
        yield Step("promisify", span_of(node))


def change(edits: Edits, step: Step) -> None:
    """Take the class away."""
    import libcst as cst

    method = edits.at(step.span)
    if isinstance(method, cst.Attribute) and isinstance(method.value, cst.Attribute):
        # `promise.Promise.promisify`: the function stands beside the class.
        edits.add(method, lambda old: old.with_changes(value=old.value.value))
    else:
        edits.names.add("promisify")
        edits.add(method, lambda old: cst.Name("promisify", lpar=old.lpar, rpar=old.rpar))


TRANSFORM = Transform("promisify", find, change)
