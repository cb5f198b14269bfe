"""`typedpromise migrate`: what it takes, writes, and says."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from typedpromise._codemod.diffs import unified
from typedpromise._codemod.needed import missing
from typedpromise._codemod.source import CannotWriteError
from typedpromise.check.cannot_run import CannotRun
from typedpromise.check.report import Report
from typedpromise.check.reports import text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from typing import TextIO

    from typedpromise.check.settings import Settings

    from .migration import Migrated

_DESCRIPTION = """\
Rewrite a program of promise 2.3 to typedpromise, as far as its types make sure
what is meant, and list the places that are left, with what to write instead.

Without --diff or --write nothing is written: what would be done is told.
All files of a run go the same way: to typedpromise itself or, where a place
is left that needs it, to the drop-in typedpromise.compat. So name the whole
program, with its tests: typedpromise migrate src tests --diff"""
EXIT_CODES = """\
exit code:
  0  nothing is to be done, or all is done
  1  something would change, or a place is left
  2  a file could not be migrated, or the command cannot run"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what is special to this command, and say in its help what it does."""
    from argparse import RawDescriptionHelpFormatter

    parser.description = _DESCRIPTION
    # Lines are broken by hand, and a list is kept.
    parser.formatter_class = RawDescriptionHelpFormatter
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("--diff", action="store_true", help="show the new texts as a diff, and write nothing")
    doing.add_argument("--write", action="store_true", help="write the new texts")


def run(chosen: argparse.Namespace, settings: Callable[[argparse.Namespace], Settings]) -> int:
    """Migrate the files that were chosen; return the exit code.

    Args:
        chosen: The arguments.
        settings: Reads the configuration.

    Raises:
        CannotRun: LibCST is missing, or there is nothing to work on.

    """
    reason = missing("migrate")
    if reason is not None:
        raise CannotRun(reason)
    from typedpromise.check.fixing import Permit
    from typedpromise.check.progress import progress_on

    from .files import find
    from .migration import Migration  # needs LibCST

    files = find(chosen.paths)
    progress = progress_on(sys.stderr, os.environ)
    try:
        result = Migration(files, chosen.python, settings(chosen), progress, Permit(files)).run()
    finally:
        if progress is not None:
            progress.erase()
    if chosen.write:
        _write(result)
    elif chosen.diff:
        for file, new in sorted(result.texts.items()):
            sys.stdout.write("".join(unified(file, result.sources[file].text, new)))
    # A diff stands alone on stdout, so that `patch` can read it.
    _tell(result, written=chosen.write, stream=sys.stderr if chosen.diff else sys.stdout)
    return _exit_code(result, written=chosen.write)


def _write(result: Migrated) -> None:
    for file, new in sorted(result.texts.items()):
        try:
            result.sources[file].write(new)
        except CannotWriteError as error:
            del result.texts[file]
            result.failures.append(Report(file, 1, 0, str(error), "unwritable"))


def _tell(result: Migrated, *, written: bool, stream: TextIO) -> None:
    verb = "migrated" if written else "would migrate"
    lines = [text.line(report) for report in sorted(set(result.failures), key=lambda report: report.place)]
    for file in sorted(result.texts):
        counts = ", ".join(f"{name} {count}" for name, count in sorted(result.counts[file].items()))
        lines.append(f"{file}: {verb}: {counts}")
    lines += [place.line(file) for file, places in sorted(result.left.items()) for place in places]
    lines += [f"{text.line(report)} (new after the migration)" for report in result.new]
    lines.append(_summary(result, verb, written=written))
    print("\n".join(lines), file=stream)


def _summary(result: Migrated, verb: str, *, written: bool) -> str:
    places = sum(map(len, result.left.values()))
    if result.texts:
        done = f"{verb} {_count(len(result.texts), 'file')} to {result.target}"
        if places:
            done += f", because {_count(places, 'place')} {'is' if places == 1 else 'are'} left"
    else:
        done = f"nothing to migrate in {_count(len(result.sources), 'file')}" if result.sources else "nothing migrated"
        if places:
            done += f", {_count(places, 'place')} left"
    if result.waiting:
        done += f", {_count(result.waiting, 'change')} to typedpromise's own names waiting for them"
    if result.failures:
        done += f", {_count(len(set(result.failures)), 'file')} could not be migrated"
    if result.texts and not written:
        done += "; nothing is written without --write"
    return done


def _exit_code(result: Migrated, *, written: bool) -> int:
    if result.failures:
        return 2
    return 1 if result.left or result.new or (result.texts and not written) else 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
