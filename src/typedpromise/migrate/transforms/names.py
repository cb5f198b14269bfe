"""`Promise.cast`, `fulfilled` and `rejected`: second names of `resolve` and `reject`."""

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

_NAMES = {"cast": "resolve", "fulfilled": "resolve", "rejected": "reject"}


def find(node: n.Node, tree: TypedTree) -> Iterator[Step]:
    """Find the names, called or not; a class that inherits may have a `resolve` of its own."""
    if isinstance(node, n.MemberExpr) and node.name in _NAMES and is_exactly_promise(node.expr, tree):
        yield Step("names", span_of(node), (_NAMES[node.name],))


def change(edits: Edits, step: Step) -> None:
    """Put the other name."""
    import libcst as cst

    edits.add(edits.at(step.span), lambda attribute: attribute.with_changes(attr=cst.Name(step.details[0])))


TRANSFORM = Transform("names", find, change)
