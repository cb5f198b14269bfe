"""The modules of the core stand in layers, in the order that the package's docstring gives."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from typedpromise import _core

CORE = Path(str(_core.__file__)).parent


def listed() -> list[str]:
    """Return the modules in the order of the docstring."""
    return re.findall(r"`(\w+)`", str(_core.__doc__).partition("only those before it:")[2])


def imported_by(module: str) -> set[str]:
    """Return the core's modules that `module` imports at run time."""
    tree = ast.parse((CORE / f"{module}.py").read_text())
    return {
        name
        for statement in tree.body  # what only checkers import stands under an `if`
        if isinstance(statement, ast.ImportFrom) and statement.level == 1
        for name in ([statement.module] if statement.module else [alias.name for alias in statement.names])
    }


def test_every_module_is_listed() -> None:
    """The list names each module once, and no other."""
    assert sorted(listed()) == sorted(path.stem for path in CORE.glob("*.py") if path.stem != "__init__")


def test_a_module_imports_only_those_before_it() -> None:
    """No module imports one that stands after it, so there are no circles."""
    order = listed()
    too_late = {module: imported_by(module) & set(order[order.index(module) :]) for module in order}

    assert {module: names for module, names in too_late.items() if names} == {}
