"""What transforms have to say about a place: a step that is sure, or a place that is left, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typedpromise._codemod.parsed import Span

if TYPE_CHECKING:
    from mypy.nodes import Node


@dataclass(frozen=True, slots=True)
class Step:
    """A change that a transform is sure of."""

    transform: str
    span: Span
    # What the change needs to know beside the place, such as a new name.
    details: tuple[str, ...] = ()
    # Other places that change with this one.
    others: tuple[Span, ...] = ()
    # Whether only `typedpromise` itself has what is written then; the step waits while the run stays on the drop-in.
    own: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """A place that is not rewritten, and keeps the run on the drop-in unless told otherwise."""

    span: Span
    what: str
    why: str
    write: str
    # Whether the drop-in serves the place; where it does not, promise 2.3 is still needed.
    served: bool = True

    def line(self, file: str) -> str:
        """Return it as a line of the report; people and editors count columns from 1."""
        return f"{file}:{self.span.line}:{self.span.column + 1}: left: {self.what}: {self.why}; {self.write}"


def span_of(node: Node) -> Span:
    """Return where a node of mypy's stands; columns may count bytes, see check/columns.py."""
    return Span(node.line, node.column, node.end_line or node.line, node.end_column or node.column)
