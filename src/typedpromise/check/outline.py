"""The nodes of a module in source order: what stands below a node is a stretch of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.nodes import ClassDef, FuncDef, LambdaExpr

from .nodes import LEAVES, children

if TYPE_CHECKING:
    from mypy.nodes import FuncItem, Node

# Nodes with code that runs later, or under names of its own.
_APART = frozenset({FuncDef, LambdaExpr, ClassDef})


class Outline:
    """A module that was walked once, for all who ask."""

    def __init__(self, root: Node) -> None:
        """Walk, without recursion: a chain of a thousand links does not exhaust the stack."""
        self.nodes: list[Node] = []
        # For each of them the outermost function it stands in.
        self.functions: list[FuncDef | None] = []
        self.parents: dict[Node, Node] = {}
        self._places: dict[Node, int] = {}
        self._ends: list[int] = []
        self._own: dict[FuncItem, list[Node]] = {}
        self._walk(root)

    def below(self, node: Node) -> list[Node] | None:
        """Return a node and all below it in source order, or None if it is not in this module."""
        place = self._places.get(node)
        return None if place is None else self.nodes[place : self._ends[place]]

    def own(self, function: FuncItem) -> list[Node] | None:
        """Return the nodes of a body, without those of the functions and classes inside it."""
        found = self._own.get(function)
        if found is None and (place := self._places.get(function.body)) is not None:
            found = self._own[function] = []
            end = self._ends[place]
            while place < end:
                node = self.nodes[place]
                found.append(node)
                place = self._ends[place] if type(node) in _APART else place + 1
        return found

    def _walk(self, root: Node) -> None:
        nodes, functions, ends = self.nodes, self.functions, self._ends
        function: FuncDef | None = None
        outermost = -1
        # A number says that the node at this place has no more below it.
        waiting: list[Node | int] = [root]
        while waiting:
            node = waiting.pop()
            place = len(nodes)
            if isinstance(node, int):
                ends[node] = place
                if node == outermost:
                    function, outermost = None, -1
                continue
            nodes.append(node)
            functions.append(function)
            ends.append(place + 1)
            self._places[node] = place
            # Most nodes are names and literals.
            if type(node) in LEAVES or not (below := children(node)):
                continue
            if function is None and isinstance(node, FuncDef):
                function, outermost = node, place
            self.parents.update(dict.fromkeys(below, node))
            waiting.append(place)
            waiting += below[::-1]
