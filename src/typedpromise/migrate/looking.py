"""One look at a program: mypy's types, what the checker says, and what each transform finds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from typedpromise._codemod.parsed import Span
from typedpromise.check.columns import corrected
from typedpromise.check.host import Run
from typedpromise.check.report import Report
from typedpromise.check.visitors import Counting

from .places import Left, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from mypy.checker import TypeChecker
    from mypy.nodes import Node
    from mypy.options import Options

    from typedpromise.check.outcome import Outcome
    from typedpromise.check.progress import Progress
    from typedpromise.check.settings import Settings
    from typedpromise.check.tree import TypedTree

    from .transform import Transform


@dataclass(slots=True)
class Looked:
    """What was seen, by file."""

    outcome: Outcome
    steps: dict[str, list[Step]] = field(default_factory=dict[str, list[Step]])
    left: dict[str, list[Left]] = field(default_factory=dict[str, list[Left]])


@dataclass(frozen=True, slots=True)
class Program:
    """What all looks have in common."""

    files: Iterable[str]
    # The interpreter whose packages count; None for the running one.
    python: str | None
    settings: Settings
    progress: Progress | None
    # A folder for what mypy keeps from one look to the next.
    shared: Path


@dataclass(frozen=True, slots=True)
class Asked:
    """What a look is for; each look reads all files anew, so it does no more than it has to."""

    transforms: Sequence[Transform]
    # Whether the rules of the checker run, so that two looks can be compared.
    with_rules: bool = True


class _Looking(Counting):
    """Checks as the command does, and asks transforms about every node."""

    def __init__(self, options: Options, settings: Settings, asked: Asked, found: dict[str, list[Step | Left]]) -> None:
        super().__init__(options, settings)
        self._asked = asked
        self._into = found

    def visit(self, tree: TypedTree, checker: TypeChecker) -> None:
        if self._asked.with_rules:
            super().visit(tree, checker)
        found = self._into[tree.path]
        for node, _ in tree.walk():
            for transform in self._asked.transforms:
                found += _found_by(transform, node, tree)


def _found_by(transform: Transform, node: Node, tree: TypedTree) -> list[Step | Left]:
    try:
        return list(transform.find(node, tree))
    except Exception as error:  # noqa: BLE001  # a bug in one transform must not take the run along
        span = Span(node.line, node.column, node.line, node.column)
        why = f"this is a bug in typedpromise, please report it: {type(error).__name__}: {error}"
        return [Left(span, f"the transform {transform.name} crashed", why, "look at this place yourself")]


def look(program: Program, asked: Asked, shadows: Mapping[str, str]) -> Looked:
    """Look at a program; `shadows` are read in place of the files they name."""
    found: dict[str, list[Step | Left]] = defaultdict(list)
    run = Run(
        lambda options: _Looking(options, program.settings, asked, found),
        program.python,
        program.progress,
        shadows,
        program.shared,
    )
    run.over(program.files)
    run.outcome.promises = sum(plugin.promises for plugin in run.plugins)
    looked = Looked(run.outcome)
    for file, places in found.items():
        right = list(_in_characters(file, places, shadows))
        looked.steps[file] = [place for place in right if isinstance(place, Step)]
        looked.left[file] = [place for place in right if isinstance(place, Left)]
    return looked


def _in_characters(file: str, places: Iterable[Step | Left], shadows: Mapping[str, str]) -> Iterator[Step | Left]:
    """Yield the places with columns that count characters."""
    found = list(dict.fromkeys(places))
    # Asked for all at once: the file is read, and where it is not ASCII parsed, for each time of asking.
    spans = iter(_corrected(file, [span for place in found for span in _spans(place)], shadows))
    for place in found:
        span, *others = (next(spans) for _ in _spans(place))
        yield (
            replace(place, span=span, others=tuple(others)) if isinstance(place, Step) else replace(place, span=span)
        )


def _spans(place: Step | Left) -> tuple[Span, ...]:
    return (place.span, *place.others) if isinstance(place, Step) else (place.span,)


def _corrected(file: str, spans: Iterable[Span], shadows: Mapping[str, str]) -> list[Span]:
    reports = [
        Report(file, span.line, span.column, "", "", end_line=span.end_line, end_column=span.end_column)
        for span in spans
    ]
    return [
        Span(found.line, found.column, found.end_line or found.line, found.end_column or found.column)
        for found in corrected(reports, shadows)
    ]
