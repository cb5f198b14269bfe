"""What a JS value is in Python: a primitive by value, an object by identity, a thrown value as one exception class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from .bridge import Bridge


class JSNull:
    """JS `null`; `undefined` is Python's None, because a missing argument is one and a missing handler the other."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "null"


NULL: Final = JSNull()


class JSObject:
    """An opaque handle: the same JS object is always the same handle, and only its `then` can be read."""

    __slots__ = ("_bridge", "number")

    def __init__(self, bridge: Bridge, number: int) -> None:
        self._bridge = bridge
        self.number = number

    @property
    def then(self) -> object:
        """One read is one JS [[Get]], uncached: clause 2.3.3.1 counts them, and a getter may throw (2.3.3.2)."""
        then = self._bridge.get_then(self)
        if then is None:
            msg = "the JS object has no `then`"
            raise AttributeError(msg)
        return JSThen(self._bridge, self, then) if isinstance(then, JSFunction) else then

    def __repr__(self) -> str:
        return f"<JS object {self.number}>"


class JSFunction(JSObject):
    """A JS function; being an object too, it is a thenable when it has a callable `then`."""

    __slots__ = ()

    def __call__(self, *arguments: object) -> object:
        # Clause 2.2.5: handlers are called with no `this`.
        return self._bridge.call(self, None, *arguments)

    def __repr__(self) -> str:
        return f"<JS function {self.number}>"


class JSThen:
    """The function read from `x.then`, bound to `x` as Python's methods are (clause 2.3.3.3)."""

    __slots__ = ("_bridge", "_function", "_owner")

    def __init__(self, bridge: Bridge, owner: JSObject, function: JSFunction) -> None:
        self._bridge = bridge
        self._owner = owner
        self._function = function

    def __call__(self, resolve: Callable[[object], object], reject: Callable[[Exception], object]) -> object:
        return self._bridge.call(self._function, self._owner, resolve, lambda reason: reject(as_exception(reason)))


class JSReason(Exception):  # noqa: N818 - what JS throws need not be an error
    """A JS value as a rejection reason: JS may throw anything, Python only exceptions."""

    def __init__(self, value: object) -> None:
        super().__init__(value)
        self.value = value


def as_exception(reason: object) -> Exception:
    """Return the exception that stands for a JS reason; an exception that had gone to JS comes back as itself."""
    return reason if isinstance(reason, Exception) else JSReason(reason)
