"""What the command wants from each module, on top of the plugin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .awaitables import FUTURES
from .engine import CRASH, Finding
from .fixes import FIXES
from .postcheck import PostCheck
from .rule import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mypy.checker import TypeChecker
    from mypy.nodes import MypyFile, Node
    from mypy.options import Options
    from mypy.plugin import ReportConfigContext

    from .progress import Progress
    from .report import Report
    from .settings import Settings
    from .tree import TypedTree


class Fresh(PostCheck):
    """Sees each of the named modules, also when mypy has its result in a cache.

    Builds may share a cache, and two of them may hold equal files of one name.
    """

    named: frozenset[str] = frozenset()
    attempt: int = 0
    progress: Progress | None = None

    def get_additional_deps(self, file: MypyFile) -> list[tuple[int, str, int]]:
        """Count a module that was read."""
        if self.progress is not None:
            self.progress.read()
        return super().get_additional_deps(file)

    def get_additional_indirect_deps(self, file: MypyFile) -> set[str]:
        """Count a named module that was checked."""
        found = super().get_additional_indirect_deps(file)
        if self.progress is not None and file.fullname in self.named:
            self.progress.checked()
        return found

    def marked(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield the reports with what is known about them beside what mypy was told."""
        yield from reports

    def report_config_data(self, ctx: ReportConfigContext) -> int | None:
        """Give a named module another configuration in each build: mypy checks it again then."""
        return self.attempt if ctx.id in self.named else None


class Counting(Fresh):
    """Reports as the plugin does, counts the promises it has seen, and tells which findings can be fixed."""

    def __init__(self, options: Options, settings: Settings) -> None:
        """Begin with none."""
        super().__init__(options, settings)
        self.promises: int = 0
        self._fixable: set[tuple[str, str, int, int, int | None, int | None]] = set()

    def found(self, tree: TypedTree) -> Iterator[Finding]:
        """Note which findings can be fixed, while the types are known."""
        for finding in super().found(tree):
            node = finding.problem.node
            try:
                if finding.code in FIXES and FIXES[finding.code].is_safe(node, tree):
                    self._fixable.add(_place(tree.path, finding.code, node))
            except Exception as error:  # noqa: BLE001  # a bug in one fix must not take the check along
                yield Finding(CRASH, Problem(node, _crash_message(finding.code, tree, node, error)), finding.function)
            yield finding

    def marked(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield the reports with whether they can be fixed."""
        for report in reports:
            yield replace(report, fixable=_place(report.file, report.code, report) in self._fixable)

    def visit(self, tree: TypedTree, checker: TypeChecker) -> None:
        """Run the rules, and count."""
        super().visit(tree, checker)
        self.promises += tree.count_promises()
        if self._settings.futures:
            self.promises += tree.about(FUTURES).count_promises()


class Visiting(Fresh):
    """Hands every module to a function, instead of reporting about it."""

    def __init__(self, options: Options, settings: Settings, use: Callable[[TypedTree], None]) -> None:
        """Take the function."""
        super().__init__(options, settings)
        self._use = use

    def visit(self, tree: TypedTree, checker: TypeChecker) -> None:
        """Hand the module over."""
        del checker
        self._use(tree)


def _place(file: str, code: str, at: Node | Report) -> tuple[str, str, int, int, int | None, int | None]:
    # With its end: of two links that begin together mypy reports one.
    return str(Path(file).absolute()), code, at.line, at.column, at.end_line, at.end_column


def _crash_message(code: str, tree: TypedTree, node: Node, error: Exception) -> str:
    reason = " ".join(str(error).split())
    return (
        f"Fix of {code} crashed at {tree.path}:{node.line} with {type(error).__name__}: {reason}: "
        f"this is a bug in typedpromise, please report it; the finding itself stands"
    )
