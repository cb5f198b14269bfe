"""What to do when one file stops a whole mypy build: go on without it, and say so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mypy.modulefinder import BuildSource
from mypy.nativeparse import native_parse
from mypy.options import Options

from .cannot_run import CannotRun
from .report import Report

if TYPE_CHECKING:
    from mypy.errors import CompileError

_FOUND_TWICE = re.compile(r'found twice under different module names: \\?"([^"\\]+)\\?" and \\?"([^"\\]+)\\?"')
_CURE = "correct the file and check again (the other files were checked without it)"


@dataclass(slots=True)
class Blocked:
    """A build that may have to be tried several times."""

    sources: list[BuildSource]
    # Modules that mypy must not read even if others import them.
    skipped: set[str] = field(default_factory=set[str])
    # Files that got another name, which happens to each of them once.
    renamed: set[str | None] = field(default_factory=set["str | None"])


def without_blocker(state: Blocked, error: CompileError, lines: list[str]) -> list[Report]:
    """Take what stopped the build out of `state`, and return what to say about it."""
    said = [*lines, *error.messages]
    if _rename(state, said):
        return []
    failures = _drop_unparsable(state)
    if failures:
        return failures
    module = error.module_with_blocker
    if module is None or module in state.skipped:
        # mypy looks for modules in the current folder too, and site-packages has a `typing_extensions.py`.
        here = " (run typedpromise from another folder)" if any("shadows library" in line for line in said) else ""
        raise CannotRun(f"mypy could not check these files{here}; it said:\n" + "\n".join(map(_text, said)))
    state.skipped.add(module)
    stopped = [source for source in state.sources if source.module == module]
    state.sources = [source for source in state.sources if source.module != module]
    return [_failure(source, said) for source in stopped]


def _rename(state: Blocked, said: list[str]) -> bool:
    """Give a file the name it is imported by, if mypy met it under that name too."""
    found = next((match for line in said if (match := _FOUND_TWICE.search(line))), None)
    if found is None:
        return False
    stopped = next((source for source in state.sources if source.module in found.groups()), None)
    if stopped is None:
        return False
    other = next(name for name in found.groups() if name != stopped.module)
    if stopped.path in state.renamed:
        # It is imported by both names, and one file cannot be two modules: imports by the other find nothing.
        if other in state.skipped:
            return False
        state.skipped.add(other)
        return True
    # Its neighbours import each other relatively, so they are all called as if seen from further outside.
    outside = other.removesuffix(f".{stopped.module}")
    together = [source for source in state.sources if source.base_dir == stopped.base_dir and outside != other]
    new_names = {f"{outside}.{source.module}" for source in together}
    if new_names.isdisjoint(source.module for source in state.sources if source not in together):
        for source in together:
            _call(source, f"{outside}.{source.module}", state)
    if stopped.path not in state.renamed:
        _call(stopped, other, state)
    return True


def _call(source: BuildSource, name: str, state: Blocked) -> None:
    index = state.sources.index(source)
    state.sources[index] = BuildSource(source.path, name, None, source.base_dir)
    state.renamed.add(source.path)


def _drop_unparsable(state: Blocked) -> list[Report]:
    """Find all files with a syntax error at once: mypy stops at the first."""
    failures: list[Report] = []
    for source in list(state.sources):
        failure = _syntax_error(source.path or "")
        if failure is not None:
            failures.append(failure)
            state.sources.remove(source)
            state.skipped.add(source.module)
    return failures


def _syntax_error(path: str) -> Report | None:
    """Return what mypy's parser says; Python's own may know less or more syntax than mypy."""
    try:
        tree, _, _ = native_parse(path, Options())
    except ValueError as not_text:
        return Report(path, 1, 0, f"Cannot parse this file: {not_text}; {_CURE}", "syntax")
    for error in tree.raw_data.raw_errors if tree.raw_data else ():
        if error.get("blocker", True):
            message = f"Cannot parse this file: {_printable(error['message'])}; {_CURE}"
            return Report(path, error["line"], error["column"] - 1, message, "syntax")
    return None


def _printable(message: str) -> str:
    """Return what mypy says without the characters it quotes that nobody can see, such as NUL."""
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in message)


def _failure(source: BuildSource, said: list[str]) -> Report:
    """Return what mypy said about a file that it could parse."""
    path = source.path or ""
    reports = [report for line in said if (report := Report.from_json(line)) is not None]
    errors = [report for report in reports if report.severity == "error" and _is_same(report.file, path)]
    if errors:
        # What stops mypy has no code; what was found in the file before that has one, and so have other files' errors.
        reason = next((report for report in errors if not report.code), errors[0])
        message = f"mypy stops at this file: {reason.message}; {_CURE}"
        return Report(path, reason.line, reason.column, message, "syntax")
    told = " ".join(line for line in said if Report.from_json(line) is None).removeprefix(f"{path}: error: ")
    return Report(path, 1, 0, f"mypy stops at this file: {told}; {_CURE}", "syntax")


def _is_same(one: str, other: str) -> bool:
    return Path(one).resolve() == Path(other).resolve()


def _text(line: str) -> str:
    report = Report.from_json(line)
    return line if report is None else f"{report.file}:{report.line}: {report.severity}: {report.message}"
