"""What a rule is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mypy.nodes import Node

    from .tree import TypedTree


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule says about a node: one sentence that tells what happened and what to do."""

    node: Node
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, and a pure function from a node and its tree to the problems there."""

    code: str
    summary: str
    # The node classes the rule wants to see: the engine walks a module once for all rules.
    visits: tuple[type[Node], ...]
    check: Callable[[Node, TypedTree], Iterator[Problem]]
