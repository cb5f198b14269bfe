"""Copies of mypy's types with some parts changed.

mypy's own `copy_modified` marks what is not given with values that pyright has no type for, so it is called here only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.types import Instance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mypy.nodes import ArgKind
    from mypy.types import CallableType, Type, TypedDictType, TypeVarId, TypeVarLikeType, TypeVarType


def with_args(instance: Instance, *args: Type) -> Instance:
    """Return the same class with other type arguments."""
    return Instance(instance.type, args, instance.line, instance.column)


def altered(  # noqa: PLR0913  # the parts of a signature
    signature: CallableType,
    *,
    arg_types: Sequence[Type] | None = None,
    arg_kinds: list[ArgKind] | None = None,
    arg_names: Sequence[str | None] | None = None,
    ret_type: Type | None = None,
    variables: Sequence[TypeVarLikeType] | None = None,
) -> CallableType:
    """Return the signature with what is given."""
    return signature.copy_modified(  # pyright: ignore[reportUnknownMemberType]
        arg_types=signature.arg_types if arg_types is None else arg_types,
        arg_kinds=signature.arg_kinds if arg_kinds is None else arg_kinds,
        arg_names=signature.arg_names if arg_names is None else arg_names,
        ret_type=signature.ret_type if ret_type is None else ret_type,
        variables=signature.variables if variables is None else variables,
    )


def as_function(signature: CallableType, ret_type: Type, fallback: Instance) -> CallableType:
    """Return a plain function with these parameters: no class, and no type guard."""
    return signature.copy_modified(  # pyright: ignore[reportUnknownMemberType]
        ret_type=ret_type, fallback=fallback, type_guard=None, type_is=None
    )


def renumbered(variable: TypeVarType, number: TypeVarId) -> TypeVarType:
    """Return another variable like this one."""
    return variable.copy_modified(id=number)  # pyright: ignore[reportUnknownMemberType]


def with_items(mapping: TypedDictType, items: list[Type]) -> TypedDictType:
    """Return a TypedDict without a name, with other types at the same keys."""
    return mapping.copy_modified(item_types=items, fallback=mapping.create_anonymous_fallback())
