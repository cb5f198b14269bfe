"""The table of children, and the walk."""

from itertools import pairwise

from mypy import nodes, patterns
from mypy.nodes import ARG_POS, CallExpr, Expression, MemberExpr, NameExpr, Node, Statement

from typedpromise.check.nodes import CHILDREN, LEAVES, TARGETS, children, walk

# Bases, and what stands in no tree that was checked: their places in a tree are of other classes.
ABSTRACT = {
    nodes.Expression,
    nodes.FakeExpression,
    nodes.ImportBase,
    nodes.RefExpr,
    nodes.Statement,
    nodes.TypeVarLikeExpr,
    patterns.Pattern,
}


def node_classes() -> set[type[Node]]:
    """Return mypy's classes for expressions, statements and patterns."""
    found = [value for module in (nodes, patterns) for value in vars(module).values() if isinstance(value, type)]
    return {value for value in found if issubclass(value, (Expression, Statement, patterns.Pattern))}


def test_every_node_class_has_its_place() -> None:
    """A mypy with a new kind of node fails here, not by overlooking what stands inside."""
    assert node_classes() - ABSTRACT == (CHILDREN.keys() | LEAVES) - {nodes.MypyFile, nodes.Argument}


def test_attributes_exist() -> None:
    """Each name in the tables is an attribute of its class."""
    names = [(kind, name) for table in (CHILDREN, TARGETS) for kind, found in table.items() for name in found]

    assert [name for kind, name in names if not hasattr(kind, name)] == []


def test_deep_chain() -> None:
    """A chain of ten thousand links is walked without recursion, the last link first."""
    expression: Expression = NameExpr("start")
    for _ in range(10_000):
        expression = CallExpr(MemberExpr(expression, "then"), [], [], [])

    calls = [node for node, _ in walk(expression) if isinstance(node, CallExpr)]
    assert len(calls) == 10_000
    assert calls[0] is expression
    assert all(isinstance(outer.callee, MemberExpr) and outer.callee.expr is inner for outer, inner in pairwise(calls))


def test_targets_are_not_read() -> None:
    """In `a, b.c, d[e] = f` the names b, d, e and f are read."""
    b, d, e, f = (NameExpr(name) for name in "bdef")
    target = nodes.TupleExpr([NameExpr("a"), MemberExpr(b, "c"), nodes.IndexExpr(d, e)])

    assert list(children(nodes.AssignmentStmt([target], f))) == [b, d, e, f]


def test_pairs_and_gaps() -> None:
    """Children may come in pairs, with None where there is nothing, as in `{1: 2, **rest}`."""
    one, two, rest = NameExpr("one"), NameExpr("two"), NameExpr("rest")

    assert list(children(nodes.DictExpr([(one, two), (None, rest)]))) == [one, two, rest]
    assert list(children(CallExpr(one, [two], [ARG_POS], [None]))) == [one, two]
