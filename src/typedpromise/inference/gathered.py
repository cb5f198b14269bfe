"""What a join was given, by the types of its items, and the promise that it makes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from mypy.nodes import ListExpr, SetExpr
from mypy.types import Instance, TupleType, UnionType, UnpackType, get_proper_type

from .altered import with_args
from .awaited import awaited, union_of
from .names import FULFILLED
from .types_of import item_type, types_of

if TYPE_CHECKING:
    from mypy.nodes import Expression
    from mypy.plugin import CheckerPluginInterface
    from mypy.types import Type

# The joins that keep every value; the others give one of them at a time.
_COLLECTING = frozenset({"all", "all_settled"})


class Shape(Enum):
    """What holds the values."""

    EACH = "a tuple with a type for each"
    TUPLE = "a tuple of any length"
    LIST = "a list"


@dataclass(frozen=True)
class Gathered:
    """The types of what is joined, before anything is waited for."""

    types: list[Type]
    shape: Shape

    @staticmethod
    def from_iterable(given: Type, written: Expression, api: CheckerPluginInterface) -> Gathered | None:
        """Return the items of one iterable, if it is one."""
        proper = get_proper_type(given)
        if isinstance(proper, TupleType) and not any(isinstance(item, UnpackType) for item in proper.items):
            return Gathered(proper.items, Shape.EACH)
        if isinstance(written, ListExpr | SetExpr):
            # Item by item: the type of the list is already their join.
            types = types_of(written.items, api)
            return None if types is None else Gathered(types, Shape.LIST)
        item = item_type(given)
        is_tuple = isinstance(proper, TupleType) or (
            isinstance(proper, Instance) and proper.type.has_base("builtins.tuple")
        )
        return None if item is None else Gathered([item], Shape.TUPLE if is_tuple else Shape.LIST)

    def listed(self) -> Gathered:
        """Return the same, for a join that gives a list whatever it is given."""
        return replace(self, shape=Shape.LIST)

    def promise(self, method: str, template: Type, api: CheckerPluginInterface) -> Type:
        """Return what the method returns; the template is what mypy thinks it does."""
        promise = get_proper_type(template)
        if not isinstance(promise, Instance) or len(promise.args) != 1:
            return template
        if method not in _COLLECTING:
            return with_args(promise, union_of(self.types))
        outcome = _outcome(promise.args[0]) if method == "all_settled" else None
        if method == "all_settled" and outcome is None:
            return template
        return with_args(promise, self._held(outcome, api))

    def _held(self, outcome: UnionType | None, api: CheckerPluginInterface) -> Type:
        if self.shape is Shape.EACH:
            fallback = api.named_generic_type("builtins.tuple", [api.named_generic_type("builtins.object", [])])
            return TupleType([_settled(awaited(typ), outcome) for typ in self.types], fallback)
        name = "builtins.tuple" if self.shape is Shape.TUPLE else "builtins.list"
        return api.named_generic_type(name, [_settled(union_of(self.types), outcome)])


def _outcome(held: Type) -> UnionType | None:
    """Return `Fulfilled[X] | Rejected` from what a promise of outcomes holds."""
    proper = get_proper_type(held)
    inside = proper.items if isinstance(proper, TupleType) else proper.args if isinstance(proper, Instance) else ()
    outcome = get_proper_type(inside[0]) if inside else None
    return outcome if isinstance(outcome, UnionType) else None


def _settled(value: Type, outcome: UnionType | None) -> Type:
    """Return the outcome with this value, or just the value where values are collected."""
    if outcome is None:
        return value
    return UnionType([_with_value(get_proper_type(item), value) for item in outcome.items])


def _with_value(item: Type, value: Type) -> Type:
    if isinstance(item, Instance) and item.type.fullname == FULFILLED:
        return with_args(item, value)
    return item
