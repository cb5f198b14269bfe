"""How an outcome is written: one format a file, each a function from an outcome to its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import github, json_lines, sarif, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from typedpromise.check.outcome import Outcome

FORMATS: dict[str, Callable[[Outcome], Iterator[str]]] = {
    "text": text.lines,
    "json": json_lines.lines,
    "sarif": sarif.lines,
    "github": github.lines,
}
