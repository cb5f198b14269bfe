"""`Promise.all([a, b])` of unlike promises: `Promise.all(a, b)`, as the fix of the rule all-list-literal does it.

It is done where the drop-in is left behind, and where nobody sees that the results come in a tuple then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from typedpromise.check.fixes.all_list_literal import FIX
from typedpromise.check.rules.all_list_literal import RULE
from typedpromise.migrate.places import Step, span_of
from typedpromise.migrate.transform import Transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcst import CSTNode
    from mypy.nodes import Node

    from typedpromise.check.tree import TypedTree
    from typedpromise.migrate.edits import Edits


def find(node: Node, tree: TypedTree) -> Iterator[Step]:
    """Find what the rule finds and its fix is safe for."""
    if isinstance(node, RULE.visits):
        for problem in RULE.check(node, tree):
            if FIX.is_safe(problem.node, tree):
                yield Step("all_varargs", span_of(problem.node))


def change(edits: Edits, step: Step) -> None:
    """Fix it, unless a comment would be lost."""
    found = FIX.change(edits.parsed, edits.at(step.span))
    if found is not None and _comments(found[0]) == _comments(found[1]):
        old, new = found
        edits.add(old, lambda _: new)


def _comments(node: CSTNode) -> list[str]:
    import libcst as cst
    from libcst import matchers

    found = matchers.findall(node, matchers.Comment())
    return [comment.value for comment in found if isinstance(comment, cst.Comment)]


TRANSFORM = Transform("all_varargs", find, change, late=True)
