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
_IMPORT = re.compile(r"^from typedpromise import (?:\([^)]*\)|[^\n]*)$", re.MULTILINE)


@dataclass(frozen=True)
class Promise23:
    """The package whose users we want to take along; nothing needs to be rewritten but the import."""

    name: str = "promise23"
    title: str = "promise 2.3"

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
    """Return `source` with the other package's import, and without the cases it cannot express."""
    lines = source.splitlines()
    for case in reversed(cases):
        if absent.reason(case) is not None:
            del lines[case.first_line - 1 : case.last_line]
    text = "\n".join(lines) + "\n"
    used = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    names = ", ".join(name for name in _COMMON if name in used)
    return _IMPORT.sub(f"from promise import {names}" if names else "", text)
