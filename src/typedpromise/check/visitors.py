"""What the command wants from each module, on top of the plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .postcheck import PostCheck

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy.checker import TypeChecker
    from mypy.options import Options

    from .tree import TypedTree


class Counting(PostCheck):
    """Reports as the plugin does, and counts the promises it has seen."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self.promises = 0

    def visit(self, tree: TypedTree, checker: TypeChecker) -> None:
        """Run the rules, and count."""
        super().visit(tree, checker)
        self.promises += tree.count_promises()


class Visiting(PostCheck):
    """Hands every module to a function, instead of reporting about it."""

    def __init__(self, options: Options, use: Callable[[TypedTree], None]) -> None:
        super().__init__(options)
        self._use = use

    def visit(self, tree: TypedTree, checker: TypeChecker) -> None:
        """Hand the module over."""
        del checker
        self._use(tree)
