"""Migrates a program in memory: nothing is written here.

The named files are one unit, because promises go from one to another: all of them go to `typedpromise` itself,
or, where one place needs what only the drop-in keeps, all to `typedpromise.compat`, which is safe file by file.
The new texts are checked as the old ones were; what is found new decides, too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from typedpromise._codemod.parsed import CannotParseError, Recent, Span
from typedpromise._codemod.source import CannotWriteError, Source
from typedpromise.check.cannot_run import CannotRun
from typedpromise.check.growth import grown
from typedpromise.check.options import build_options
from typedpromise.check.report import Report
from typedpromise.check.sources import name_modules

from .edits import CannotEditError, Edits
from .looking import Asked, Looked, Program, look
from .places import Left, Step
from .transforms import ALL, BY_NAME, imports, return_types
from .transforms.imports import COMPAT, OWN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from typedpromise.check.progress import Progress
    from typedpromise.check.settings import Settings

# A function that gets its annotation may give another one its own; a longer row has not been seen.
_PASSES = 10
# How many lines the imports of a file may grow by.
_MOST_LINES = 1
# What the new types alone bring: told by the rule whose fix is one of the transforms, and for `p = Promise()` before.
_EXPECTED = frozenset({"all-list-literal", "var-annotated"})

_FIRST = Asked(ALL)
_AFTER = Asked([transform for transform in ALL if transform.late])
_PROBE = Asked([return_types.TRANSFORM], with_rules=False)


@dataclass(slots=True)
class Migrated:
    """What came of it."""

    sources: dict[str, Source]
    # Where the imports lead; the drop-in where anything is left.
    target: str
    # The new texts, by file; only where they differ.
    texts: dict[str, str] = field(default_factory=dict[str, str])
    # How often each transform changed something, by file.
    counts: dict[str, Counter[str]] = field(default_factory=dict[str, "Counter[str]"])
    left: dict[str, list[Left]] = field(default_factory=dict[str, list[Left]])
    # How many steps wait until nothing is left.
    waiting: int = 0
    # Files that cannot be read or parsed, and what the checker would newly say of the new texts.
    failures: list[Report] = field(default_factory=list[Report])
    new: list[Report] = field(default_factory=list[Report])


class Migration:
    """One run over some files."""

    def __init__(
        self,
        files: list[str],
        python: str | None,
        settings: Settings,
        progress: Progress | None,
        why_not: Callable[[Source], str | None],
    ) -> None:
        """Take the files, and what says why one of them must not be changed."""
        self._python = python
        # Every rule, so that what is new is seen, whatever the program has chosen.
        self._settings = replace(settings, preset="all")
        self._progress = progress
        self._why_not = why_not
        self._failures: list[Report] = []
        self._sources = {file: source for file in files if (source := self._read(file)) is not None}
        self._files = files
        self._closed: dict[str, Left] = {}
        self._recent = Recent()

    def run(self) -> Migrated:
        """Look, choose, rewrite, and look again.

        Raises:
            CannotRun: There is a `promise` of the program's own, or mypy cannot run.

        """
        _refuse_own_promise(self._files, self._python)
        with TemporaryDirectory(prefix="typedpromise-") as folder:
            self._shared = Path(folder)
            return self._run()

    def _run(self) -> Migrated:
        before = self._look({}, _FIRST)
        failed = {report.file for report in before.outcome.failures}
        for file in failed:
            self._sources.pop(file, None)
        left = {file: self._left(file, before) for file in self._sources}
        target = COMPAT if any(left.values()) else OWN
        result = self._rewritten(target, before, left)
        if not result.texts and not self._late(before):
            return result
        after, new = self._after(before, result)
        if new and target == OWN:
            left = _with_new(left, new, self._sources)
            result = self._rewritten(COMPAT, before, left)
            after, new = self._after(before, result)
        result.new = new
        self._finish(result, after)
        return result

    def _read(self, file: str) -> Source | None:
        try:
            return Source.read(file)
        except (OSError, ValueError, SyntaxError) as error:
            message = f"Cannot read this file: {error}; it is left as it is"
            self._failures.append(Report(file, 1, 0, message, "unreadable"))
            return None

    def _look(self, texts: Mapping[str, str], asked: Asked) -> Looked:
        with TemporaryDirectory(prefix="typedpromise-") as folder:
            shadows: dict[str, str] = {}
            for number, (file, text) in enumerate(texts.items()):
                shadow = Path(folder, f"{number}{Path(file).suffix}")
                shadow.write_bytes(self._sources[file].encoded(text))
                shadows[file] = str(shadow)
            program = Program(list(self._sources), self._python, self._settings, self._progress, self._shared)
            return look(program, asked, shadows)

    def _left(self, file: str, looked: Looked) -> list[Left]:
        """Return the places of a file that stay, and note whether the file itself has to."""
        source = self._sources[file]
        found = looked.left.get(file, [])
        try:
            by_import = list(imports.look(Edits(self._recent.parsed(source.text))))
        except CannotParseError as error:
            self._failures.append(Report(file, 1, 0, f"{error}; it is left as it is", "unparsable"))
            return []
        told = {place.what for place in found}
        found = [*found, *(place for place in by_import if place.what.rpartition(" ")[2] not in told)]
        reason = self._why_not(source)
        if reason is not None and (by_import or looked.steps.get(file) or self._changes(source.text)):
            self._closed[file] = Left(Span(1, 0, 1, 0), "the file", reason, "then run the command again", served=False)
            found.append(self._closed[file])
        elif any(not place.served for place in found):
            self._closed[file] = next(place for place in found if not place.served)
        return sorted(set(found), key=lambda place: (place.span, place.what))

    def _changes(self, text: str) -> bool:
        return imports.change(Edits(self._recent.parsed(text)), COMPAT) > 0

    def _rewritten(self, target: str, looked: Looked, left: dict[str, list[Left]]) -> Migrated:
        kept = {file: list(places) for file, places in left.items() if places}
        result = Migrated(self._sources, target, left=kept)
        # One list, which the late passes add to as well.
        result.failures = self._failures = [*self._failures, *looked.outcome.failures]
        looked.outcome.failures = []
        broken = {report.file for report in self._failures}
        for file, source in self._sources.items():
            if file in self._closed or file in broken:
                continue
            steps = [step for step in looked.steps.get(file, []) if not BY_NAME[step.transform].late]
            chosen = [step for step in steps if target == OWN or not step.own]
            result.waiting += len(steps) - len(chosen)
            refused = self._edit(result, file, source.text, chosen, target)
            if refused is not None:
                place = Left(Span(1, 0, 1, 0), "the file", refused, "put it right by hand")
                if target == OWN:
                    return self._rewritten(COMPAT, looked, {**kept, file: [*kept.get(file, []), place]})
                if place not in kept.get(file, []):
                    kept.setdefault(file, []).append(place)
                self._edit(result, file, source.text, [], target)
        return result

    def _edit(self, result: Migrated, file: str, text: str, steps: Iterable[Step], target: str | None) -> str | None:
        """Rewrite a text; return why that cannot be done, or None."""
        counts: Counter[str] = Counter()
        try:
            edits = Edits(self._recent.parsed(text))
            for step in steps:
                known = edits.count
                BY_NAME[step.transform].change(edits, step)
                counts[step.transform] += edits.count > known
            if target is not None:
                counts["imports"] += imports.change(edits, target)
            new = edits.code
            self._sources[file].encoded(new)
        except (CannotEditError, CannotParseError, CannotWriteError) as error:
            return str(error)
        if new != text:
            result.texts[file] = new
            result.counts.setdefault(file, Counter()).update(+counts)
        return None

    def _after(self, before: Looked, result: Migrated) -> tuple[Looked, list[Report]]:
        after = self._look(result.texts, _AFTER) if result.texts else before
        return after, _unexpected(before, after)

    def _late(self, looked: Looked, refused: Collection[str] = ()) -> dict[str, list[Step]]:
        return {
            file: late
            for file, steps in looked.steps.items()
            if file not in self._closed
            and file not in refused
            and file in self._sources
            and (late := [step for step in steps if BY_NAME[step.transform].late])
        }

    def _finish(self, result: Migrated, after: Looked) -> None:
        """Let the late transforms go on until they find nothing, and take back what brings new messages."""
        refused: set[str] = set()
        late: dict[str, list[Step]] | None = None
        for _ in range(_PASSES):
            if late is None:
                late = self._late(after, refused)
                for file, steps in self._probed(result, late).items():
                    late[file] = [*(step for step in late[file] if step.transform != return_types.NAME), *steps]
            trial = Migrated(self._sources, result.target)
            for file, steps in late.items():
                if file not in refused:
                    self._edit(trial, file, self._text(result, file), steps, None)
            if not trial.texts:
                break
            looked = self._look(result.texts | trial.texts, _AFTER)
            worse = _unexpected(after, looked)
            if worse:
                # A message in a file that was not changed may come from any of them.
                # The others get the same steps once more.
                refused |= {report.file for report in worse} & trial.texts.keys() or set(trial.texts)
                continue
            result.texts |= trial.texts
            for file, counts in trial.counts.items():
                result.counts.setdefault(file, Counter()).update(counts)
            after, late = looked, None

    def _probed(self, result: Migrated, late: Mapping[str, list[Step]]) -> dict[str, list[Step]]:
        """Look at functions that return promises once more, for the types of these."""
        texts: dict[str, str] = {}
        for file, steps in late.items():
            wanted = [step for step in steps if step.transform == return_types.NAME]
            if wanted:
                edits = Edits(self._recent.parsed(self._text(result, file)))
                for step in wanted:
                    return_types.probe(edits, step)
                texts[file] = edits.code
        if not texts:
            return {}
        looked = self._look(result.texts | texts, _PROBE)
        return {
            file: [
                step
                for step in looked.steps.get(file, [])
                if step.transform == return_types.NAME and len(step.details) > 1
            ]
            for file in texts
        }

    def _text(self, result: Migrated, file: str) -> str:
        return result.texts[file] if file in result.texts else self._sources[file].text


def _unexpected(before: Looked, after: Looked) -> list[Report]:
    """Return what is said after a change and was not said before, but for what a change is to bring."""
    new = [report for report in grown(before.outcome, after.outcome) if report.code not in _EXPECTED]
    # The same complaint of mypy's may name other overloads; lines move by those that are put in at the top.
    known = {(report.file, report.code, report.line) for report in before.outcome.errors}
    return [
        report
        for report in new
        if not any((report.file, report.code, report.line - more) in known for more in range(_MOST_LINES + 1))
    ]


def _with_new(
    left: Mapping[str, list[Left]], new: Iterable[Report], sources: Mapping[str, Source]
) -> dict[str, list[Left]]:
    """Return the places that are left, with those of which the checker would newly say something."""
    found = {file: list(places) for file, places in left.items()}
    for report in new:
        if report.file in sources:
            span = Span(report.line, max(report.column, 0), report.line, max(report.column, 0))
            why = f"with typedpromise's own types there would be a new message: {report.message}  [{report.code}]"
            found.setdefault(report.file, []).append(Left(span, "this place", why, "put right what it says"))
    return found


def _refuse_own_promise(files: Iterable[str], python: str | None) -> None:
    for source in name_modules(files, build_options(python)):
        base = Path(source.base_dir or ".")
        if source.base_dir is not None and ((base / "promise").is_dir() or (base / "promise.py").is_file()):
            msg = (
                f"{base} has a module named promise of its own, which {source.path} would import: "
                "this command knows promise 2.3 only; name files of another folder, or rename the module"
            )
            raise CannotRun(msg)
