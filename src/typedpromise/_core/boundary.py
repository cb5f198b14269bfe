"""Run code of the user's with the stack of its caller cut off.

An exception keeps its traceback, that keeps the handler's frame, and since CPython 3.11 a finished frame keeps
`f_back`: every frame of the caller with all its locals.
A rejected promise that keeps its reason would so keep the function that made it, and be kept by it: a cycle.
A generator that has been suspended or has ended has no `f_back`, so a generator between caller and handler cuts it
(tests/core/test_memory.py shows both halves).

This module stays interpreted when the core is compiled: compiled code has no frames, so it would cut nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator


def boundary() -> Generator[None, Callable[[], object], None]:
    """Return a generator that calls each function sent to it, and keeps neither function nor frame between two."""
    calls = _calls()
    next(calls)
    return calls


def _calls() -> Generator[None, Callable[[], object], None]:
    while True:
        function = yield
        function()
        del function


def call(function: Callable[..., object], *args: object, **kwargs: object) -> object:
    """Return `function(*args, **kwargs)`, run behind a boundary."""
    return next(_once(function, args, kwargs))


def _once(
    function: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]
) -> Generator[object, None, None]:
    yield function(*args, **kwargs)
