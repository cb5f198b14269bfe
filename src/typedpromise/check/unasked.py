"""Modules about which mypy asks no plugin anything: they have no call, and no attribute of an object.

The hooks that mypy asks about calls and attributes are what tells the plugin which type checker is at work.
`if promise:` needs none of them, and a module may have nothing else; then the checker is looked for.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from mypy.checker import TypeChecker
from mypy.indirection import TypeIndirectionVisitor
from mypy.nodes import FuncDef, NameExpr, Var

from .nodes import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import MypyFile
    from mypy.types import Type

    from .promises import PromiseTypes


def may_hold(file: MypyFile, *kinds: PromiseTypes) -> bool:
    """Return whether a rule can find anything here: without calls, in a name or in a coroutine function."""
    modules = TypeIndirectionVisitor().find_modules(set(_types(file)))
    return any(kind.may_occur(modules) for kind in kinds)


def checker_of(file: MypyFile) -> TypeChecker | None:
    """Return the type checker that is at work on a module.

    mypy hands it to no plugin, so the garbage collector tells who refers to the module.
    It goes through all that mypy has in its memory, so ask `may_hold` first.
    """
    found = [one for one in gc.get_referrers(file) if isinstance(one, TypeChecker) and one.tree is file]
    return found[-1] if found else None


def _types(file: MypyFile) -> Iterator[Type]:
    for node, _ in walk(file):
        if isinstance(node, NameExpr):
            typ = node.node.type if isinstance(node.node, Var) else None
        else:
            # A module of protocols has functions enough, and nothing to find.
            typ = node.type if isinstance(node, FuncDef) and node.is_coroutine else None
        if typ is not None:
            yield typ
