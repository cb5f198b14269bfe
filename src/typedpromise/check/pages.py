"""The pages of the rules: the docstrings of the rule files, read without running them (they need mypy)."""

from __future__ import annotations

import ast
from difflib import get_close_matches
from pathlib import Path

from .cannot_run import CannotRun

_RULES = Path(__file__).parent / "rules"
# A word that is in more codes means none of them.
_MOST_MEANT = 3


def codes() -> list[str]:
    """Return the codes of all rules: the stem of each rule file, with hyphens."""
    return sorted(file.stem.replace("_", "-") for file in _RULES.glob("[a-z]*.py"))


def page(code: str) -> str:
    """Return the page of a rule, as Markdown."""
    if code not in codes():
        meant = [known for known in codes() if code in known] or get_close_matches(code, codes(), n=1)
        hint = f"did you mean {' or '.join(meant)}? " if 0 < len(meant) <= _MOST_MEANT else ""
        msg = f"no rule has the code {code!r}: {hint}the known codes are {', '.join(codes())}"
        raise CannotRun(msg)
    source = (_RULES / f"{code.replace('-', '_')}.py").read_text(encoding="utf-8")
    return ast.get_docstring(ast.parse(source)) or ""


def contents() -> list[str]:
    """Return a line for each rule: its code, and what it finds, as the first line of its page has it."""
    width = max(map(len, codes()))
    heads = {code: page(code).partition("\n")[0].partition(": ")[2].rstrip(".") for code in codes()}
    return [f"{code:<{width}}  {found}" for code, found in heads.items()]
