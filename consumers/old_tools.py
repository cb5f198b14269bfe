"""A plugin of pytest for the tests of `promise` 2.3, which were written for the Python and the pytest of 2019.

It puts back `asyncio.coroutine` (gone since Python 3.11), `strpath` of a traceback's paths (since pytest 8), and lets
a test return something that can be awaited, which it waits for. Loaded with both libraries alike.
"""

from __future__ import annotations

import asyncio
import inspect
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from _pytest._code.code import TracebackEntry


class _OldPath(type(Path())):  # type: ignore[misc] # the class for this system, known at run time only
    """A path with the name that `py.path` had for its text."""

    @property
    def strpath(self) -> str:
        return str(self)


def _coroutine(function: Callable[..., Any]) -> Callable[..., Any]:
    # An async function, for pytest refuses a test that yields.
    made = types.coroutine(function)

    async def called(*args: object, **options: object) -> object:
        if inspect.isgeneratorfunction(function):
            return await made(*args, **options)
        return function(*args, **options)

    called.__name__ = function.__name__
    return called


def pytest_configure() -> None:
    """Put the old names back."""
    asyncio.coroutine = _coroutine  # type: ignore[attr-defined] # gone since Python 3.11
    found: Any = TracebackEntry.path.fget  # type: ignore[attr-defined] # mypy sees what the property returns
    TracebackEntry.path = property(lambda entry: _OldPath(found(entry)))  # type: ignore[method-assign, assignment]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Wait for what a plain function returned."""
    function = pyfuncitem.obj
    if inspect.iscoroutinefunction(function):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    result = function(**{name: pyfuncitem.funcargs[name] for name in names})
    if hasattr(result, "get"):
        result.get()
    return True
