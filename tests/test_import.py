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


@pytest.mark.parametrize("module", ["typedpromise", "typedpromise.schedulers", "typedpromise.dataloader"])
def test_nothing_heavy_is_imported(module: str) -> None:
    """Neither typing nor asyncio, nor anything of the checker, comes with the library."""
    modules = imported_by(f"import {module}")

    assert "typedpromise._core.promise" in modules
    assert modules.isdisjoint(HEAVY)
    assert not any(name.startswith("typedpromise.check") for name in modules)


def test_the_loader_comes_when_it_is_asked_for() -> None:
    """`import typedpromise` does not bring `DataLoader`."""
    assert "typedpromise.dataloader" not in imported_by("import typedpromise")
