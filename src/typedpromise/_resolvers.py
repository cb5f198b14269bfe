"""`Resolvers`: a promise to be settled from outside, apart from the promise that others read."""

from __future__ import annotations

from ._core.making import CoreResolvers
from ._core.subscript import subscripted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import GenericAlias


class Resolvers(CoreResolvers):
    """A pending promise with the functions that settle it; the first call of either counts.

    Attributes:
        promise: The promise, to be handed out.

    Source: ECMAScript 2024 `Promise.withResolvers`.

    """

    __slots__ = ("__weakref__",)
    __module__ = "typedpromise"

    def __repr__(self) -> str:
        """Show the promise."""
        return f"<Resolvers of {self.promise!r}>"

    def __class_getitem__(cls, item: object) -> GenericAlias:
        """Return `Resolvers[item]`; the typed face is generic, the class is not."""
        return subscripted(cls, item)
