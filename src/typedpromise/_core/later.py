"""What many programs never call: imported when one does, and found here from then on.

A module costs its import a tenth of a millisecond, whether anybody calls it or not, and a look-up here costs each call
some 50 ns: what a chain needs, or an `await`, is imported at once.

The types tell of functions, not where they are.
The compiler would call those it knows directly, in modules that nobody has run.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping
    from contextvars import Context
    from typing import Any, TypeAlias

    from .cell import Cell
    from .reaction import Reaction

    _Join: TypeAlias = Callable[[tuple[object, ...]], Cell]
    # Any: functions of one argument or two, looked at by `joining`.
    _Function: TypeAlias = Callable[..., Any]

    # joining
    all_of: _Join
    all_settled: _Join
    first_fulfilled: _Join
    first_settled: _Join
    all_by_key: Callable[[Mapping[object, object]], Cell]
    mapped: Callable[[Iterable[object], _Function, object], Cell]
    filtered: Callable[[Iterable[object], _Function, object], Cell]
    gone_through: Callable[[Iterable[object], _Function], Cell]
    folded: Callable[[Iterable[object], _Function, object], Cell]
    # delays
    delayed: Callable[[Cell, object], Cell]
    limited: Callable[[Cell, object], Cell]
    # coroutines; the last argument is `adoption.resolve`
    coroutine_job: Callable[[Cell, Awaitable[object], Context, Callable[..., None]], Reaction]
    # attempts
    attempt: Callable[[Callable[..., object], tuple[object, ...], dict[str, object]], Cell]
else:
    _JOINING = frozenset(
        {
            "all_by_key",
            "all_of",
            "all_settled",
            "filtered",
            "first_fulfilled",
            "first_settled",
            "folded",
            "gone_through",
            "mapped",
        }
    )

    def __getattr__(name: str) -> object:
        # Statements, and no table of names: what packs programs into one file reads them.
        if name in _JOINING:
            from . import joining as home
        elif name in {"delayed", "limited"}:
            from . import delays as home
        elif name == "coroutine_job":
            from . import coroutines as home
        elif name == "attempt":
            from . import attempts as home
        else:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        found = globals()[name] = getattr(home, name)
        return found
