"""What a transform is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mypy.nodes import Node

    from typedpromise.check.tree import TypedTree

    from .edits import Edits
    from .places import Left, Step


@dataclass(frozen=True, slots=True)
class Transform:
    """One kind of change, in two halves."""

    name: str
    # Is asked about every node.
    find: Callable[[Node, TypedTree], Iterator[Step | Left]]
    # Takes a step of its own; runs only when something is rewritten, so it may import LibCST.
    change: Callable[[Edits, Step], None]
    # Whether it looks at the program as the others have left it, again and again until nothing changes.
    late: bool = False
