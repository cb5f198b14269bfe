"""The host of the command: a mypy build of our own, which reads no configuration."""

from __future__ import annotations

import io
import itertools
import json
import time
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Generic, TypeVar

from mypy.build import build
from mypy.errors import CompileError

from typedpromise.inference.nesting import EndlessError

from .blockers import Blocked, without_blocker
from .brought import promise_stubs
from .cannot_run import CannotRun
from .columns import corrected
from .options import build_options, typed_face
from .outcome import Outcome
from .postcheck import CODES
from .report import Report
from .settings import Settings
from .sources import find_files, installed, is_readable, name_modules, partition
from .visitors import Counting, Fresh, Visiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mypy.modulefinder import BuildSource
    from mypy.options import Options

    from .progress import Progress
    from .tree import TypedTree

_P = TypeVar("_P", bound=Fresh)

# No two builds of a process have the same number, whichever run they belong to.
_ATTEMPTS = itertools.count(1)


def check(
    paths: Iterable[str],
    python: str | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
    shadows: Mapping[str, str] | None = None,
) -> Outcome:
    """Run the rules over the files, and tell what came of it; `shadows` are read in place of the files they name."""
    chosen = settings or Settings()
    run = Run(lambda options: Counting(options, chosen), python, progress, shadows or {})
    run.over(paths)
    run.outcome.promises = sum(plugin.promises for plugin in run.plugins)
    return run.outcome


def visit(
    paths: Iterable[str],
    use: Callable[[TypedTree], None],
    python: str | None = None,
    settings: Settings | None = None,
) -> Outcome:
    """Call `use` with the typed tree of each file, while mypy still knows its types."""
    chosen = settings or Settings()
    run = Run(lambda options: Visiting(options, chosen, use), python)
    run.over(paths)
    return run.outcome


@dataclass
class Run(Generic[_P]):
    """One run of the command: as many mypy builds as the module names need."""

    make_plugin: Callable[[Options], _P]
    python: str | None
    progress: Progress | None = None
    shadows: Mapping[str, str] = field(default_factory=dict[str, str])
    # What several runs over the same files share: mypy then reads all but these files once.
    shared: Path | None = None
    outcome: Outcome = field(default_factory=Outcome)
    plugins: list[_P] = field(default_factory=list[_P])

    def over(self, paths: Iterable[str]) -> None:
        """Check the files, and those in the folders, into `outcome`."""
        started = time.perf_counter()
        files = [file for file in find_files(paths) if is_readable(file, self.outcome.failures)]
        if self.progress is not None:
            self.progress.begin(len(files))
        builds = partition(name_modules(files, build_options(self.python)))
        bases = sorted({source.base_dir for sources in builds for source in sources if source.base_dir})
        own = TemporaryDirectory(prefix="typedpromise-") if self.shared is None else nullcontext(self.shared)
        with own as temporary:
            face = typed_face(Path(temporary, "face"))
            face += promise_stubs(Path(temporary, "brought"), self.python, bases)
            search = [*face, *(bases if len(builds) > 1 else [])]
            folder = Path(temporary, "cache")
            cache = _cache(folder, builds) if self.shared is None else folder
            for sources in builds:
                self._build(Blocked(sources), search, cache)
        by_file = sorted(self.outcome.findings, key=lambda report: report.place)
        # Corrected columns may stand in another order.
        self.outcome.findings = sorted(corrected(by_file, self.shadows), key=lambda report: report.place)
        self.outcome.failures.sort(key=lambda report: report.place)
        self.outcome.seconds = time.perf_counter() - started

    def _build(self, state: Blocked, search: list[str], cache: Path | None) -> None:
        """Build, and where a file stops mypy, build again without that file."""
        while state.sources:
            options = build_options(
                self.python, search=search, cache=cache, skipped=state.skipped, untyped=installed(state.sources)
            )
            options.shadow_file = [[file, shadow] for file, shadow in self.shadows.items()] or None
            plugin = self.make_plugin(options)
            plugin.named = frozenset(source.module for source in state.sources)
            plugin.attempt = next(_ATTEMPTS)
            plugin.progress = self.progress
            lines: list[str] = []
            try:
                _mypy(state.sources, options, plugin, lines)
            except CompileError as error:
                self.outcome.failures += without_blocker(state, error, lines)
            else:
                self.plugins.append(plugin)
                self.outcome.files += len(state.sources)
                reports = [report for line in lines if (report := Report.from_json(line)) is not None]
                self.outcome.findings += plugin.marked(report for report in reports if report.code in CODES)
                self.outcome.errors += [report for report in reports if report.code not in CODES]
                return


def _cache(folder: Path, builds: list[list[BuildSource]]) -> Path | None:
    """Return where builds keep what they share, builtins above all, so that it is read once; one shares nothing."""
    return folder if len(builds) > 1 else None


def _mypy(sources: list[BuildSource], options: Options, plugin: Fresh, lines: list[str]) -> None:
    output = io.StringIO()
    try:
        build(
            sources,
            options,
            flush_errors=lambda _file, new, _serious: lines.extend(new),
            stdout=output,
            stderr=output,
            extra_plugins=[plugin],
        )
    except EndlessError as error:
        said = {"file": error.path, "line": error.line, "column": 0, "message": error.message, "code": ""}
        raise CompileError([json.dumps(said)], module_with_blocker=error.module) from error
    except SystemExit as error:
        # mypy ends the process when it crashes; the reason went to its output.
        msg = (
            f"mypy crashed while it checked these files; "
            f"run mypy on them to see whether it does so alone. It said:\n{output.getvalue()}"
        )
        raise CannotRun(msg) from error
