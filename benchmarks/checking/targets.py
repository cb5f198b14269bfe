"""What checking may cost, and what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .measure import Cost, Unit
from .programs import CHAIN, CHAINS, LISTS, NESTED, SPLIT, Shape

# A doubling of the size may cost a little more than the double: names get longer, and caches colder.
_LINEAR = 2.3
_LEVEL = 3.0
_DEEP_SECONDS = 0.5
_LISTS_SECONDS = 2.0
# Below this a difference of two runs says nothing.
_NOISE = 0.1


@dataclass(frozen=True)
class Verdict:
    """One target."""

    target: str
    measured: str
    # None where nothing was measured that could tell.
    is_met: bool | None


def verdicts(costs: Sequence[Cost]) -> Iterator[Verdict]:
    """Yield each target of the design with what these costs say about it."""
    for shape, what in ((CHAIN, "chain length"), (SPLIT, "chain length, in statements"), (CHAINS, "number of chains")):
        for checker in ("mypy", "mypy+plugin", "pyright", "pyrefly", "ty"):
            yield _linear(_row(costs, checker, shape), f"{checker} is linear in {what}")
    yield _levels(costs)
    yield _below(costs, ("mypy+plugin", NESTED, 6), _DEEP_SECONDS, "depth 6 with the plugin")
    for checker in ("mypy", "mypy+plugin"):
        yield _below(costs, (checker, LISTS, 500), _LISTS_SECONDS, f"500 `all([...])` in {checker}")


def steps(row: Sequence[Cost]) -> list[float]:
    """Return how much more each size costs than the one before, as a factor; what is too small to tell is left out."""
    above = [(cost.above, cost.unit) for cost in row]
    return [
        later / earlier
        for (earlier, unit), (later, _) in pairwise(above)
        if earlier is not None and later is not None and (unit != "s" or earlier > _NOISE) and earlier > 0
    ]


def _row(costs: Sequence[Cost], checker: str, shape: Shape, unit: Unit | None = None) -> list[Cost]:
    """Return the costs by size: in instructions, where they were counted."""
    found = [c for c in costs if (c.checker, c.module, c.shape) == (checker, "typedpromise", shape.name)]
    units: Sequence[Unit] = ("M instructions", "s") if unit is None else (unit,)
    return next((row for wanted in units if (row := [c for c in found if c.unit == wanted])), list[Cost]())


def _linear(row: Sequence[Cost], target: str) -> Verdict:
    factors = steps(row)
    target = f"{target}: at most x{_LINEAR} a doubling"
    if not factors:
        return Verdict(target, _why_not(row, f"less than {_NOISE} s, too little to tell"), None)
    return Verdict(target, _factors(row, factors), max(factors) <= _LINEAR)


def _levels(costs: Sequence[Cost]) -> Verdict:
    row = _row(costs, "mypy", NESTED)
    target = f"nested lambdas in mypy: at most x{_LEVEL:g} a level, to depth 6"
    if not steps(row):
        return Verdict(target, _why_not(row, "not measured"), None)
    return Verdict(target, _factors(row, steps(row)), max(steps(row)) <= _LEVEL)


def _below(costs: Sequence[Cost], place: tuple[str, Shape, int], limit: float, what: str) -> Verdict:
    checker, shape, size = place
    cost = next((c for c in _row(costs, checker, shape, "s") if c.size == size), None)
    target = f"{what}: below {limit:g} s above the base"
    if cost is None or cost.above is None:
        return Verdict(target, "not measured" if cost is None else str(cost.failure), None if cost is None else False)
    return Verdict(target, f"{cost.above:+.2f} s", cost.above < limit)


def _factors(row: Sequence[Cost], factors: Sequence[float]) -> str:
    sizes = [f"{cost.size}" for cost in row if cost.above is not None]
    unit = "in instructions" if row[0].unit != "s" else "in processor seconds"
    failed = "".join(f"; {cost.size}: {cost.failure}" for cost in row if cost.failure)
    shown = ", ".join(f"x{factor:.2f}" for factor in factors)
    return f"{shown} ({unit}, {sizes[-len(factors) - 1]} to {sizes[-1]}{failed})"


def _why_not(row: Sequence[Cost], otherwise: str) -> str:
    return next((f"{cost.size}: {cost.failure}" for cost in row if cost.failure), otherwise if row else "not measured")


def table(costs: Sequence[Cost]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    yield "| target | measured | |"
    yield "|---|---|---|"
    for verdict in verdicts(costs):
        met = "cannot tell" if verdict.is_met is None else "met" if verdict.is_met else "**not met**"
        yield f"| {verdict.target} | {verdict.measured} | {met} |"
