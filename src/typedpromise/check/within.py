"""The parts of a type, each once: a type may contain itself, as `Tree = list["Tree"]` does.

What looks into the arguments or items of types asks here.
Unions alone need no such care: mypy refuses a union that is an item of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.types import get_proper_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mypy.types import ProperType, Type


def within(typ: Type | None, parts: Callable[[ProperType], Iterable[Type]]) -> Iterator[ProperType]:
    """Yield a type and what is inside it, the outer before the inner, and none twice.

    Args:
        typ: The type to look into; there is nothing in None.
        parts: Returns the types right inside one, as far as they matter.

    """
    seen: set[ProperType] = set()
    waiting: list[Type] = [] if typ is None else [typ]
    while waiting:
        proper = get_proper_type(waiting.pop())
        if proper not in seen:
            seen.add(proper)
            yield proper
            waiting += parts(proper)
