"""`import typedpromise` stays small."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ["asyncio", "dataclasses", "functools", "inspect", "mypy", "threading", "typing", "typing_extensions"]


def imported_by(statement: str) -> set[str]:
    """Return the modules that are there after `statement`, in an interpreter of its own without site's hooks."""
    program = f"import sys; sys.path[:0] = {sys.path!r}; {statement}; print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=True)
    return set(printed.stdout.split())


@pytest.mark.parametrize("statement", ["import typedpromise", "import typedpromise.schedulers"])
def test_nothing_heavy_is_imported(statement: str) -> None:
    """Neither typing nor asyncio, nor anything of the checker, comes with the library."""
    modules = imported_by(statement)

    assert "typedpromise._core.promise" in modules
    assert modules.isdisjoint(HEAVY)
    assert not any(module.startswith("typedpromise.check") for module in modules)
