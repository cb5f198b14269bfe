"""Handlers as 2.3 takes them: what they return is adopted as 2.3 did, and several may be written as pairs or dicts."""

from __future__ import annotations

from functools import partial

from typedpromise._core.adoption import PLAIN
from typedpromise._core.checks import handler_or_none

from ._thenables import admitted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def handler_of(handler: Any, method: str, argument: str) -> object:  # Any: whatever the program gives
    """Return what the core is to call in place of a handler, or None where there is none.

    Args:
        handler: The handler, or what the program gave for one.
        method: Whose argument it is, for the warning of what cannot be called.
        argument: The argument's name.

    """
    if callable(handler):
        return partial(_handled, handler)
    return handler_or_none(handler, method, argument)


def pair_of(handler: Any) -> tuple[Any, Any]:  # Any: as above
    """Return both handlers of a function, a pair, or a dict with "success" and "failure"."""
    if issubclass(type(handler), tuple):
        did_fulfill, did_reject = handler
        return did_fulfill, did_reject
    if issubclass(type(handler), dict):
        return handler.get("success"), handler.get("failure")
    return handler, None


def _handled(handler: Callable[[object], object], value: object) -> object:
    """Return what the core is to resolve a promise with, after `handler(value)`."""
    result = handler(value)
    return result if type(result) in PLAIN else admitted(result)
