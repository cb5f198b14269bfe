"""What counts as a promise, and what holds several: the one place that knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.types import Instance, TupleType, TypeVarType, UnionType, get_proper_type

if TYPE_CHECKING:
    from collections.abc import Collection

    from mypy.types import Type

# Collections that keep what they are given; a dict keeps it in its values.
# A function that returns one of these with promises in it hands over as many promises.
_COLLECTIONS = frozenset(
    {
        "builtins.dict",
        "builtins.frozenset",
        "builtins.list",
        "builtins.set",
        "builtins.tuple",
        "collections.deque",
        "typing.Collection",
        "typing.Mapping",
        "typing.MutableMapping",
        "typing.MutableSequence",
        "typing.Sequence",
    }
)

# Iterables that make their items only when somebody asks for them.
_LAZY = frozenset({"builtins.filter", "builtins.map", "typing.Generator", "typing.Iterator"})


class PromiseTypes:
    """Tells which types are promises: the named classes and whatever inherits from them."""

    def __init__(self, fullnames: Collection[str]) -> None:
        """Take the classes by their full names, as mypy knows them."""
        self.fullnames: frozenset[str] = frozenset(fullnames)
        self.modules: frozenset[str] = frozenset(name.rpartition(".")[0] for name in self.fullnames)

    def may_occur(self, modules: Collection[str]) -> bool:
        """Return whether a program of these modules can hold a promise at all."""
        # Few names in many, so not `isdisjoint`, which goes through the many.
        return any(module in modules for module in self.modules)

    def is_promise(self, typ: Type | None) -> bool:
        """Return whether a value of this type is, or may be, a promise."""
        if typ is None:
            return False
        match get_proper_type(typ):
            case Instance(type=info):
                return any(base.fullname in self.fullnames for base in info.mro)
            case UnionType(items=items):
                return any(self.is_promise(item) for item in items)
            case TypeVarType(values=values, upper_bound=bound):
                return any(self.is_promise(value) for value in values) or self.is_promise(bound)
            case _:
                return False

    def is_optional(self, typ: Type | None) -> bool:
        """Return whether a value of this type is a promise at some times and something else at others."""
        proper = None if typ is None else get_proper_type(typ)
        return isinstance(proper, UnionType) and not all(self.is_promise(item) for item in proper.items)

    def are_kept(self, typ: Type | None) -> bool:
        """Return whether this is a collection of promises that have been made."""
        match None if typ is None else get_proper_type(typ):
            case TupleType(items=items):
                return any(self.is_promise(item) for item in items)
            case Instance(type=info, args=[*_, last]) if info.fullname in _COLLECTIONS:
                return self.is_promise(last)
            case _:
                return False

    def are_made_lazily(self, typ: Type | None) -> bool:
        """Return whether this is an iterable that makes its promises only while it is iterated."""
        match None if typ is None else get_proper_type(typ):
            case Instance(type=info, args=[first, *_]) if info.fullname in _LAZY:
                return self.is_promise(first)
            case _:
                return False
