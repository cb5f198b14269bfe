"""The pages of the rules: the docstrings of the rule files, read without running them (they need mypy)."""

from __future__ import annotations

import ast
from pathlib import Path

from .cannot_run import CannotRun

_RULES = Path(__file__).parent / "rules"


def codes() -> list[str]:
    """Return the codes of all rules: the stem of each rule file, with hyphens."""
    return sorted(file.stem.replace("_", "-") for file in _RULES.glob("[a-z]*.py"))


def page(code: str) -> str:
    """Return the page of a rule, as Markdown."""
    if code not in codes():
        msg = f"no rule has the code {code!r}: the known codes are {', '.join(codes())}"
        raise CannotRun(msg)
    source = (_RULES / f"{code.replace('-', '_')}.py").read_text(encoding="utf-8")
    return ast.get_docstring(ast.parse(source)) or ""
