"""TypeScript's own `Promise`, under `tsc --strict`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...harness.case import Case, CaseError, Refusal
from .command import npm_install, run
from .paths import BUILD, PEERS
from .peer import Run, texts

_PROJECT = PEERS / "typescript"
_PREFIX = BUILD / "typescript"
# Not cases: the world they speak of, the two claims they are made of, and what is wrong on purpose.
_CANARIES = _PROJECT / "canaries.ts"
_SHARED = {"world", "expect", _CANARIES.stem}

_FUNCTION = re.compile(r"export (?:async )?function (\w+)\(")
_CLAIM = "expectType<Equal<"
_REFUSAL = "// @ts-expect-error"
_ERROR = re.compile(r"(?P<file>[\w/.-]+)\((?P<line>\d+),\d+\): error TS\d+: ")


@dataclass(frozen=True)
class TypeScript:
    """The language whose promises people compare with."""

    name: str = "typescript"
    title: str = "TypeScript"

    def cases(self) -> Sequence[Case]:
        """Return the exported functions of every topic."""
        files = sorted(p for p in _PROJECT.glob("*.ts") if p.stem not in _SHARED)
        return [case for path in files for case in read_cases(path)]

    def sources(self) -> Sequence[tuple[str, str]]:
        """Return all files of the project."""
        return [*texts(_PROJECT, "*.ts"), *texts(_PROJECT, "tsconfig.json")]

    def install(self) -> None:
        """Install the newest `tsc`."""
        npm_install("typescript", _PREFIX)

    def run(self) -> Run:
        """Run `tsc` once."""
        tsc = str(_PREFIX / "node_modules" / ".bin" / "tsc")
        version = run([tsc, "--version"], _PROJECT).split()[-1]
        # 2: there are errors, and nothing is written anyway.
        printed = run([tsc, "--project", str(_PROJECT), "--pretty", "false"], _PROJECT, accept=(0, 1, 2))
        canaries = read_cases(_CANARIES)
        verdicts = judged([*canaries, *self.cases()], list(errors(printed)))
        missed = [canary.name for canary in canaries if verdicts.pop(canary.id)]
        if missed:
            msg = f"tsc finds nothing wrong in {', '.join(missed)}"
            raise CaseError(msg)
        return Run(version, {"tsc": version}, {"tsc": verdicts})


def read_cases(path: Path) -> list[Case]:
    """Return the cases of one file: its exported functions, each closed by a brace at the margin."""
    cases: list[Case] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    for first, line in enumerate(lines, 1):
        found = _FUNCTION.match(line)
        if found is not None:
            last = lines.index("}", first) + 1
            cases.append(_case(path, found[1], first, lines[first - 1 : last]))
    return cases


def _case(path: Path, name: str, first: int, lines: Sequence[str]) -> Case:
    # What must be refused stands on the line after the comment.
    refused = [first + offset + 1 for offset, line in enumerate(lines) if line.strip() == _REFUSAL]
    if not refused and not any(_CLAIM in line for line in lines):
        msg = f"{path}:{first}: {name} asserts nothing: it has no {_CLAIM}...>> and no {_REFUSAL}"
        raise CaseError(msg)
    return Case(path.stem, name, path, first, first + len(lines) - 1, {line: Refusal({}) for line in refused})


def errors(printed: str) -> Iterator[tuple[Path, int]]:
    """Yield file and line of each error; the lines that explain one are indented."""
    for line in printed.splitlines():
        found = _ERROR.match(line)
        if found is not None:
            yield (_PROJECT / found["file"]).resolve(), int(found["line"])
        elif line and not line.startswith(" "):
            msg = f"tsc: {line}"
            raise CaseError(msg)


def judged(cases: Sequence[Case], found: Sequence[tuple[Path, int]]) -> dict[str, bool]:
    """Say which cases have no error; a refusal that is not met is an error too, of its comment."""
    stray = [f"{path}:{line}" for path, line in found if not any(_holds(c, path, line) for c in cases)]
    if stray:
        msg = f"tsc reports errors outside the cases: {', '.join(stray)}"
        raise CaseError(msg)
    return {c.id: not any(_holds(c, path, line) for path, line in found) for c in cases}


def _holds(case: Case, path: Path, line: int) -> bool:
    return case.path == path and case.holds(line)
