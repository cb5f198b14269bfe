"""Takes overloads out of the running.

mypy tries every overload that fits the number of arguments, and a lambda's body is checked for each:
nested lambdas cost that number to the power of their depth.
A hook cannot remove an overload, but it can give it a parameter that no call has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.nodes import ARG_NAMED
from mypy.types import AnyType, TypeOfAny

from .altered import altered

if TYPE_CHECKING:
    from mypy.types import CallableType

# What a reader sees of all of them, once, in mypy's list of possible overload variants.
_PARAMETER = "other_forms"


def pruned(signature: CallableType) -> CallableType:
    """Return a signature that no call fits."""
    return altered(
        signature,
        arg_types=[AnyType(TypeOfAny.special_form)],
        arg_kinds=[ARG_NAMED],
        arg_names=[_PARAMETER],
        ret_type=AnyType(TypeOfAny.special_form),
        variables=[],
    )


def is_pruned(signature: CallableType) -> bool:
    """Return whether this came from `pruned`."""
    return signature.arg_names == [_PARAMETER]
