"""The command `typedpromise`: check, migrate, types, explain."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from typedpromise import __version__, compiled
from typedpromise.migrate import command as migrate

from . import pages
from .cannot_run import CannotRun
from .reports import FORMATS, colours, frames, sarif, text
from .window import complaint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .outcome import Outcome
    from .settings import Settings

_DESCRIPTION = "Find promises that are misused, and rewrite programs of promise 2.3."
_CHECK = (
    "Find promises that are misused. The code at the end of each message is that of a rule: "
    "typedpromise explain CODE tells what it finds, and how the code should look instead."
)
_EXIT_CODES = "exit code: 0 nothing found, 1 findings, 2 something could not be checked"
# A build server sets it for all runs, also for those inside other tools.
_FORMAT_VARIABLE = "TYPEDPROMISE_OUTPUT_FORMAT"
# Bytes of address space; memory is taken only as far as the stack grows.
_STACK = 512 * 1024 * 1024
# What shells take for the end by Ctrl-C: 128 and the number of the signal.
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the return value is the exit code."""
    if arguments is None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A console that lacks a character of the source, or of a file name, is no reason to stop.
                stream.reconfigure(errors="backslashreplace")
    code = _run(arguments) if arguments is not None else _on_a_deep_stack(lambda: _run(None))
    if arguments is None:
        # This process is ours alone, and freeing mypy's trees one by one takes as long as the check.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def _on_a_deep_stack(run: Callable[[], int]) -> int:
    """Run on a stack that deeply nested source needs: mypy is compiled, so without it the process would just end."""
    # Some systems let nobody choose.
    with suppress(ValueError, RuntimeError):
        threading.stack_size(_STACK)
    try:
        return ThreadPoolExecutor(1).submit(run).result()
    except KeyboardInterrupt:
        # The thread would be waited for.
        os._exit(_INTERRUPTED)


def _run(arguments: Sequence[str] | None) -> int:
    chosen = _parser().parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except CannotRun as reason:
        print(f"typedpromise: error: {reason}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # `typedpromise types src | head`: who read our output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="typedpromise", description=_DESCRIPTION, epilog=_EXIT_CODES)
    core = "compiled" if compiled else "pure"
    parser.add_argument(
        "--version",
        action="version",
        version=f"%(prog)s {__version__} ({core})",
        help="show the version, and whether the core of Promise is compiled",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="find misused promises", description=_CHECK, epilog=_EXIT_CODES)
    _add_paths(check)
    check.add_argument(
        *("--output-format", "--output"),
        choices=list(FORMATS),
        help=f"how to write findings (or set {_FORMAT_VARIABLE}); text, if nothing is said, shows source on a terminal",
    )
    check.add_argument("--color", choices=colours.WHEN, default="auto", help="whether text is coloured (auto)")
    fixing = check.add_mutually_exclusive_group()
    fixing.add_argument("--fix", action="store_true", help="put right what can be put right without other effects")
    fixing.add_argument("--diff", action="store_true", help="show what --fix would do, and write nothing")
    check.set_defaults(run=_check)

    migrating = commands.add_parser(
        "migrate",
        help="rewrite a program of promise 2.3; without --diff or --write, tell what would be done",
        epilog=migrate.EXIT_CODES,
    )
    _add_paths(migrating)
    migrate.add_arguments(migrating)
    migrating.set_defaults(run=_migrate)

    types = commands.add_parser("types", help="show the inferred type after each link of a chain")
    _add_paths(types)
    types.set_defaults(run=_types)

    explain = commands.add_parser("explain", help="print the page of a rule, or list the rules")
    explain.add_argument("code", metavar="CODE", nargs="?", help="the code at the end of a message; all, if none")
    explain.set_defaults(run=_explain)
    return parser


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a Python file, or a folder of them")
    parser.add_argument("--python", metavar="EXE", help="take installed packages from this interpreter")
    parser.add_argument(
        "--config", metavar="FILE", help="read [tool.typedpromise] here, not in the nearest pyproject.toml"
    )


def _check(chosen: argparse.Namespace) -> int:
    output = _output_format(chosen)
    try:
        outcome = _outcome(chosen)
    except CannotRun as reason:
        if output == "sarif":
            # What reads it wants a document in any case.
            _print(sarif.cannot_run(str(reason)))
        raise
    _print(_lines(outcome, output, chosen.color) if outcome.diff is None else iter(outcome.diff))
    for note in outcome.notes:
        print(note, file=sys.stderr)
    # On stderr, so that what stands on stdout can be read by a program.
    print(outcome.summary(), file=sys.stderr)
    return outcome.exit_code


def _outcome(chosen: argparse.Namespace) -> Outcome:
    _require_mypy()
    from .fixing import fixed  # needs mypy
    from .host import check
    from .progress import progress_on

    settings = _settings(chosen)
    progress = progress_on(sys.stderr, os.environ)
    try:
        run = partial(check, chosen.paths, chosen.python, settings, progress)
        return fixed(run, chosen.paths, write=chosen.fix) if chosen.fix or chosen.diff else run()
    finally:
        if progress is not None:
            progress.erase()


def _output_format(chosen: argparse.Namespace) -> str:
    output: str = chosen.output_format or os.environ.get(_FORMAT_VARIABLE) or "text"
    if output not in FORMATS:
        msg = f"the environment variable {_FORMAT_VARIABLE} is {output!r}: write one of {', '.join(FORMATS)}"
        raise CannotRun(msg)
    return output


def _lines(outcome: Outcome, output: str, color: str) -> Iterator[str]:
    if output != "text":
        return FORMATS[output](outcome)
    chosen = colours.choose(color, os.environ, sys.stdout)
    if sys.stdout.isatty():
        return frames.lines(outcome, chosen, shutil.get_terminal_size().columns)
    return (text.line(report, chosen) for report in outcome.reports)


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line)


def _migrate(chosen: argparse.Namespace) -> int:
    _require_mypy()
    return migrate.run(chosen, _settings)


def _types(chosen: argparse.Namespace) -> int:
    _require_mypy()
    from .chain_types import chain_types  # needs mypy
    from .host import visit

    lines: list[str] = []
    outcome = visit(chosen.paths, lambda tree: lines.extend(chain_types(tree)), chosen.python, _settings(chosen))
    for failure in outcome.failures:
        print(text.line(failure), file=sys.stderr)
    _print(iter(lines))
    if not lines:
        files = f"{outcome.files} file{'' if outcome.files == 1 else 's'}"
        print(f"found no chain, such as promise.then(...), in {files}", file=sys.stderr)
    return outcome.exit_code


def _settings(chosen: argparse.Namespace) -> Settings:
    from . import rules, settings  # needs mypy

    if chosen.config is not None:
        return settings.read(Path(chosen.config), lambda: rules.ALL)
    first = Path(chosen.paths[0])
    return settings.read_near(first if first.is_dir() else first.parent, lambda: rules.ALL)


def _explain(chosen: argparse.Namespace) -> int:
    _print(iter(pages.contents() if chosen.code is None else [pages.page(chosen.code)]))
    return 0


def _require_mypy() -> None:
    version: str | None = None
    with suppress(ImportError):
        from mypy.version import __version__ as version  # there may be none
    found = complaint(version)
    if found is not None:
        raise CannotRun(found)
