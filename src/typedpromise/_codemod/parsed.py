"""A text with its LibCST tree and the place of each node."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple, cast

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Kept texts are few, because a tree takes some 27 times the memory of its text (tracemalloc, on `_core/jobs.py`).
_MOST_CHARACTERS = 200_000


class CannotParseError(Exception):
    """LibCST cannot give the text back; the message says why."""


class Span(NamedTuple):
    """Where an expression stands, without parentheses around it: lines from 1, columns in characters from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


class Parsed:
    """A module that can be asked what stands where, and be given new nodes."""

    def __init__(self, text: str) -> None:
        """Parse a text.

        Raises:
            CannotParseError: LibCST does not know its syntax, or would not write it back as it was.

        """
        try:
            wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
        except cst.ParserSyntaxError as error:
            msg = f"LibCST cannot parse this file ({error.message})"
            raise CannotParseError(msg) from error
        self.module: cst.Module = wrapper.module
        if self.module.code != text:
            # Seen with a form feed or a lone \r at the edge of the file.
            msg = "LibCST would change other parts of this file too"
            raise CannotParseError(msg)
        self._places = wrapper.resolve(PositionProvider)
        self._parents = _parents(self.module)
        self._kinds: dict[type[cst.CSTNode], list[cst.CSTNode]] = {}
        self._functions: dict[tuple[str, int], cst.FunctionDef] | None = None
        self._expressions = {self.span(node): node for node in self._places if isinstance(node, cst.BaseExpression)}

    def span(self, node: cst.CSTNode) -> Span:
        """Return where a node of this module stands."""
        place = self._places[node]
        return Span(place.start.line, place.start.column, place.end.line, place.end.column)

    def expression_at(self, span: Span) -> cst.BaseExpression | None:
        """Return the expression that stands exactly there."""
        return self._expressions.get(span)

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """Return the node around a node of this module."""
        return self._parents.get(node)

    def of_kind(self, kind: type[cst.CSTNode]) -> list[cst.CSTNode]:
        """Return the nodes of a class that no other inherits from, in source order."""
        if kind not in self._kinds:
            self._kinds[kind] = sorted((node for node in self._places if type(node) is kind), key=self.span)
        return self._kinds[kind]

    def function_at(self, name: str, line: int) -> cst.FunctionDef | None:
        """Return the function whose name stands in a line."""
        if self._functions is None:
            self._functions = {}
            for node in self.of_kind(cst.FunctionDef):
                assert isinstance(node, cst.FunctionDef)
                self._functions.setdefault((node.name.value, self.span(node.name).line), node)
        return self._functions.get((name, line))

    def with_ancestors(self, nodes: Iterable[cst.CSTNode]) -> set[cst.CSTNode]:
        """Return the nodes and all that stand around them: a visitor that changes these needs to see no others."""
        found: set[cst.CSTNode] = set()
        for node in nodes:
            around: cst.CSTNode | None = node
            while around is not None and around not in found:
                found.add(around)
                around = self.parent(around)
        return found

    def replaced(self, changes: Mapping[cst.CSTNode, cst.CSTNode]) -> str:
        """Return the text with some nodes in place of others; none may stand inside another."""
        changed = self.module.visit(_Replacing(changes, self.with_ancestors(changes)))
        return changed.code


class Recent:
    """Texts that were parsed not long ago, with their trees: the same text is asked for many times in a row."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: OrderedDict[str, Parsed] = OrderedDict()

    def parsed(self, text: str) -> Parsed:
        """Return a text with its tree, which nobody may change.

        Raises:
            CannotParseError: As `Parsed` does.

        """
        if text not in self._kept:
            self._kept[text] = Parsed(text)
        self._kept.move_to_end(text)
        while len(self._kept) > 1 and sum(map(len, self._kept)) > _MOST_CHARACTERS:
            self._kept.popitem(last=False)
        return self._kept[text]


def _parents(module: cst.Module) -> dict[cst.CSTNode, cst.CSTNode]:
    """Return the node around each node; LibCST's own provider makes every node anew to visit its children."""
    parents: dict[cst.CSTNode, cst.CSTNode] = {}
    names: dict[type[cst.CSTNode], list[str]] = {}
    waiting: list[cst.CSTNode] = [module]
    while waiting:
        node = waiting.pop()
        kind = type(node)
        if kind not in names:
            names[kind] = [field.name for field in fields(kind)]
        for name in names[kind]:
            value: object = getattr(node, name)
            below = cast("Sequence[object]", value) if isinstance(value, (list, tuple)) else (value,)
            for child in below:
                if isinstance(child, cst.CSTNode):
                    parents[child] = node
                    waiting.append(child)
    return parents


class _Replacing(cst.CSTTransformer):
    def __init__(self, changes: Mapping[cst.CSTNode, cst.CSTNode], visited: set[cst.CSTNode]) -> None:
        super().__init__()
        self._changes = changes
        self._visited = visited

    def on_visit(self, node: cst.CSTNode) -> bool:
        return node in self._visited

    def on_leave(self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT) -> cst.CSTNode:  # type: ignore[override]  # any node may stand for any
        return self._changes.get(original_node, updated_node)
