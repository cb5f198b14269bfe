"""What the code of a row comes to, as the pages write it: a value, or what it raises."""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
import runpy
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

WORLDS = Path(__file__).parent / "worlds"
SECONDS = 5  # more than any row takes; a row that hangs fails


def of_value(value: object) -> str:
    """Return how a page writes a value."""
    return f"`{value!r}`"


def of_error(error: BaseException) -> str:
    """Return how a page writes an error in full."""
    return f"raises `{error!r}`"


def is_as_stated(outcome: str, stated: str) -> bool:
    """Whether an outcome is the one that a page states: an error may be stated by its class alone."""
    by_class = re.fullmatch(r"raises `(\w+)`", stated)
    return outcome == stated or (by_class is not None and re.match(rf"raises `{by_class[1]}\b", outcome) is not None)


def world(name: str, imports: str = "") -> dict[str, Any]:
    """Return the names that a row may use, made afresh."""
    names = runpy.run_path(str(WORLDS / f"{name}.py"))
    exec(imports, names)  # noqa: S102 - the page's own
    return names


def evaluate(code: str, names: dict[str, Any]) -> Any:
    """Run the lines of a cell and return the value of the last; a coroutine, where they hold an `await`."""
    tree = ast.parse(code)
    last = tree.body[-1]
    assert isinstance(last, ast.Expr), f"the last line of a cell is an expression, not {code.splitlines()[-1]}"
    tree.body[-1] = ast.copy_location(ast.Assign([ast.Name("_", ast.Store())], last.value), last)
    compiled = compile(
        ast.fix_missing_locations(tree), "<row>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True
    )
    running = eval(compiled, names)  # noqa: S307 - the page's own code
    return _last_of(running, names) if inspect.iscoroutine(running) else names["_"]


async def _last_of(running: Awaitable[object], names: dict[str, Any]) -> Any:
    await running
    return names["_"]


def without_a_loop(code: str, library: str, imports: str = "") -> str:
    """Return what the code comes to in a thread that runs no event loop."""
    try:
        value = evaluate(code, world(library, imports))
        get: Callable[[float], object] | None = getattr(value, "get" if library == "typedpromise" else "result", None)
        if get is not None and not isinstance(value, dict):
            value = get(SECONDS)
    except Exception as error:  # noqa: BLE001 - what the row comes to
        return of_error(error)
    return of_value(value)


def in_asyncio(code: str, library: str, imports: str = "") -> str:
    """Return what the code comes to in a coroutine."""

    async def main() -> str:
        try:
            async with asyncio.timeout(SECONDS):
                value = evaluate(code, world(library, imports))
                while inspect.isawaitable(value):
                    value = await value
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - what the row comes to
            return of_error(error)
        return of_value(value)

    return asyncio.run(main())
