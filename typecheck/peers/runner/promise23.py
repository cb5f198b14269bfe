"""`promise` 2.3 from PyPI, with the types it ships: the cases as they stand, with its `Promise` in place of ours."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from ...harness.case import Case, read_cases
from ...harness.suite import case_files
from .absent import Absent
from .paths import TYPECHECK
from .peer import Run, absent_of
from .python import checker_versions, judged, laid_out

# What both packages have under one name.
_COMMON = ("Promise", "promisify")
# Any error is a refusal here, so that the exact codes of ours do not make its results stale.
_MARKER = re.compile(r"# E\[.*$", re.MULTILINE)
_IMPORT = re.compile(r"^from typedpromise import (?:\([^)]*\)|[^\n]*)$", re.MULTILINE)


@dataclass(frozen=True)
class Promise23:
    """The package whose users we want to take along; nothing needs to be rewritten but the import."""

    name: str = "promise23"
    title: str = "promise"

    def cases(self) -> Sequence[Case]:
        """Return our own cases, without those that use what it lacks."""
        absent = absent_of(self)
        cases = [case for path in case_files(TYPECHECK) for case in read_cases(path)]
        return [case for case in cases if absent.reason(case) is None]

    def sources(self) -> Sequence[tuple[str, str]]:
        """Return our own files as they read for it."""
        absent = absent_of(self)
        world = (TYPECHECK / "world.py").read_text(encoding="utf-8")
        topics = [
            (f"cases/{path.name}", adapted(path.read_text("utf-8"), read_cases(path), absent))
            for path in case_files(TYPECHECK)
        ]
        return [("world.py", adapted(world, [], absent)), *topics]

    def install(self) -> None:
        """Need nothing: it is part of the environment."""

    def run(self) -> Run:
        """Run the checkers over the adapted cases."""
        return Run(version("promise"), checker_versions(), judged(laid_out(self.name, self.sources())))


def adapted(source: str, cases: Sequence[Case], absent: Absent) -> str:
    """Return `source` with the other package's import, and without what it cannot express."""
    dropped = [(c.first_line, c.last_line) for c in cases if absent.reason(c) is not None]
    lines = source.splitlines()
    for first, last in sorted({*dropped, *_lacking(source)}, reverse=True):
        del lines[first - 1 : last]
    text = "\n".join(lines) + "\n"
    names = ", ".join(name for name in _COMMON if name in _used(ast.parse(text)))
    return _MARKER.sub("# E[error]", _IMPORT.sub(f"from promise import {names}" if names else "", text))


def _lacking(source: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of the world's functions and methods that are about what it lacks."""
    tree = ast.parse(source)
    ours = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "typedpromise"]
    lacked = {alias.name for node in ours for alias in node.names}.difference(_COMMON)
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
    functions = [n for body in bodies for n in body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    # By name, for an overload goes with the others.
    names = {function.name for function in functions if lacked & _used(function)}
    for function in (function for function in functions if function.name in names):
        first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
        yield first, function.end_lineno or function.lineno


def _used(node: ast.AST) -> set[str]:
    return {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
