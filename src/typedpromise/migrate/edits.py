"""Edits of one text that may stand inside each other: each is given its node as the edits inside have left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from typedpromise._codemod.parsed import Parsed, Span

    # Any: what takes a Call is kept for a Call; it may put several statements in the place of one.
    _Edit: TypeAlias = Callable[[Any], cst.CSTNode | cst.FlattenSentinel[Any]]


class CannotEditError(Exception):
    """The code at a place has not the shape that the types have promised."""


class Edits:
    """The edits of one text.

    Attributes:
        parsed: The text, with the place of each node.
        names: What the new text uses of `typedpromise` that the old one may not import.

    """

    def __init__(self, parsed: Parsed) -> None:
        """Begin with none."""
        self.parsed = parsed
        self.names: set[str] = set()
        # How many edits there are.
        self.count: int = 0
        self._edits: dict[cst.CSTNode, list[_Edit]] = {}

    def at(self, span: Span) -> cst.BaseExpression:
        """Return the expression that stands at a place."""
        found = self.parsed.expression_at(span)
        if found is None:
            msg = f"no expression at line {span.line}"
            raise CannotEditError(msg)
        return found

    def call_at(self, span: Span) -> cst.Call:
        """Return the call that stands at a place."""
        found = self.at(span)
        if not isinstance(found, cst.Call):
            msg = f"no call at line {span.line}"
            raise CannotEditError(msg)
        return found

    def add(self, node: cst.CSTNode, edit: _Edit) -> None:
        """Take an edit of a node."""
        self.count += 1
        self._edits.setdefault(node, []).append(edit)

    def find(self, kind: type[cst.CSTNode]) -> list[cst.CSTNode]:
        """Return all nodes of a kind."""
        return self.parsed.of_kind(kind)

    @property
    def code(self) -> str:
        """The text after the edits."""
        if not self._edits:
            return self.parsed.module.code
        changed = self.parsed.module.visit(_Editing(self._edits, self.parsed.with_ancestors(self._edits)))
        return changed.code


class _Editing(cst.CSTTransformer):
    def __init__(self, edits: dict[cst.CSTNode, list[_Edit]], visited: set[cst.CSTNode]) -> None:
        super().__init__()
        self._edits = edits
        self._visited = visited

    def on_visit(self, node: cst.CSTNode) -> bool:
        return node in self._visited

    def on_leave(self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT) -> Any:  # Any: as LibCST has it
        changed: Any = updated_node
        for edit in self._edits.get(original_node, ()):
            changed = edit(changed)
        return changed
