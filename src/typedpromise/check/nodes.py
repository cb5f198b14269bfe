"""Where mypy's nodes keep their children, and a walk over them.

mypy's own `TraverserVisitor` is a compiled trait that interpreted code cannot inherit from.
A table with a loop does the same, and a chain of a thousand links does not exhaust the stack.
A test holds the table against the node classes of the mypy that is installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mypy import nodes as n
from mypy import patterns as p

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHILDREN: dict[type[n.Node], tuple[str, ...]] = {
    n.MypyFile: ("defs",),
    # Statements
    n.AssertStmt: ("expr", "msg"),
    n.AssignmentStmt: ("rvalue",),
    n.Block: ("body",),
    n.ClassDef: ("decorators", "base_type_exprs", "keywords", "defs"),
    n.Decorator: ("decorators", "func"),
    n.DelStmt: ("expr",),
    n.ExpressionStmt: ("expr",),
    n.ForStmt: ("expr", "body", "else_body"),
    n.FuncDef: ("arguments", "body"),
    n.IfStmt: ("expr", "body", "else_body"),
    n.MatchStmt: ("subject", "patterns", "guards", "bodies"),
    n.OperatorAssignmentStmt: ("rvalue",),
    n.OverloadedFuncDef: ("items", "impl"),
    n.RaiseStmt: ("expr", "from_expr"),
    n.ReturnStmt: ("expr",),
    n.TryStmt: ("body", "types", "handlers", "else_body", "finally_body"),
    n.WhileStmt: ("expr", "body", "else_body"),
    n.WithStmt: ("expr", "body"),
    # Expressions
    n.Argument: ("initializer",),
    n.AssertTypeExpr: ("expr",),
    n.AssignmentExpr: ("value",),
    n.AwaitExpr: ("expr",),
    n.CallExpr: ("callee", "args"),
    n.CastExpr: ("expr",),
    n.ComparisonExpr: ("operands",),
    n.ConditionalExpr: ("cond", "if_expr", "else_expr"),
    n.DictExpr: ("items",),
    n.DictionaryComprehension: ("sequences", "condlists", "key", "value"),
    n.GeneratorExpr: ("sequences", "condlists", "left_expr"),
    n.IndexExpr: ("base", "index"),
    n.LambdaExpr: ("arguments", "body"),
    n.ListComprehension: ("generator",),
    n.ListExpr: ("items",),
    n.MemberExpr: ("expr",),
    n.OpExpr: ("left", "right"),
    n.RevealExpr: ("expr",),
    n.SetComprehension: ("generator",),
    n.SetExpr: ("items",),
    n.SliceExpr: ("begin_index", "end_index", "stride"),
    n.StarExpr: ("expr",),
    n.SuperExpr: ("call",),
    n.TemplateStrExpr: ("items",),
    n.TupleExpr: ("items",),
    n.TypeApplication: ("expr",),
    n.UnaryExpr: ("expr",),
    n.YieldExpr: ("expr",),
    n.YieldFromExpr: ("expr",),
    # Patterns
    p.AsPattern: ("pattern",),
    p.ClassPattern: ("class_ref", "positionals", "keyword_values"),
    p.MappingPattern: ("keys", "values"),
    p.OrPattern: ("patterns",),
    p.SequencePattern: ("patterns",),
    p.ValuePattern: ("expr",),
}

# Targets of an assignment are written, not read; only what stands inside `a[...]` and `a.b` is read.
TARGETS: dict[type[n.Node], tuple[str, ...]] = {
    n.AssignmentStmt: ("lvalues",),
    n.DictionaryComprehension: ("indices",),
    n.ForStmt: ("index",),
    n.GeneratorExpr: ("indices",),
    n.OperatorAssignmentStmt: ("lvalue",),
    n.WithStmt: ("target",),
}

# Nodes with nothing to read inside: names, literals, declarations, and what mypy makes of special calls.
LEAVES: frozenset[type[n.Node]] = frozenset(
    {
        n.BreakStmt,
        n.BytesExpr,
        n.ComplexExpr,
        n.ContinueStmt,
        n.EllipsisExpr,
        n.EnumCallExpr,
        n.FloatExpr,
        n.GlobalDecl,
        n.Import,
        n.ImportAll,
        n.ImportFrom,
        n.IntExpr,
        n.NameExpr,
        n.NamedTupleExpr,
        n.NewTypeExpr,
        n.NonlocalDecl,
        n.ParamSpecExpr,
        n.PassStmt,
        n.PromoteExpr,
        n.StrExpr,
        n.TempNode,
        n.TypeAliasExpr,
        n.TypeAliasStmt,
        n.TypeFormExpr,
        n.TypeVarExpr,
        n.TypeVarTupleExpr,
        n.TypedDictExpr,
        p.SingletonPattern,
        p.StarredPattern,
    }
)


def walk(root: n.Node) -> Iterator[tuple[n.Node, n.FuncDef | None]]:
    """Yield every node below `root` in source order, each with the outermost function it stands in.

    For a whole module, and for what stands in one that was walked, ask its tree: that costs a fraction.
    """
    stack: list[tuple[n.Node, n.FuncDef | None]] = [(root, None)]
    while stack:
        node, function = stack.pop()
        yield node, function
        # Most nodes are names and literals.
        if type(node) in LEAVES:
            continue
        if function is None and isinstance(node, n.FuncDef):
            function = node
        stack += [(child, function) for child in reversed(children(node))]


def children(node: n.Node) -> list[n.Node]:
    """Return the nodes right below `node`, except the targets it assigns to."""
    kind = type(node)
    found: list[n.Node] = []
    if kind in TARGETS:
        targets: list[n.Node] = []
        for name in TARGETS[kind]:
            _flatten(getattr(node, name), targets)
        for target in targets:
            if type(target) is not n.NameExpr:
                found += _read_in_target(target)
    for name in CHILDREN.get(kind, ()):
        value = getattr(node, name)
        # What most attributes are, without a call; this runs for every node of a module.
        if isinstance(value, n.Node):
            found.append(value)
        elif type(value) is list:
            for item in cast("list[object]", value):
                if isinstance(item, n.Node):
                    found.append(item)
                elif item is not None:
                    _flatten(item, found)
        elif value is not None:
            _flatten(value, found)
    return found


def _flatten(value: object, found: list[n.Node]) -> None:
    """Append the nodes in an attribute: one, none, a list, a list of pairs, a dict by name."""
    if isinstance(value, n.Node):
        found.append(value)
    elif isinstance(value, (list, tuple)):
        for item in cast("Iterable[object]", value):
            if isinstance(item, n.Node):
                found.append(item)
            else:
                _flatten(item, found)
    elif isinstance(value, dict):
        _flatten(list(cast("dict[str, object]", value).values()), found)


def _read_in_target(target: n.Node) -> Iterator[n.Node]:
    match target:
        case n.NameExpr():
            return
        case n.MemberExpr(expr=owner):
            yield owner
        case n.IndexExpr(base=base, index=index):
            yield base
            yield index
        case n.TupleExpr(items=items) | n.ListExpr(items=items):
            for item in items:
                yield from _read_in_target(item)
        case n.StarExpr(expr=starred):
            yield from _read_in_target(starred)
        case _:
            yield target
