"""A case: one function of a case file, and the errors its comments ask for."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# `# E[arg-type]` in mypy's words; then, where another checker's exact rule matters, `pyright[reportCallIssue]`.
_MARKER = re.compile(r"# E\[(?P<mypy>[a-z, -]+)\](?P<others>(?: \w+\[[\w, -]+\])*)(?: # .*)?")
_OTHER = re.compile(r"(\w+)\[([\w, -]+)\]")

# The plugin speaks mypy's words, but where it refuses what mypy alone lets through.
_FALLS_BACK_ON = {"plugin": "mypy"}

Codes = frozenset[str]


@dataclass(frozen=True)
class Refusal:
    """The error that a line must have: the exact codes by dialect, where they are written down."""

    codes: Mapping[str, Codes]

    def expected(self, dialect: str) -> Codes | None:
        """Return the exact codes, or None where any error will do."""
        return self.codes.get(dialect, self.codes.get(_FALLS_BACK_ON.get(dialect, "")))


@dataclass(frozen=True)
class Case:
    """One function of a case file."""

    topic: str
    name: str
    path: Path
    first_line: int
    last_line: int
    refusals: Mapping[int, Refusal]

    @property
    def id(self) -> str:
        """The name by which gaps and test reports know the case."""
        return f"{self.topic}::{self.name}"

    def holds(self, line: int) -> bool:
        """Whether `line` of the file is the case's own."""
        return self.first_line <= line <= self.last_line


class CaseError(Exception):
    """A case file is not written as the README says."""


def read_cases(path: Path) -> list[Case]:
    """Return the cases of one file: its top-level functions, in order."""
    source = path.read_text(encoding="utf-8")
    refusals = dict(_refusals(source, path))
    cases = [_case(node, path, refusals) for node in ast.parse(source).body if _is_case(node)]
    _require_distinct(cases, path)
    inside = {line for case in cases for line in case.refusals}
    for line in refusals.keys() - inside:
        msg = f"{path}:{line}: `# E[...]` stands outside every case"
        raise CaseError(msg)
    return cases


def _is_case(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_")


def _case(node: ast.stmt, path: Path, refusals: Mapping[int, Refusal]) -> Case:
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    last = node.end_lineno or node.lineno
    own = {line: refusal for line, refusal in refusals.items() if node.lineno <= line <= last}
    if not own and not any(_is_assert_type(n) for n in ast.walk(node)):
        msg = f"{path}:{node.lineno}: {node.name} asserts nothing: it has no assert_type and no `# E[code]`"
        raise CaseError(msg)
    return Case(path.stem, node.name, path, node.lineno, last, own)


def _is_assert_type(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "assert_type"


def _refusals(source: str, path: Path) -> Iterator[tuple[int, Refusal]]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT or not re.match(r"#\s*E\b", token.string):
            continue
        line = token.start[0]
        found = _MARKER.fullmatch(token.string)
        if found is None:
            msg = f"{path}:{line}: write `# E[code]`, or `# E[code] pyright[rule]`: {token.string}"
            raise CaseError(msg)
        written = [("mypy", found["mypy"]), *_OTHER.findall(found["others"])]
        yield line, Refusal({dialect: _codes(codes) for dialect, codes in written})


def _codes(text: str) -> Codes:
    return frozenset(code.strip() for code in text.split(","))


def _require_distinct(cases: list[Case], path: Path) -> None:
    seen: set[str] = set()
    for case in cases:
        if case.name in seen:
            msg = f"{path}:{case.first_line}: there are two cases named {case.name}"
            raise CaseError(msg)
        seen.add(case.name)
