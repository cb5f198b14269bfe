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
from .transforms import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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


class _Looking(Counting):
    """Checks as the command does, and asks the transforms about every node."""

    def __init__(self, options: Options, settings: Settings, found: dict[str, list[Step | Left]]) -> None:
        super().__init__(options, settings)
        self._into = found

    def visit(self, tree: TypedTree, checker: TypeChecker) -> None:
        super().visit(tree, checker)
        found = self._into[tree.path]
        for node, _ in tree.walk():
            for transform in ALL:
                found += _asked(transform, node, tree)


def _asked(transform: Transform, node: Node, tree: TypedTree) -> list[Step | Left]:
    try:
        return list(transform.find(node, tree))
    except Exception as error:  # noqa: BLE001  # a bug in one transform must not take the run along
        span = Span(node.line, node.column, node.line, node.column)
        why = f"this is a bug in typedpromise, please report it: {type(error).__name__}: {error}"
        return [Left(span, f"the transform {transform.name} crashed", why, "look at this place yourself")]


def look(
    paths: Iterable[str],
    python: str | None,
    settings: Settings,
    progress: Progress | None,
    shadows: Mapping[str, str],
) -> Looked:
    """Look at the files; `shadows` are read in place of the files they name."""
    found: dict[str, list[Step | Left]] = defaultdict(list)
    run = Run(lambda options: _Looking(options, settings, found), python, progress, shadows)
    run.over(paths)
    run.outcome.promises = sum(plugin.promises for plugin in run.plugins)
    looked = Looked(run.outcome)
    for file, places in found.items():
        right = list(_in_characters(file, places, shadows))
        looked.steps[file] = [place for place in right if isinstance(place, Step)]
        looked.left[file] = [place for place in right if isinstance(place, Left)]
    return looked


def _in_characters(file: str, places: Iterable[Step | Left], shadows: Mapping[str, str]) -> Iterator[Step | Left]:
    """Yield the places with columns that count characters."""
    for place in dict.fromkeys(places):
        moved = replace(place, span=_corrected(file, place.span, shadows))
        if isinstance(moved, Step):
            moved = replace(moved, others=tuple(_corrected(file, span, shadows) for span in moved.others))
        yield moved


def _corrected(file: str, span: Span, shadows: Mapping[str, str]) -> Span:
    report = Report(file, span.line, span.column, "", "", end_line=span.end_line, end_column=span.end_column)
    (found,) = corrected([report], shadows)
    return Span(found.line, found.column, found.end_line or found.line, found.end_column or found.column)
