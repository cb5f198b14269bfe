"""`Promise` and `promisify`, as users see them; the machine is in `_core`, the types are in `stubs/`."""

from __future__ import annotations

from ._core import later
from ._core.awaiting import suspended
from ._core.cell import Cell, set_public_class
from ._core.promise import CorePromise
from ._core.subscript import subscripted
from ._resolvers import Resolvers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import GenericAlias
    from typing import Any

    from ._completions import Completions


class Promise(CorePromise):
    """A value that is there already, comes later, or never comes, for a reason.

    Thin and interpreted, around a core that can be compiled: here are weak references and subclasses.
    """

    __slots__ = ("__weakref__",)
    __module__ = "typedpromise"

    # Any: keywords of a class statement, for the other bases.
    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Look after a subclass with an `__init__` of its own, which may forget ours."""
        super().__init_subclass__(**kwargs)
        own = vars(cls)
        if "__init__" in own and "__new__" not in own:
            from ._subclasses import expect_init

            expect_init(cls)

    @classmethod
    def with_resolvers(cls) -> Resolvers:
        """Return a pending promise and the functions that settle it.

        Source: ECMAScript 2024 `Promise.withResolvers`.
        """
        return Resolvers()

    @staticmethod
    def try_(fn: Callable[..., object], /, *args: object, **kwargs: object) -> Cell:
        """Call `fn(*args, **kwargs)` at once and return a promise of what it returns or raises.

        Args:
            fn: A function, plain, async or promise-returning.
            *args: Its arguments.
            **kwargs: Its keyword arguments.

        Raises:
            TypeError: `fn` cannot be called.

        Source: ECMAScript 2025 `Promise.try`.

        """
        if not callable(fn):
            msg = f"try_() takes a function and its arguments, not {fn!r}: pass the function itself, uncalled"
            raise TypeError(msg)
        return later.attempt(fn, args, kwargs)

    @staticmethod
    def as_completed(*promises: object) -> Completions:
        """Return an iterator of the promises in the order in which they settle.

        Args:
            *promises: As in `all`.

        Returns:
            An iterator for `async for`, and for `for` where no event loop is running.

        Raises:
            TypeError: As `all`.

        Source: `asyncio.as_completed` and `concurrent.futures.as_completed`.

        """
        from ._completions import Completions

        return Completions(*promises)

    def __class_getitem__(cls, item: object) -> GenericAlias:
        """Return `Promise[item]`; the typed face is generic, the class is not (mypyc#1102)."""
        return subscripted(cls, item)


if hasattr(suspended, "__code__"):
    # Interpreted, the method that chooses among the generators is a call more than the generator for all cases.
    Promise.__await__ = suspended  # type: ignore[assignment] # it is called with the promise
else:
    from ._core import allocation as allocation  # noqa: PLC0414 - for what it does

set_public_class(Promise)

_COPIED = ("__module__", "__name__", "__qualname__", "__doc__")


def promisify(fn: Callable[..., object], /) -> Callable[..., Cell]:
    """Return a function that calls `fn` at once and returns a promise of what that returns or raises.

    Args:
        fn: A function, plain, async or promise-returning; also as a decorator, of functions and methods.

    Raises:
        TypeError: `fn` cannot be called.

    Threads and loops: as `Promise.try_`.
    Source: `promise` 2.3.

    """
    if not callable(fn):
        msg = f"promisify() takes a function, not {fn!r}: pass the function itself, uncalled"
        raise TypeError(msg)

    def promisified(*args: object, **kwargs: object) -> Cell:
        return later.attempt(fn, args, kwargs)

    # What functools.wraps does, without importing functools.
    for name in _COPIED:
        if hasattr(fn, name):
            setattr(promisified, name, getattr(fn, name))
    promisified.__dict__.update(getattr(fn, "__dict__", {}))
    promisified.__wrapped__ = fn  # type: ignore[attr-defined] # as functools.wraps
    return promisified
