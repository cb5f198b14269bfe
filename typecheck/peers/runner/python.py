"""What the peers written in Python have in common: a project is laid out, and mypy and pyright judge it as they do ours."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from ...harness.case import Case, Refusal, read_cases
from ...harness.checkers.base import Checker, Workplace
from ...harness.checkers.mypy import Mypy
from ...harness.checkers.pyright import Pyright
from ...harness.verdict import Outcome, judge, strays
from .paths import BUILD, TYPECHECK
from .peer import Verdicts

_CHECKERS: tuple[Checker, ...] = (Mypy(), Pyright())


def laid_out(name: str, files: Sequence[tuple[str, str]]) -> Workplace:
    """Write a project that looks as `typecheck/` does: `world.py`, and the cases in `cases/`."""
    home = BUILD / name
    project = home / "project"
    shutil.rmtree(project, ignore_errors=True)
    for relative, text in [("__init__.py", ""), ("cases/__init__.py", ""), *files]:
        path = project / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copy(TYPECHECK / "pyrightconfig.json", project)
    (home / "cache").mkdir(exist_ok=True)
    return Workplace(project, home / "site", home / "cache")


def cases_in(folder: Path) -> list[Case]:
    """Return the cases of `folder`; a refusal is met by any error, for a peer has errors of its own."""
    files = sorted(p for p in folder.glob("*.py") if p.name != "__init__.py")
    return [_any_error(case) for path in files for case in read_cases(path)]


def _any_error(case: Case) -> Case:
    return replace(case, refusals={line: Refusal({}) for line in case.refusals})


def judged(workplace: Workplace) -> Mapping[str, Verdicts]:
    """Run each checker once, and say which cases it gets right."""
    cases = cases_in(workplace.project / "cases")
    return {checker.name: _judged(checker, workplace, cases) for checker in _CHECKERS}


def _judged(checker: Checker, workplace: Workplace, cases: Sequence[Case]) -> Verdicts:
    findings = checker.check(workplace)
    outside = strays(cases, findings)
    if outside:
        # The peer's own: a type that its release leaves unknown is unknown in a helper, too.
        first = json.dumps(str(outside[0].message).splitlines()[0])
        print(f"{workplace.project.parent.name}, {checker.name}: {len(outside)} errors outside the cases, as {first}")
    return {case.id: judge(case, findings, checker, None).outcome is Outcome.RIGHT for case in cases}


def checker_versions() -> dict[str, str]:
    """Return the versions of the checkers."""
    return {checker.name: version(checker.name) for checker in _CHECKERS}
