"""`-> Promise[T]` for functions without a return annotation, all of whose `return`s give a promise of one known type.

In a function without one, mypy infers what is returned for a result of type Any, and so a promise of Any.
So there are two looks: the first finds the functions, and for the second `probe` gives each value a name of its own,
for which mypy infers as it does for any other.
"""

from __future__ import annotations

import builtins
from functools import partial
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import AnyType, CallableType, Instance, NoneType, ProperType, TupleType, TypeOfAny, get_proper_type

from typedpromise.check.functions import is_plain, returns
from typedpromise.check.paths import paths, reached
from typedpromise.migrate.places import Step, span_of
from typedpromise.migrate.transform import Transform

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcst import Annotation, BaseExpression, CSTNode, FunctionDef, Name, Return
    from mypy.types import Type

    from typedpromise.check.tree import TypedTree
    from typedpromise.migrate.edits import Edits

_PROMISES = frozenset(
    {"promise.promise.Promise", "typedpromise._promise.Promise", "typedpromise.compat.promise.Promise"}
)
_DECORATORS = frozenset({"builtins.classmethod", "builtins.property", "builtins.staticmethod"})
NAME = "return_types"
# A longer one is more than anybody wants to read in a signature.
_LONGEST = 60


def find(node: n.Node, tree: TypedTree) -> Iterator[Step]:
    """Find the functions."""
    if not isinstance(node, n.FuncDef) or not _wants_one(node, tree):
        return
    values = [statement.expr for statement in returns(node)]
    types = [None if value is None else tree.type_of(_named(value)) for value in values]
    if not types or not all(map(_is_promise, types)):
        return
    ways = paths(node, tree)
    if ways.fallen_off in reached([ways.start], lambda step: step in ways.ends):
        return
    if not all(isinstance(value, n.AssignmentExpr) for value in values):
        yield Step(NAME, span_of(node), (node.name,))
        return
    if any(typ != types[0] for typ in types):
        return
    spelt = _Spelling(tree, node.line).of(types[0])
    if spelt is not None and len(spelt) <= _LONGEST:
        yield Step(NAME, span_of(node), (node.name, spelt))


def _named(value: n.Expression) -> n.Expression:
    return value.value if isinstance(value, n.AssignmentExpr) else value


def _wants_one(function: n.FuncDef, tree: TypedTree) -> bool:
    typ = function.unanalyzed_type
    if isinstance(typ, CallableType):
        result = get_proper_type(typ.ret_type)
        if not (isinstance(result, AnyType) and result.type_of_any == TypeOfAny.unannotated):
            return False
    if typ is None and function.type is not None and not getattr(function.type, "implicit", False):
        return False
    return is_plain(function) and not _is_decorated(function, tree) and not _overrides(function)


def _is_decorated(function: n.FuncDef, tree: TypedTree) -> bool:
    around = next(tree.enclosing(function), None)
    if isinstance(around, n.OverloadedFuncDef):
        return True
    if not isinstance(around, n.Decorator):
        return False
    used = around.original_decorators
    return any(not isinstance(one, n.RefExpr) or one.fullname not in _DECORATORS for one in used)


def _overrides(function: n.FuncDef) -> bool:
    info = function.info
    # mypy has a placeholder that is false where there is no class.
    return bool(info) and any(function.name in base.names for base in info.mro[1:])


def _is_promise(typ: ProperType | None) -> bool:
    return isinstance(typ, Instance) and typ.type.fullname in _PROMISES


class _Spelling:
    """Writes a type in the names of a module; without brackets and names that have no value where it stands."""

    def __init__(self, tree: TypedTree, line: int) -> None:
        self._names = tree.file.names
        self._bound = _bound(tree)
        self._line = line
        self._is_late = "annotations" in tree.file.future_import_flags
        self._quoted = False

    def of(self, typ: Type | None) -> str | None:
        """Return the annotation, in quotes if it has to be, or None if the module has no name for a part of it."""
        spelt = self._of(typ)
        return f'"{spelt}"' if spelt is not None and self._quoted and not self._is_late else spelt

    def _of(self, typ: Type | None) -> str | None:
        match None if typ is None else get_proper_type(typ):
            case NoneType():
                return "None"
            case TupleType(items=items, partial_fallback=Instance(type=info)) if info.fullname == "builtins.tuple":
                return self._with("tuple", items) if items else None
            case Instance(type=info, args=args) if not info.is_protocol or info.module_name == "typing":
                name = self._name_of(info)
                return None if name is None else self._with(name, args)
            case _:
                return None

    def _with(self, name: str, args: Iterable[Type]) -> str | None:
        spelt = [self._of(arg) for arg in args]
        if None in spelt:
            return None
        return f"{name}[{', '.join(map(str, spelt))}]" if spelt else name

    def _name_of(self, info: n.TypeInfo) -> str | None:
        if info.module_name == "builtins":
            return info.name if hasattr(builtins, info.name) and info.name not in self._names else None
        for name, symbol in self._names.items():
            if symbol.node is info:
                if self._bound.get(name, self._line) >= self._line:
                    self._quoted = True
                return name
        return self._member_of_module(info)

    def _member_of_module(self, info: n.TypeInfo) -> str | None:
        """Return `module.Name` where the module is imported as a whole."""
        for name, symbol in self._names.items():
            if isinstance(symbol.node, n.MypyFile):
                inside = symbol.node.names.get(info.name)
                if inside is not None and inside.node is info and inside.module_public:
                    if self._bound.get(name, self._line) >= self._line:
                        self._quoted = True
                    return f"{name}.{info.name}"
        return None


def _bound(tree: TypedTree) -> dict[str, int]:
    """Return the names that statements of the module itself bind for sure when it runs, with the line of each."""
    bound: dict[str, int] = {}
    for statement in tree.file.defs:
        match statement:
            case n.ImportFrom(names=names):
                found = [alias or name for name, alias in names]
            case n.Import(ids=modules):
                found = [alias or name.partition(".")[0] for name, alias in modules]
            case n.ClassDef(name=name):
                found = [name]
            case _:
                continue
        for name in found:
            bound.setdefault(name, statement.end_line or statement.line)
    return bound


def change(edits: Edits, step: Step) -> None:
    """Write the annotation."""
    import libcst as cst

    function = _function(edits, step)
    if function is not None:
        annotation = cst.Annotation(cst.parse_expression(step.details[1]))
        edits.add(function, partial(_annotated, annotation))


def probe(edits: Edits, step: Step) -> None:
    """Give each value that a function returns a name of its own."""
    import libcst as cst

    function = _function(edits, step)
    for number, statement in enumerate(() if function is None else _returns(function)):
        value = statement.value
        if value is not None and not isinstance(value, (cst.Tuple, cst.Yield)):
            name = cst.Name(f"_typedpromise_{step.span.line}_{number}")
            edits.add(value, partial(_bound_to, name))


def _annotated(annotation: Annotation, function: FunctionDef) -> FunctionDef:
    return function.with_changes(returns=annotation)


def _bound_to(name: Name, value: BaseExpression) -> BaseExpression:
    import libcst as cst

    return cst.NamedExpr(name, value, lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def _function(edits: Edits, step: Step) -> FunctionDef | None:
    """Return the function that a step is about."""
    function = edits.parsed.function_at(step.details[0], step.span.line)
    return function if function is not None and function.returns is None else None


def _returns(function: FunctionDef) -> list[Return]:
    """Return the `return` statements of a function, without those of functions inside it."""
    import libcst as cst

    found: list[Return] = []
    waiting: list[CSTNode] = [function.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, cst.Return):
            found.append(node)
        elif not isinstance(node, (cst.FunctionDef, cst.ClassDef, cst.Lambda)):
            waiting += reversed(node.children)
    return found


TRANSFORM = Transform(NAME, find, change, late=True)
