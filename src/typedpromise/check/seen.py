"""What one module has to do with promises: most modules of a program that has some have none, and need no walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.indirection import TypeIndirectionVisitor
from mypy.nodes import SymbolTableNode, TypeAlias
from mypy.types import Instance

if TYPE_CHECKING:
    from mypy.checker import TypeChecker

    from .promises import PromiseTypes

# What an `async def` gives: the rules about callbacks know it as well.
_COROUTINES = frozenset({"types.CoroutineType", "typing.Coroutine"})


class Sight:
    """Looks at the modules of one run."""

    def __init__(self) -> None:
        """Know no module."""
        self._by_aliases: dict[str, set[str]] = {}

    def forget(self) -> None:
        """Forget all modules: one of them was read again."""
        self._by_aliases.clear()

    def may_hold(self, checker: TypeChecker, promises: PromiseTypes) -> bool:
        """Return whether a rule about these promises can find anything in a module."""
        named = {checker.tree.fullname, *checker.tree.module_refs, *checker.module_refs}
        if promises.may_occur(named):
            return True
        # A function may be declared by an alias from elsewhere, and have no expression of that type.
        if any(promises.may_occur(self._of_aliases(name, checker)) for name in named):
            return True
        # The visitor by which mypy itself finds out which modules a module depends on: it is compiled.
        visitor = TypeIndirectionVisitor()
        # mypy has no public way to all types; it throws them away right after this.
        types = set(checker._type_maps[0].values())  # pyright: ignore[reportPrivateUsage]
        return promises.may_occur(visitor.find_modules(types)) or any(
            isinstance(typ, Instance) and typ.type.fullname in _COROUTINES for typ in visitor.seen_types
        )

    def _of_aliases(self, name: str, checker: TypeChecker) -> set[str]:
        if name not in self._by_aliases:
            module = checker.modules.get(name)
            symbols = list(module.names.values()) if module is not None else list[SymbolTableNode]()
            targets = [symbol.node.target for symbol in symbols if isinstance(symbol.node, TypeAlias)]
            self._by_aliases[name] = TypeIndirectionVisitor().find_modules(targets)
        return self._by_aliases[name]
