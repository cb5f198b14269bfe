"""`Promise[int]` at run time, for classes that are generic only in their typed face.

A native class with a `Generic` base crashes on weak references when compiled (mypyc#1102).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import GenericAlias
    from typing import Any


def subscripted(cls: type, item: object) -> GenericAlias:
    """Return `cls[item]`: it can be called as `cls` is, and serves in annotations and as a base class."""
    alias: GenericAlias = ALIAS(cls, item)
    return alias


# What `types.GenericAlias` is, without importing `types`.
ALIAS: Any = type(list[int])  # Any: checkers take it for a list
