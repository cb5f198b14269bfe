"""A module as rules see it: mypy's nodes, the type of every expression, and what is a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.nodes import Expression
from mypy.types import get_proper_type

from .functions import own_nodes
from .nodes import walk
from .outline import Outline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mypy.nodes import CallExpr, FuncDef, FuncItem, MypyFile, Node
    from mypy.types import ProperType, Type

    from .chain import Link
    from .executors import Executor
    from .locals import Loss
    from .paths import Paths
    from .promises import PromiseTypes
    from .rule import Option
    from .settings import Settings


class TypedTree:
    """One module after type checking.

    Rules ask it and nothing else, so they do not know which host runs them.
    """

    def __init__(
        self,
        file: MypyFile,
        lookup: Callable[[Expression], Type | None],
        show: Callable[[Type], str],
        promises: PromiseTypes,
        settings: Settings,
    ) -> None:
        """Take `lookup` for the type an expression was given, and `show` to write a type as users know it."""
        self.file = file
        self.promises = promises
        self._settings = settings
        self._lookup = lookup
        self._show = show
        self._outline: Outline | None = None
        self._promise_count: int | None = None
        # What was found out about the module so far, by those who find it out: several rules ask the same.
        self.links: dict[Expression, Link | None] = {}
        self.constructed: dict[CallExpr, Expression | None] = {}
        self.executors: dict[CallExpr, Executor | None] = {}
        self.losses: dict[FuncDef, list[Loss]] = {}
        self.paths: dict[FuncItem, Paths] = {}

    def about(self, promises: PromiseTypes) -> TypedTree:
        """Return the same module as it looks to rules for which other classes are promises."""
        return TypedTree(self.file, self._lookup, self._show, promises, self._settings)

    @property
    def path(self) -> str:
        """The file this module was read from."""
        return self.file.path

    @property
    def outline(self) -> Outline:
        """The nodes in source order."""
        # Walked once for all who ask.
        if self._outline is None:
            self._outline = Outline(self.file)
        return self._outline

    def walk(self) -> Iterator[tuple[Node, FuncDef | None]]:
        """Yield every node in source order, with the outermost function around it."""
        return zip(self.outline.nodes, self.outline.functions, strict=True)

    def below(self, node: Node) -> list[Node]:
        """Return a node and every node below it, in source order."""
        found = self.outline.below(node)
        return [inner for inner, _ in walk(node)] if found is None else found

    def own_nodes(self, function: FuncItem) -> list[Node]:
        """Return the nodes of a body, without those of the functions and classes inside it."""
        found = self.outline.own(function)
        return list(own_nodes(function)) if found is None else found

    def enclosing(self, node: Node) -> Iterator[Node]:
        """Yield the nodes around `node`, the nearest first."""
        parents = self.outline.parents
        while (parent := parents.get(node)) is not None:
            yield parent
            node = parent

    def type_of(self, expression: Expression) -> ProperType | None:
        """Return the type of an expression, or None where mypy did not look (code it holds unreachable)."""
        found = self._lookup(expression)
        return None if found is None else get_proper_type(found)

    def show_type(self, expression: Expression) -> str:
        """Return the type of an expression as text, short as in mypy's own messages."""
        found = self._lookup(expression)
        return "?" if found is None else self._show(found)

    def is_promise(self, expression: Expression) -> bool:
        """Return whether the expression's value is, or may be, a promise."""
        return self.promises.is_promise(self._lookup(expression))

    def option(self, code: str, option: Option) -> bool:
        """Return whether an option of a rule is on."""
        return bool(self._settings.value(code, option))

    def names(self, code: str, option: Option) -> tuple[str, ...]:
        """Return the names an option of a rule is set to."""
        value = self._settings.value(code, option)
        return value if isinstance(value, tuple) else ()

    def count_promises(self) -> int:
        """Return how many expressions in the module have a promise for their type."""
        # Counted once for all who ask.
        if self._promise_count is None:
            self._promise_count = sum(isinstance(node, Expression) and self.is_promise(node) for node, _ in self.walk())
        return self._promise_count
