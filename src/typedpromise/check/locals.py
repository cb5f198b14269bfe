"""Promises in local variables: which of them nothing handles, on some path or on any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mypy import nodes as n

from .expected import is_expected_to_raise
from .following import Follower
from .made import is_made_and_open
from .paths import paths, reached
from .places import where
from .roles import leaves, role
from .targets import names_in, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .following import Trail
    from .paths import Paths, Step
    from .tree import TypedTree

# Functions that see all variables, by whatever name.
_READS_ALL = frozenset({"builtins.eval", "builtins.exec", "builtins.locals", "builtins.vars"})

# What holds code that runs later, or sees the variable under its own rules.
_CAPTURING = (n.ClassDef, n.FuncDef, n.LambdaExpr)


@dataclass(frozen=True, slots=True)
class Loss:
    """A promise that a function stores in a variable and does not handle."""

    made: n.Expression
    variable: str
    # Where it gets lost, as the end of a sentence, or None where the variable is not read at all.
    where: str | None
    # It is handled on other paths.
    partly: bool


@dataclass(frozen=True, slots=True)
class _Stored:
    """An assignment that stores a new promise."""

    by: n.Node
    made: n.Expression
    holders: frozenset[n.SymbolNode]
    name: str


def losses(function: n.FuncDef, tree: TypedTree) -> list[Loss]:
    """Return the promises that a function loses though it has stored them in variables of its own."""
    # Two rules ask about each function.
    known = tree.losses
    if function not in known:
        known[function] = list(_losses(function, tree))
    return known[function]


def _losses(function: n.FuncDef, tree: TypedTree) -> Iterator[Loss]:
    assigned = (node for node in tree.own_nodes(function) if isinstance(node, (n.AssignmentStmt, n.AssignmentExpr)))
    stored = [found for node in assigned for found in _stored_by(node, tree)]
    if not stored:
        return
    followed = _followed(function, tree)
    stored = [found for found in stored if found.holders <= followed and not is_expected_to_raise(found.by, tree)]
    if not stored:
        return
    body = paths(function, tree)
    steps: dict[n.Node, list[Step]] = {}
    for step in reached([body.start], lambda _: False):
        if step.node is not None:
            steps.setdefault(step.node, []).append(step)
    read = {node.node for node in tree.below(function) if isinstance(node, n.NameExpr)}
    follower = Follower(function, body, followed, tree)
    for found in stored:
        trails = [follower.follow(step, found.holders, found.made) for step in steps.get(found.by, ())]
        yield from _loss(found, trails, body, is_read=not found.holders.isdisjoint(read))


def _loss(found: _Stored, trails: Iterable[Trail], body: Paths, *, is_read: bool) -> Iterator[Loss]:
    """Judge one promise by where it came to; a `finally` has it in several copies."""
    trails = list(trails)
    # What was too much to follow is not spoken of.
    if any(trail.is_cut for trail in trails):
        return
    bad = next((trail for trail in trails if trail.lost), None)
    if bad is not None:
        partly = any(trail.handled for trail in trails)
        at = where(bad, found.name, body, partly=partly) if is_read else None
        yield Loss(found.made, found.name, at, partly)


def _stored_by(node: n.Node, tree: TypedTree) -> Iterator[_Stored]:
    match node:
        case n.AssignmentStmt(lvalues=targets, rvalue=value):
            by_value: dict[n.Expression, list[n.Expression]] = {}
            for target in targets:
                for one, its_value in pairs(target, value):
                    by_value.setdefault(its_value, []).append(one)
            for its_value, names in by_value.items():
                stored = list(_stored_in(node, names, its_value, tree))
                # With a `:=` in it, other variables may hold the promise too.
                if stored and not any(isinstance(inner, n.AssignmentExpr) for inner in tree.below(its_value)):
                    yield from stored
        case n.AssignmentExpr(target=target, value=value):
            # `use(later := fetch())` hands it on at once; in a comprehension there are many.
            if role(node, tree) == "looks" and not _is_in_comprehension(node, tree):
                yield from _stored_in(node, [target], value, tree)
        case _:
            return


def _stored_in(by: n.Node, targets: list[n.Expression], value: n.Expression, tree: TypedTree) -> Iterator[_Stored]:
    holders: set[n.SymbolNode] = set()
    for target in targets:
        match target:
            case n.NameExpr(kind=n.LDEF, node=n.Var() as variable):
                holders.add(variable)
            case _:
                # It is kept there.
                return
    made = next((leaf for leaf in leaves(value) if is_made_and_open(leaf, tree)), None)
    if made is not None and isinstance(targets[0], n.NameExpr):
        # mypy marks names that it has renamed.
        yield _Stored(by, made, frozenset(holders), targets[0].name.rstrip("'"))


def _is_in_comprehension(node: n.Node, tree: TypedTree) -> bool:
    for outer in tree.enclosing(node):
        if isinstance(outer, n.Statement):
            return False
        if isinstance(outer, (n.GeneratorExpr, n.DictionaryComprehension, n.LambdaExpr)):
            return True
    return False


def _followed(function: n.FuncDef, tree: TypedTree) -> frozenset[n.SymbolNode]:
    """Return the variables that only this function reads and writes, by names that do not say that a drop is meant."""
    own: set[n.SymbolNode] = set()
    excluded: set[n.SymbolNode] = set()
    hidden: set[str] = set()
    for node in tree.own_nodes(function):
        match node:
            case n.AssignmentStmt(lvalues=targets):
                own |= {
                    name.node
                    for target in targets
                    for name in names_in(target)
                    if name.kind == n.LDEF and isinstance(name.node, n.Var)
                }
            case n.AssignmentExpr(target=n.NameExpr(node=n.Var() as variable)):
                own.add(variable)
            case n.NonlocalDecl(names=names) | n.GlobalDecl(names=names):
                hidden |= set(names)
            case n.NameExpr(fullname=fullname) if fullname in _READS_ALL:
                return frozenset()
            # mypy has not looked into it: what it would read there is known by name only.
            case n.Block(is_unreachable=True):
                hidden |= {inner.name for inner in tree.below(node) if isinstance(inner, n.NameExpr)}
            case _ if isinstance(node, _CAPTURING):
                for inner in tree.below(node):
                    if isinstance(inner, n.NameExpr) and inner.node is not None:
                        excluded.add(inner.node)
                    elif isinstance(inner, n.NonlocalDecl):
                        hidden |= set(inner.names)
            case _:
                pass
    return frozenset(
        variable for variable in own - excluded if variable.name not in hidden and not variable.name.startswith("_")
    )
