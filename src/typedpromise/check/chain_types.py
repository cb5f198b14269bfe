"""The types along each chain: what `typedpromise types` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.nodes import CallExpr, Expression

from .chain import links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .chain import Link
    from .tree import TypedTree

_WIDTH = 48


def chain_types(tree: TypedTree) -> Iterator[str]:
    """Yield a line for the start and for each link of every chain in a module."""
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
        yield _line(tree, start, start.line, source.text(start.line, start.column, start))
        for link in chain:
            yield _line(tree, link.call, *source.link(link))


def _line(tree: TypedTree, expression: Expression, number: int, text: str) -> str:
    shown = " ".join(text.split())
    if len(shown) > _WIDTH:
        shown = shown[: _WIDTH - 4] + "...)"
    return f"{tree.path}:{number}  {shown:<{_WIDTH}}  {tree.show_type(expression)}"


class _Source:
    """The text of a file, by mypy's positions: lines from 1, columns from 0, in bytes of UTF-8."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self._lines = file.read().splitlines(keepends=True)

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
