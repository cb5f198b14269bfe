"""`class Users(DataLoader)` whose batch function says its types: `class Users(DataLoader[int, User])`.

2.3's class takes no brackets at run time, and both of ours do.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.migrate.places import Step, span_of
from typedpromise.migrate.seen import is_loader_class
from typedpromise.migrate.transform import Transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcst import BaseExpression, ClassDef, CSTNode, FunctionDef

    from typedpromise.check.tree import TypedTree
    from typedpromise.migrate.edits import Edits

_KEYS = frozenset({"Iterable", "List", "Sequence", "list"})


def find(node: n.Node, tree: TypedTree) -> Iterator[Step]:
    """Find classes whose base is the loader, without brackets, and whose batch function is annotated."""
    if not isinstance(node, n.ClassDef) or len(node.base_type_exprs) != 1:
        return
    base = node.base_type_exprs[0]
    # A class of the program's own that inherits from the loader takes no brackets.
    if not isinstance(base, (n.MemberExpr, n.NameExpr)) or not is_loader_class(base, tree) or base.name != "DataLoader":
        return
    for method in node.defs.body:
        if isinstance(method, n.FuncDef) and _is_annotated(method) and _names_are_there(method, tree):
            yield Step("loader_types", span_of(base))


def _is_annotated(method: n.FuncDef) -> bool:
    is_batch_function = method.name == "batch_load_fn" and method.unanalyzed_type is not None
    return is_batch_function and len(method.arguments) == 2  # noqa: PLR2004  # self, keys


def _names_are_there(method: n.FuncDef, tree: TypedTree) -> bool:
    """Return whether the names of the annotations have a value when the class is made."""
    from mypy.types import CallableType

    typ = method.unanalyzed_type
    if not isinstance(typ, CallableType):
        return False
    before = _bound_before(method.line, tree)
    found = [name for part in (typ.arg_types[-1], typ.ret_type) for name in _names_in(str(part))]
    return all(name.partition(".")[0] in before or hasattr(builtins, name) for name in found)


def _names_in(text: str) -> Iterator[str]:
    import re

    for found in re.finditer(r"[A-Za-z_][\w.]*(?=\??)", text):
        yield found[0]


def _bound_before(line: int, tree: TypedTree) -> set[str]:
    """Return the names that the module binds for sure, in statements that end before a line."""
    bound: set[str] = set()
    for statement in tree.file.defs:
        if (statement.end_line or statement.line) >= line:
            break
        match statement:
            case n.ImportFrom(names=names):
                bound |= {alias or name for name, alias in names}
            case n.Import(ids=modules):
                bound |= {alias or name.partition(".")[0] for name, alias in modules}
            case n.ClassDef(name=name):
                bound.add(name)
            case n.AssignmentStmt(lvalues=targets):
                bound |= {target.name for target in targets if isinstance(target, n.NameExpr)}
            case _:
                pass
    return bound


def change(edits: Edits, step: Step) -> None:
    """Take the types from the annotations of the batch function."""
    import libcst as cst

    base = edits.at(step.span)
    around = _class_around(edits, base)
    types = None if around is None else _types(around)
    if types is not None:
        items = [cst.SubscriptElement(cst.Index(item)) for item in types]
        edits.add(base, lambda old: cst.Subscript(old, items))


def _class_around(edits: Edits, node: CSTNode) -> ClassDef | None:
    import libcst as cst

    around: CSTNode | None = node
    while around is not None and not isinstance(around, cst.ClassDef):
        around = edits.parsed.parent(around)
    return around


def _types(around: ClassDef) -> tuple[BaseExpression, BaseExpression] | None:
    """Return K and V of `def batch_load_fn(self, keys: List[K]) -> Promise[List[V]]`, or None."""
    import libcst as cst

    for statement in around.body.body:
        if isinstance(statement, cst.FunctionDef) and statement.name.value == "batch_load_fn":
            return _types_of(statement)
    return None


def _types_of(method: FunctionDef) -> tuple[BaseExpression, BaseExpression] | None:
    keys = method.params.params[-1].annotation
    values = None if method.returns is None else _inside(method.returns.annotation, frozenset({"Promise"}))
    key = None if keys is None else _inside(keys.annotation, _KEYS)
    value = None if values is None else _inside(values, _KEYS)
    return None if key is None or value is None else (key, value)


def _inside(annotation: BaseExpression, names: frozenset[str]) -> BaseExpression | None:
    """Return what stands in the brackets behind one of the names, in quotes or not."""
    import libcst as cst

    if isinstance(annotation, cst.SimpleString) and isinstance(annotation.evaluated_value, str):
        annotation = cst.parse_expression(annotation.evaluated_value)
    if not isinstance(annotation, cst.Subscript) or len(annotation.slice) != 1:
        return None
    outer = annotation.value
    name = outer.attr if isinstance(outer, cst.Attribute) else outer
    index = annotation.slice[0].slice
    if not isinstance(name, cst.Name) or name.value not in names or not isinstance(index, cst.Index):
        return None
    return _unquoted(index.value)


def _unquoted(annotation: BaseExpression) -> BaseExpression:
    """Return an annotation without quotes: `find` has seen to it that its names have values by then."""
    import libcst as cst

    if isinstance(annotation, cst.SimpleString) and isinstance(annotation.evaluated_value, str):
        return cst.parse_expression(annotation.evaluated_value)
    return annotation


TRANSFORM = Transform("loader_types", find, change)
