"""What a fix is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from libcst import BaseExpression, CSTNode
    from mypy.nodes import Node

    from typedpromise._codemod.parsed import Parsed

    from .tree import TypedTree

    # For checkers only, and private, as in rule.py: the node that goes, and the one that comes.
    _Change: TypeAlias = tuple[CSTNode, CSTNode]


@dataclass(frozen=True, slots=True)
class Fix:
    """The one way to put a finding right, in two halves.

    The first sees types and decides whether the fix leaves the behaviour as it is; it runs in every check.
    The second sees spaces and comments, and runs only when something is fixed: it may import LibCST.
    """

    code: str
    # Takes the node the rule has reported.
    is_safe: Callable[[Node, TypedTree], bool]
    # Takes the expression that stands where that node stands; None if it has not the shape it should have.
    change: Callable[[Parsed, BaseExpression], _Change | None]
