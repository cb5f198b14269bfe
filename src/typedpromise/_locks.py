"""Locks for the marked stretches, on builds of CPython without a GIL.

The core's source marks what no other thread may interrupt: from `# <atomic cell>` to `# </atomic>`, with the names of
the variables whose objects it reads and changes.
With a GIL those are comments (`_core/settlement.py` says why that is enough), and this module is never imported.
Without one the marked modules are compiled from the same source with each stretch under `with LOCKS[...]:`,
so there is no second copy of the machine to be kept in step.

A stretch of two objects takes two locks, the one with the lower number first, so that two threads cannot wait for each
other.
The locks are reentrant: a signal handler, or a `__del__`, that runs on the thread while it holds one may come back
here, and finds everything in order, because that can only happen before the stretch's first line or after its last.
"""

from __future__ import annotations

import sys
from _ast import AST, Expression, Module, PyCF_ONLY_AST, With, expr, stmt, withitem
from _thread import RLock
from importlib.machinery import PathFinder, SourceFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType
    from typing import Any, Final

BEGIN: Final = "# <atomic "
END: Final = "# </atomic>"

# One lock for all would let one thread at a time settle anything; one a promise would cost each promise its bytes.
# A prime, because the addresses of promises lie a multiple of 16 apart.
COUNT: Final = 61
LOCKS: Final = tuple(RLock() for _ in range(COUNT))
_ONE: Final = f"_LOCKS[id({{}}) // 16 % {COUNT}]"
_FIRST: Final = f"_LOCKS[min(id({{}}) // 16 % {COUNT}, id({{}}) // 16 % {COUNT})]"
_SECOND: Final = f"_LOCKS[max(id({{}}) // 16 % {COUNT}, id({{}}) // 16 % {COUNT})]"


class Stretch:
    """One marked stretch: its lines, and the variables whose objects are locked."""

    __slots__ = ("first", "last", "names")

    def __init__(self, first: int, last: int, names: list[str]) -> None:
        """Take the lines of the two marks, and the names of the first."""
        self.first = first
        self.last = last
        self.names = names


def stretches(source: str) -> list[Stretch]:
    """Return the marked stretches of `source`, in order.

    Raises:
        SyntaxError: A mark has no partner, stretches nest, or one names no variable or more than two.

    """
    found: list[Stretch] = []
    begun: Stretch | None = None
    for number, line in enumerate(source.splitlines(), 1):
        text = line.strip()
        if text.startswith(BEGIN):
            names = text.removeprefix(BEGIN).removesuffix(">").split()
            if begun is not None or not text.endswith(">") or not 1 <= len(names) <= 2:  # noqa: PLR2004 - as the message says
                msg = f"line {number}: a stretch begins outside others with `{BEGIN}name>` or `{BEGIN}name name>`"
                raise SyntaxError(msg)
            begun = Stretch(number, 0, names)
        elif text == END:
            if begun is None:
                msg = f"line {number}: `{END}` without its beginning"
                raise SyntaxError(msg)
            begun.last = number
            found.append(begun)
            begun = None
    if begun is not None:
        msg = f"line {begun.first}: a stretch without `{END}`"
        raise SyntaxError(msg)
    return found


def locked(source: str, path: str) -> Module:
    """Return the tree of `source`, each marked stretch under its locks; every line keeps its number.

    Args:
        source: A module.
        path: What tracebacks call it.

    Raises:
        SyntaxError: Marks that make no whole statements of one block.

    """
    tree = compile(source, path, "exec", PyCF_ONLY_AST, dont_inherit=True)
    assert isinstance(tree, Module)
    for stretch in stretches(source):
        if _wrap(tree, stretch) != 1:
            msg = f"{path}, line {stretch.first}: a stretch is whole statements of one block"
            raise SyntaxError(msg)
    return tree


def _wrap(node: AST, stretch: Stretch) -> int:
    """Put the statements of `stretch` under `with`; return in how many blocks they were."""
    if getattr(node, "lineno", 0) > stretch.first or getattr(node, "end_lineno", stretch.last) <= stretch.first:
        return 0  # the stretch is elsewhere; modules, and a few more, have no lines
    wrapped = 0
    for field in node._fields:
        children = getattr(node, field, None)
        if isinstance(children, AST):
            wrapped += _wrap(children, stretch)
        elif isinstance(children, list):
            block: list[object] = children  # pyright: ignore[reportUnknownVariableType] # of nodes, texts or None
            inside = [child for child in block if isinstance(child, stmt) and _is_inside(child, stretch)]
            if inside:
                first = block.index(inside[0])
                block[first : first + len(inside)] = [_with(inside, stretch)]
                wrapped += 1
            wrapped += sum(_wrap(child, stretch) for child in block if isinstance(child, AST))
    return wrapped


def _is_inside(node: stmt, stretch: Stretch) -> bool:
    return stretch.first < node.lineno and (node.end_lineno or 0) < stretch.last


def _with(body: list[stmt], stretch: Stretch) -> With:
    templates = (_ONE,) if len(stretch.names) == 1 else (_FIRST, _SECOND)
    under = With([withitem(_lock(template, stretch)) for template in templates], body)
    _place(under, stretch)
    return under


def _lock(template: str, stretch: Stretch) -> expr:
    text = template.format(*stretch.names)
    tree = compile(text, "<lock>", "eval", PyCF_ONLY_AST, dont_inherit=True)
    assert isinstance(tree, Expression)
    _place_all(tree.body, stretch)
    return tree.body


def _place(node: expr | stmt, stretch: Stretch) -> None:
    node.lineno = node.end_lineno = stretch.first
    node.col_offset = node.end_col_offset = 0


def _place_all(node: AST, stretch: Stretch) -> None:
    if isinstance(node, expr):
        _place(node, stretch)
    for field in node._fields:
        children = getattr(node, field, None)
        nodes: list[object] = children if isinstance(children, list) else [children]  # pyright: ignore[reportUnknownVariableType] # as above
        for child in nodes:
            if isinstance(child, AST):
                _place_all(child, stretch)


# Counts the ways in which this module has put locks in, so that no bytecode outlives its way.
_REVISION: Final = 1


def _own(path: str) -> str:
    return f"{path.removesuffix('.pyc')}.locks-{_REVISION}.pyc" if path.endswith(".pyc") else path


class LockingLoader(SourceFileLoader):
    """Compiles a module with its stretches under their locks."""

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> CodeType:  # type: ignore[override] # as typeshed has it
        """Return the code of a module."""
        # Not by `importlib.util.decode_source`, which imports `tokenize` to look for an encoding.
        source = bytes(data).decode()
        tree = locked(source, path) if BEGIN in source else source
        return compile(tree, path, "exec", dont_inherit=True, optimize=_optimize)

    def get_data(self, path: str) -> bytes:
        """Return what is in a file; the bytecode of ours, which lies beside that of builds with a GIL."""
        return super().get_data(_own(path))

    def set_data(self, path: str, data: Any, *, _mode: int = 0o666) -> None:
        """Write the bytecode."""
        super().set_data(_own(path), data, _mode=_mode)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, which finds the locks among its globals."""
        module.__dict__["_LOCKS"] = LOCKS
        super().exec_module(module)


class LockingFinder:
    """Finds this package's modules, and has them loaded with locks."""

    __slots__ = ("_package",)

    def __init__(self, package: str) -> None:
        """Take the name of the package."""
        self._package = package + "."

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to load one of the package's modules, and nothing for others.

        Raises:
            ImportError: There is no source to put locks into.

        """
        if not fullname.startswith(self._package):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.loader is None:
            return spec
        if type(spec.loader) is not SourceFileLoader:
            msg = (
                f"{fullname} is loaded by {type(spec.loader).__name__}, but without a GIL the package has to run from "
                "its sources, which get locks as they are imported: install the pure wheel, unzipped"
            )
            raise ImportError(msg, name=fullname, path=spec.origin)
        spec.loader = LockingLoader(fullname, spec.loader.path)
        return spec


def install(package: str) -> None:
    """Have the modules of `package` that are imported from now on run with locks."""
    sys.meta_path.insert(0, LockingFinder(package))
