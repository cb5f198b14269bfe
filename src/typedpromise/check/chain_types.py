"""The types along each chain: what `typedpromise types` prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mypy.nodes import CallExpr, Expression

from .chain import links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .chain import Link
    from .tree import TypedTree

_WIDTH = 48


def chain_types(tree: TypedTree) -> Iterator[str]:
    """Yield a line for the start and for each link of every chain in a module, in columns."""
    rows = list(_rows(tree))
    places = max((len(place) for place, _, _ in rows), default=0)
    texts = max((len(text) for _, text, _ in rows), default=0)
    for place, text, typ in rows:
        yield f"{place:<{places}}  {text:<{texts}}  {typ}"


def _rows(tree: TypedTree) -> Iterator[tuple[str, str, str]]:
    source = _Source(tree.path)
    inner: set[Expression] = set()
    for node, _ in tree.walk():
        if not isinstance(node, CallExpr) or node in inner:
            continue
        chain = list(links(node, tree))[::-1]
        if not chain:
            continue
        # The walk meets the longest chain first; its beginnings are no chains of their own.
        inner.update(link.call for link in chain)
        start = chain[0].receiver
        yield _row(tree, start, start.line, source.text(start.line, start.column, start))
        for link in chain:
            yield _row(tree, link.call, *source.link(link))


def _row(tree: TypedTree, expression: Expression, number: int, text: str) -> tuple[str, str, str]:
    shown = " ".join(text.split())
    if len(shown) > _WIDTH:
        shown = shown[: _WIDTH - 4] + "...)"
    return f"{tree.path}:{number}", shown, tree.show_type(expression)


class _Source:
    """The text of a file, by mypy's positions: lines from 1, columns from 0, in bytes of UTF-8."""

    def __init__(self, path: str) -> None:
        self._lines = Path(path).read_bytes().splitlines(keepends=True)

    def text(self, line: int, column: int, until: Expression) -> str:
        """Return what stands from a position to the end of an expression."""
        end_line, end_column = until.end_line or line, until.end_column or column
        lines = self._lines[line - 1 : end_line]
        lines[-1] = lines[-1][:end_column]
        lines[0] = lines[0][column:]
        return b"".join(lines).decode(errors="replace")

    def link(self, link: Link) -> tuple[int, str]:
        """Return the line of a link's name, and the link's own text with the arguments."""
        before = link.receiver
        line, column = before.end_line or before.line, before.end_column or before.column
        text = self.text(line, column, link.call)
        # A closing parenthesis around the receiver, and the break before the dot, are not the link's.
        skipped = text.index(f".{link.method}") if f".{link.method}" in text else 0
        return line + text[:skipped].count("\n"), text[skipped:]
