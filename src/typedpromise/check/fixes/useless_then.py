"""The fix of useless-then: take the link out.

It is safe where nobody can tell the promise behind the link from the one before it:
the one before is new itself, or the next link or an `await` takes only the outcome.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.chain import link
from typedpromise.check.fix import Fix
from typedpromise.check.sameness import class_of, is_fresh, is_passed_through

if TYPE_CHECKING:
    from libcst import BaseExpression
    from mypy.nodes import Node

    from typedpromise._codemod.parsed import Parsed
    from typedpromise.check.fix import _Change
    from typedpromise.check.tree import TypedTree


def is_safe(node: Node, tree: TypedTree) -> bool:
    """Return whether nobody has, or gets, the promise the link was to replace."""
    found = link(node, tree) if isinstance(node, n.CallExpr) else None
    if found is None or class_of(found.receiver, tree) is None:
        return False
    return is_fresh(found.receiver, tree) or is_passed_through(found.call, tree)


def change(parsed: Parsed, place: BaseExpression) -> _Change | None:
    """Put what stands before `.then(...)` in its place."""
    import libcst as cst

    from typedpromise.check.rewriting import in_place_of

    del parsed
    if isinstance(place, cst.Call) and isinstance(place.func, cst.Attribute):
        return place, in_place_of(place, place.func.value, in_brackets=True)
    return None


FIX = Fix("useless-then", is_safe, change)
