"""What was answered before, by the full name that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_A = TypeVar("_A")


class Answers(dict[str, "_A | None"], Generic[_A]):
    """A dict that finds out what it has not, once: a name that is known costs a look into a dict and no call."""

    __slots__ = ("_find",)

    def __init__(self, find: Callable[[str], _A | None]) -> None:
        """Take the function that finds an answer."""
        super().__init__()
        self._find = find

    def __missing__(self, fullname: str) -> _A | None:
        """Find the answer, and keep it: None, too."""
        found = self[fullname] = self._find(fullname)
        return found
