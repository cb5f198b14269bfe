"""A text with its LibCST tree and the place of each node."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import libcst as cst
from libcst.metadata import MetadataWrapper, ParentNodeProvider, PositionProvider

if TYPE_CHECKING:
    from collections.abc import Mapping


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
        self._parents = wrapper.resolve(ParentNodeProvider)
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

    def replaced(self, changes: Mapping[cst.CSTNode, cst.CSTNode]) -> str:
        """Return the text with some nodes in place of others; none may stand inside another."""
        changed = self.module.visit(_Replacing(changes))
        return changed.code


class _Replacing(cst.CSTTransformer):
    def __init__(self, changes: Mapping[cst.CSTNode, cst.CSTNode]) -> None:
        super().__init__()
        self._changes = changes

    def on_leave(self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT) -> cst.CSTNode:  # type: ignore[override]  # any node may stand for any
        return self._changes.get(original_node, updated_node)
