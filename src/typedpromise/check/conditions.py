"""Conditions along a path: which of them read the same, always hold, or leave no promise in a variable."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias, cast

from mypy import nodes as n
from mypy.types import AnyType, Instance, LiteralType

from .nodes import children, walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from .tree import TypedTree

# A condition as text would tell it, without its place.
Key: TypeAlias = tuple[object, ...]
# Conditions and how they came out.
Facts: TypeAlias = frozenset[tuple[Key, bool]]

_OPPOSITES = {"is not": "is", "!=": "==", "not in": "in"}


def fact(condition: n.Expression, truth: bool) -> tuple[Key, bool]:  # noqa: FBT001  # one half of the fact
    """Return a condition and how it comes out, the same for `x is not None` and for `x is None` the other way."""
    match condition:
        case n.UnaryExpr(op="not", expr=inner):
            return fact(inner, not truth)
        case n.ComparisonExpr(operators=[operator]) if operator in _OPPOSITES:
            return ("ComparisonExpr", (_OPPOSITES[operator],), *map(_key, condition.operands)), not truth
        case _:
            return _key(condition), truth


def _key(node: n.Node) -> Key:
    own: list[object] = []
    for name in ("name", "op", "operators", "value", "arg_names"):
        value: object = getattr(node, name, None)
        if isinstance(value, list):
            own.append(tuple(cast("list[object]", value)))
        elif not isinstance(value, n.Node):
            own.append(value)
    return (type(node).__name__, *own, *map(_key, children(node)))


def repeated(conditions: Iterable[n.Expression]) -> frozenset[Key]:
    """Return those that stand in a body more than once."""
    count = Counter(fact(condition, True)[0] for condition in conditions)
    return frozenset(key for key, times in count.items() if times > 1)


def words(key: Key) -> Iterator[object]:
    """Yield the names in a condition, among other things."""
    for part in key:
        if isinstance(part, tuple):
            yield from words(cast("Key", part))
        else:
            yield part


def known_at(node: n.Node, tree: TypedTree) -> Iterator[tuple[n.Expression, bool]]:
    """Yield the conditions of the branches that a node stands in."""
    for outer in tree.enclosing(node):
        match outer:
            case n.IfStmt(expr=conditions, body=bodies):
                for condition, body in zip(conditions, bodies, strict=True):
                    if node is condition:
                        break
                    yield from _parts(condition, truth=node is body)
                    if node is body:
                        break
            case n.ConditionalExpr(cond=condition) if node is not condition:
                yield from _parts(condition, truth=node is outer.if_expr)
            case n.FuncDef() | n.LambdaExpr():
                return
            case _:
                pass
        node = outer


def _parts(condition: n.Expression, *, truth: bool) -> Iterator[tuple[n.Expression, bool]]:
    match condition:
        case n.UnaryExpr(op="not", expr=inner):
            yield from _parts(inner, truth=not truth)
        case n.OpExpr(op="and" | "or" as op, left=left, right=right):
            if truth == (op == "and"):
                yield from _parts(left, truth=truth)
                yield from _parts(right, truth=truth)
        case _:
            yield condition, truth


def leaves_no_promise(
    condition: n.Expression,
    truth: bool,  # noqa: FBT001  # as a step has it
    names: Collection[n.SymbolNode],
    tree: TypedTree,
) -> bool:
    """Return whether a variable of the names cannot hold a promise where the condition came out so."""
    match condition:
        case n.UnaryExpr(op="not", expr=inner):
            return leaves_no_promise(inner, not truth, names, tree)
        case n.NameExpr(node=variable) | n.AssignmentExpr(target=n.NameExpr(node=variable)) if variable in names:
            # A promise is true.
            return not truth
        case n.ComparisonExpr(operators=["is" | "is not" | "==" | "!=" as operator], operands=operands):
            # It is what no promise is: None, or a mark such as `MISSING = object()`.
            others = [one for one in operands if _variable(one) not in names]
            is_other = len(others) == 1 and not tree.is_promise(others[0])
            return is_other and truth == (operator in {"is", "=="})
        case n.ComparisonExpr(operators=["in" | "not in" as operator], operands=[value, _]):
            # Whoever has such a collection has the promise.
            return _variable(value) in names and truth == (operator == "in")
        case n.CallExpr(callee=n.NameExpr(fullname="builtins.isinstance"), args=[value, kinds]):
            return _variable(value) in names and _is_class_of_promises(kinds, tree) != truth
        case _:
            return False


def _variable(expression: n.Expression) -> n.SymbolNode | None:
    match expression:
        case n.NameExpr(node=variable) | n.AssignmentExpr(target=n.NameExpr(node=variable)):
            return variable
        case _:
            return None


def _is_class_of_promises(kinds: n.Expression, tree: TypedTree) -> bool:
    """Return whether a promise may be an instance of one of the classes; what is not known is one."""
    classes = kinds.items if isinstance(kinds, n.TupleExpr) else [kinds]
    for kind in classes:
        if not isinstance(kind, n.RefExpr) or not isinstance(kind.node, n.TypeInfo):
            return True
        names = {base.fullname for base in kind.node.mro}
        if not names.isdisjoint(tree.promises.fullnames) or kind.node.is_protocol or kind.fullname == "builtins.object":
            return True
    return False


def conditions_in(function: n.FuncItem) -> list[n.Expression]:
    """Return the conditions of branches in a body; those of loops come out otherwise each time."""
    found: list[n.Expression] = []
    waiting: list[n.Expression] = []
    for node, _ in walk(function.body):
        match node:
            case n.IfStmt(expr=conditions):
                waiting += conditions
            case n.ConditionalExpr(cond=condition) | n.AssertStmt(expr=condition):
                waiting.append(condition)
            case _:
                pass
    while waiting:
        match waiting.pop():
            case n.UnaryExpr(op="not", expr=inner):
                waiting.append(inner)
            case n.OpExpr(op="and" | "or", left=left, right=right):
                waiting += [left, right]
            case condition:
                found.append(condition)
    return found


def is_true(condition: n.Expression) -> bool:
    """Return whether a condition is written as one that always holds: `True`, or a number other than 0."""
    match condition:
        case n.NameExpr(fullname="builtins.True"):
            return True
        case n.IntExpr(value=value):
            return value != 0
        case _:
            return False


def is_always_true(condition: n.Expression, tree: TypedTree) -> bool:
    """Return whether the tests before this one have left only values for which it holds."""
    match condition:
        case n.CallExpr(
            callee=n.NameExpr(fullname="builtins.isinstance"), args=[value, n.RefExpr(node=n.TypeInfo() as kind)]
        ):
            typ = tree.type_of(value)
            return isinstance(typ, Instance) and any(base is kind for base in typ.type.mro)
        case n.ComparisonExpr(operators=["is" | "=="], operands=[left, right]):
            return _only_value(left, tree) is not None and _only_value(left, tree) == _only_value(right, tree)
        case _:
            return False


def _only_value(expression: n.Expression, tree: TypedTree) -> object:
    """Return the one value that mypy knows the expression to have, or None."""
    typ = tree.type_of(expression)
    if isinstance(typ, AnyType):
        return None
    literal = typ.last_known_value if isinstance(typ, Instance) else typ
    return (literal.fallback.type.fullname, literal.value) if isinstance(literal, LiteralType) else None
