"""`check --fix` and `check --diff`: which files may be changed, what is written, and what is said about it."""

from __future__ import annotations

import os
import sysconfig
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from typedpromise._codemod.diffs import unified
from typedpromise._codemod.needed import missing
from typedpromise._codemod.source import CannotWriteError, Source

from .cannot_run import CannotRun
from .report import Report
from .reports import text
from .sources import find_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .fixer import Fixed
    from .outcome import Outcome

_INSTALLED = frozenset({"site-packages", "dist-packages"})
_STDLIB = Path(sysconfig.get_path("stdlib")).resolve()


def fixed(check: Callable[[Mapping[str, str]], Outcome], paths: Iterable[str], *, write: bool) -> Outcome:
    """Fix what can be fixed, and return what is left to report.

    Args:
        check: Checks the paths, with some files read in place of others.
        paths: What is checked: files and folders.
        write: Write the files (`--fix`), or else return a diff with the outcome (`--diff`).

    Raises:
        CannotRun: LibCST is missing, or the check cannot run.

    """
    reason = missing("--fix" if write else "--diff")
    if reason is not None:
        raise CannotRun(reason)
    from .fixer import Fixer  # needs LibCST

    result = Fixer(check, Permit(list(paths))).run()
    outcome = _write(result) if write else replace(result.before, diff=list(_diff(result)))
    failures = [] if write else [text.line(report) for report in outcome.failures]
    return replace(outcome, notes=[*failures, *_notes(result, "fixed" if write else "would fix")])


class Permit:
    """Says why a file must not be changed, from how things were before the check."""

    def __init__(self, paths: list[str]) -> None:
        """Take note of the files as they are."""
        self._roots = [Path(path).resolve() for path in paths]
        self._named = frozenset(os.path.realpath(path) for path in paths)
        self._stamps = {os.path.realpath(file): _stamp(file) for file in find_files(paths)}

    def __call__(self, source: Source) -> str | None:
        """Return the reason, or None if the file may be changed."""
        target = Path(os.path.realpath(source.path))
        if not _INSTALLED.isdisjoint(target.parts) or target.is_relative_to(_STDLIB):
            return "the file belongs to an installed package, where the next installation would undo it"
        if not any(target.is_relative_to(root) for root in self._roots):
            return "a symbolic link leads out of the folders that were named: name the file itself"
        if self._stamps.get(str(target)) != _stamp(str(target)):
            return "the file was changed while it was checked: run the command again"
        return source.why_unwritable()


def _stamp(file: str) -> tuple[int, int, int] | None:
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _write(result: Fixed) -> Outcome:
    """Write the new texts; a file that cannot be written keeps the findings it had."""
    unwritten: dict[str, Report] = {}
    for file, new in result.texts.items():
        try:
            result.sources[file].write(new)
        except CannotWriteError as error:
            unwritten[file] = Report(file, 1, 0, f"Cannot fix this file: {error}", "unwritable")
    if not unwritten:
        return result.after
    findings = [
        *(finding for finding in result.after.findings if finding.file not in unwritten),
        *(finding for finding in result.before.findings if finding.file in unwritten),
    ]
    return replace(
        result.after,
        findings=sorted(findings, key=lambda report: report.place),
        failures=[*result.after.failures, *unwritten.values()],
    )


def _diff(result: Fixed) -> Iterator[str]:
    for file, new in sorted(result.texts.items()):
        parts = "".join(unified(file, result.sources[file].text, new))
        yield from parts.removesuffix("\n").split("\n")


def _notes(result: Fixed, verb: str) -> Iterator[str]:
    for finding, reason in result.refused.items():
        yield f"{finding.file}:{finding.line}:{finding.column + 1}: note: {finding.code} is not fixed: {reason}"
    total = sum(result.counts.values())
    findings = "1 finding" if total == 1 else f"{total} findings"
    files = "1 file" if len(result.texts) == 1 else f"{len(result.texts)} files"
    by_rule = ", ".join(f"{code} {count}" for code, count in sorted(result.counts.items()))
    yield f"{verb} {findings} in {files}: {by_rule}" if total else f"{verb} nothing"
