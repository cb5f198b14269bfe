"""What the command wants from each module, on top of the plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .awaitables import FUTURES
from .postcheck import PostCheck

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy.checker import TypeChecker
    from mypy.nodes import MypyFile
    from mypy.options import Options
    from mypy.plugin import ReportConfigContext

    from .progress import Progress
    from .settings import Settings
    from .tree import TypedTree


class Fresh(PostCheck):
    """Sees each of the named modules, also when mypy has its result in a cache.

    The builds of one run share a cache, and two of them may hold equal files of one name.
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

    def report_config_data(self, ctx: ReportConfigContext) -> int | None:
        """Give a named module another configuration in each build: mypy checks it again then."""
        return self.attempt if ctx.id in self.named else None


class Counting(Fresh):
    """Reports as the plugin does, and counts the promises it has seen."""

    def __init__(self, options: Options, settings: Settings) -> None:
        """Begin with none."""
        super().__init__(options, settings)
        self.promises: int = 0

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
