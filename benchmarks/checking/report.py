"""The costs as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .checkers import CHECKERS
from .measure import MODULES, Cost, Unit
from .programs import SHAPES, Shape
from .targets import steps, table

BEGIN = "<!-- costs: written by `make bench-checking` -->"
END = "<!-- /costs -->"


def inserted(page: str, costs: Sequence[Cost], circumstances: str) -> str:
    """Return `page` with the tables between its two marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    targets = ["### Targets", "", circumstances, "", *table(costs), ""]
    return "\n".join([before + BEGIN, "", *targets, *_lines(costs), END + after])


def _lines(costs: Sequence[Cost]) -> Iterator[str]:
    for unit, title in (("s", ""), ("M instructions", ", in instructions")):
        for shape in SHAPES:
            counted = sorted({cost.size for cost in costs if cost.shape == shape.name and cost.unit == unit})
            rows = [row for module in MODULES for row in _rows(shape, module, costs, unit, counted)]
            if rows:
                sizes = " | ".join(str(size) for size in counted)
                yield f"### {shape.name}{title}"
                yield ""
                yield f"| checker | types | {sizes} | {shape.step} |"
                yield "|---|---|" + "---|" * len(counted) + "---|"
                yield from rows
                yield ""


def _rows(shape: Shape, module: str, costs: Sequence[Cost], unit: str, sizes: Sequence[int]) -> Iterator[str]:
    for checker in CHECKERS:
        place = (checker.name, module, shape.name, unit)
        row = [c for c in costs if (c.checker, c.module, c.shape, c.unit) == place]
        if row:
            by_size = {cost.size: _cell(cost) for cost in row}
            cells = [by_size.get(size, "-") for size in sizes]
            yield f"| {checker.name} | {module} | {' | '.join(cells)} | {_growth(row)} |"


def _cell(cost: Cost) -> str:
    if cost.above is None:
        return f"failed: {cost.failure}"
    unit: Unit = cost.unit
    above = f"{cost.above:+.2f} s" if unit == "s" else f"{cost.above:+,.0f} M"
    return f"{above} (x{cost.amount / cost.base:.1f})"


def _growth(row: Sequence[Cost]) -> str:
    """Return how much the last step multiplies what the chains cost."""
    factors = steps(row)
    return f"x{factors[-1]:.1f}" if factors else ""
