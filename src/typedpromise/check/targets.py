"""What an assignment writes: its targets, what each of them is assigned, and the names in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

if TYPE_CHECKING:
    from collections.abc import Iterator


def pairs(target: n.Expression, value: n.Expression) -> Iterator[tuple[n.Expression, n.Expression]]:
    """Yield the targets of an assignment, each with what it is assigned, or with all if that cannot be told apart."""
    match target, value:
        case (
            (n.TupleExpr(items=targets) | n.ListExpr(items=targets)),
            (n.TupleExpr(items=values) | n.ListExpr(items=values)),
        ) if len(targets) == len(values) and not any(isinstance(item, n.StarExpr) for item in [*targets, *values]):
            for one, its_value in zip(targets, values, strict=True):
                yield from pairs(one, its_value)
        case _:
            yield target, value


def names_in(target: n.Expression | None) -> Iterator[n.NameExpr]:
    """Yield the names that a target assigns: of a tuple, those in it."""
    match target:
        case n.NameExpr():
            yield target
        case n.TupleExpr(items=items) | n.ListExpr(items=items):
            for item in items:
                yield from names_in(item)
        case n.StarExpr(expr=starred):
            yield from names_in(starred)
        case _:
            return


def variables_in(target: n.Expression | None) -> Iterator[n.Var]:
    """Yield the variables that a target assigns by name."""
    return (name.node for name in names_in(target) if isinstance(name.node, n.Var))
