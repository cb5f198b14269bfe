"""The costs as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .checkers import CHECKERS, LIMIT
from .measure import MODULES, Cost
from .programs import SHAPES, Shape

BEGIN = "<!-- costs: written by `make bench-checking` -->"
END = "<!-- /costs -->"


def inserted(page: str, costs: Sequence[Cost]) -> str:
    """Return `page` with the tables between its two marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return "\n".join([before + BEGIN, "", *_lines(costs), END + after])


def _lines(costs: Sequence[Cost]) -> Iterator[str]:
    for shape in SHAPES:
        rows = [row for module in MODULES for row in _rows(shape, module, costs)]
        if rows:
            sizes = " | ".join(str(size) for size in shape.sizes)
            yield f"### {shape.name}"
            yield ""
            yield f"| checker | types | {sizes} | {'a level' if shape.name.startswith('nested') else 'a doubling'} |"
            yield "|---|---|" + "---|" * len(shape.sizes) + "---|"
            yield from rows
            yield ""


def _rows(shape: Shape, module: str, costs: Sequence[Cost]) -> Iterator[str]:
    for checker in CHECKERS:
        row = [c for c in costs if (c.checker, c.module, c.shape) == (checker.name, module, shape.name)]
        if row:
            cells = [_cell(c) for c in row] + ["-"] * (len(shape.sizes) - len(row))
            yield f"| {checker.name} | {module} | {' | '.join(cells)} | {_growth(row)} |"


def _cell(cost: Cost) -> str:
    if cost.seconds is None or cost.above is None:
        return f"over {LIMIT} s"
    return f"{cost.above:+.2f} s (x{cost.seconds / cost.base:.1f})"


def _growth(row: Sequence[Cost]) -> str:
    """Return how much the last step multiplies what the chains cost; what is too small to tell is left out."""
    known = [c.above for c in row if c.above is not None and c.above > 0.1]  # noqa: PLR2004  # the noise of a run
    return f"x{known[-1] / known[-2]:.1f}" if len(known) > 1 else ""
