"""`import typedpromise` stays small."""

from __future__ import annotations

import pickle
import pydoc
import subprocess
import sys

import pytest

import typedpromise

# What a chain and an `await` need; a module more is a tenth of a millisecond more for every program.
OWN = [
    "errors",
    "_promise",
    "_resolvers",
    "_core",
    "_core.adoption",
    "_core.awaiting",
    "_core.boundary",
    "_core.cell",
    "_core.chains",
    "_core.chaining",
    "_core.checks",
    "_core.combining",
    "_core.draining",
    "_core.failures",
    "_core.futures",
    "_core.handlers",
    "_core.inspection",
    "_core.jobs",
    "_core.later",
    "_core.loops",
    "_core.making",
    "_core.native",
    "_core.origins",
    "_core.outcomes",
    "_core.promise",
    "_core.reaction",
    "_core.settlement",
    "_core.shown",
    "_core.states",
    "_core.subscript",
    "_core.triggers",
    "_core.unhandled",
    "_core.waiting",
]
STANDARD = {"__future__", "_collections", "_contextvars", "_thread", "atexit", "time"}
# What the compiler's own part imports.
COMPILED = {"importlib", "importlib._bootstrap", "importlib._bootstrap_external", "importlib.machinery", "warnings"}
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


def test_the_modules_are_counted() -> None:
    """`import typedpromise` loads just the modules listed here, its own and the standard library's."""
    loaded = imported_by("import typedpromise") - imported_by("import os")
    standard = {name for name in loaded if not name.startswith("typedpromise")}
    own = loaded - standard - {"typedpromise__mypyc"}
    listed = {"typedpromise", *(f"typedpromise.{name}" for name in OWN)}
    if typedpromise.compiled:
        listed.add("typedpromise._core.allocation")
    lesson = (
        "if every program needs the new ones, list them above; "
        "if many do not, import them on use, by _core/later.py or __getattr__ in __init__.py; "
        "for a name out of a big module look for a small one that has it, as native.py does for deque"
    )

    assert own == listed, f"too much: {sorted(own - listed)}, no longer: {sorted(listed - own)}: {lesson}"
    assert standard <= STANDARD | (COMPILED if typedpromise.compiled else set()), f"{sorted(standard)}: {lesson}"


LATER = {
    "Completions": "typedpromise._completions",
    "Fulfilled": "typedpromise._outcomes",
    "Rejected": "typedpromise._outcomes",
    "Settled": "typedpromise._outcomes",
    "compiled": "typedpromise._core.attempts",
}


@pytest.mark.parametrize(("name", "module"), LATER.items())
def test_names_that_come_on_use(name: str, module: str) -> None:
    """What `typedpromise` imports on use is there by both ways of naming it."""
    assert module not in imported_by("import typedpromise")
    assert module in imported_by(f"import typedpromise; typedpromise.{name}")
    assert module in imported_by(f"from typedpromise import {name}")


def test_every_public_name_is_seen() -> None:
    """`dir()`, a star, and `help()` know the names that nobody has asked for."""
    public = set(typedpromise.__all__)

    assert public <= set(dir(typedpromise))
    assert set(LATER.values()) <= imported_by("from typedpromise import *")
    assert "class Completions" in pydoc.plain(pydoc.render_doc(typedpromise))


@pytest.mark.parametrize(
    "thing", [typedpromise.Fulfilled(1), typedpromise.Rejected(KeyError("k")), typedpromise.Completions]
)
def test_what_comes_on_use_is_pickled(thing: object) -> None:
    """An outcome, or a class, is read in a process that has not named it before."""
    module = "typedpromise._completions" if thing is typedpromise.Completions else "typedpromise._core.outcomes"

    assert module in imported_by(f"import pickle; pickle.loads({pickle.dumps(thing)!r})")
