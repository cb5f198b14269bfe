"""`p = Promise()`, later `p.do_resolve(v)`: `resolvers = Promise.with_resolvers()`, `resolvers.resolve(v)`.

Rewritten where one function does all of it with a local name; functions inside it may use the name, too.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mypy import nodes as n

from typedpromise.check.functions import own_nodes
from typedpromise.check.nodes import walk
from typedpromise.migrate.places import Left, Step, span_of
from typedpromise.migrate.seen import is_exactly_promise, is_promise, is_unknown
from typedpromise.migrate.transform import Transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcst import AnnAssign, Attribute, BaseExpression

    from typedpromise.check.tree import TypedTree
    from typedpromise.migrate.edits import Edits

_DECIDING = {"do_resolve": "resolve", "fulfill": "resolve", "do_reject": "reject"}
# Too common for a name of which nothing else is known.
_UNMISTAKABLE = frozenset({"do_resolve", "do_reject"})
_WRITE = "write resolvers = Promise.with_resolvers(), hand out resolvers.promise, and call resolvers.{}(...)"


class _Pattern(NamedTuple):
    function: n.FuncDef
    # The one that it is assigned to comes first.
    uses: list[n.NameExpr]


def find(node: n.Node, tree: TypedTree) -> Iterator[Step | Left]:
    """Find promises without an executor, and what decides them."""
    match node:
        case n.CallExpr(callee=callee, args=[]) if is_exactly_promise(callee, tree):
            yield from _made(node, tree)
        case n.MemberExpr(name=name, expr=owner) if name in _DECIDING:
            unknown = is_unknown(owner, tree) and name in _UNMISTAKABLE
            found = _pattern_of(owner, owner, tree)
            if unknown or (is_promise(owner, tree) and isinstance(found, str)):
                why = "it is not known whether this is a promise" if unknown else str(found)
                yield Left(span_of(node), f"{name}()", why, _WRITE.format(_DECIDING[name]))
        case _:
            return


def _made(call: n.CallExpr, tree: TypedTree) -> Iterator[Step | Left]:
    around = next(tree.enclosing(call), None)
    target = around.lvalues[0] if isinstance(around, n.AssignmentStmt) and around.rvalue is call else None
    found = "it is not kept in a local name" if target is None else _pattern_of(target, call, tree)
    if isinstance(found, str):
        yield Left(span_of(call), "Promise() without an executor", found, _WRITE.format("resolve"))
        return
    names = {use.name for use, _ in walk(found.function) if isinstance(use, n.NameExpr)}
    names |= {argument.variable.name for argument in found.function.arguments}
    own = f"{found.uses[0].name}_resolvers"
    several = sum(isinstance(use, n.CallExpr) and _is_bare(use, tree) for use, _ in walk(found.function)) > 1
    name = own if several or "resolvers" in names else "resolvers"
    if name in names:
        yield Left(span_of(call), "Promise() without an executor", f"{name} is taken", _WRITE.format("resolve"))
        return
    others = tuple(span_of(use) for use in found.uses)
    yield Step("resolvers", span_of(call), (name,), others, own=True)


def _is_bare(call: n.CallExpr, tree: TypedTree) -> bool:
    return not call.args and is_exactly_promise(call.callee, tree)


def _pattern_of(expression: n.Expression, at: n.Node, tree: TypedTree) -> _Pattern | str:
    """Return what one function does with a local name that it gives a promise to, or why that is not so.

    Args:
        expression: The name.
        at: A node beside it that the walk comes by; it does not come by the targets of assignments.
        tree: The module.

    """
    if not isinstance(expression, n.NameExpr) or expression.kind is not n.LDEF:
        return "the promise is kept somewhere else than in a local name"
    variable = expression.node
    for function in (outer for outer in tree.enclosing(at) if isinstance(outer, n.FuncDef)):
        made = [node for node in own_nodes(function) if _assigns(node, variable)]
        if made:
            break
    else:
        return "the promise was made somewhere else"
    uses = [node for node, _ in walk(function) if isinstance(node, n.NameExpr) and node.node is variable]
    # Of the assignments there is one, and in it the name stands once.
    only = made[0]
    if not isinstance(only, n.AssignmentStmt) or len(made) != 1 or not _is_made_there(only, tree):
        return "the name stands for other things, too"
    if any(_rebinds(node, only, variable) for node, _ in walk(function)):
        return "the name stands for other things, too"
    deciding = [parent for use in uses if (parent := _member(use, tree)) is not None and parent.name in _DECIDING]
    if not deciding:
        return "it is decided somewhere else"
    if any(_more_than_one(member, tree) for member in deciding):
        return "it is given more than one argument"
    target = only.lvalues[0]
    return _Pattern(function, [target, *uses]) if isinstance(target, n.NameExpr) else "it is not kept in a local name"


def _assigns(node: n.Node, variable: n.SymbolNode | None) -> bool:
    if not isinstance(node, n.AssignmentStmt):
        return False
    return any(isinstance(target, n.NameExpr) and target.node is variable for target in node.lvalues)


def _is_made_there(assignment: n.AssignmentStmt, tree: TypedTree) -> bool:
    made = assignment.rvalue
    return isinstance(made, n.CallExpr) and len(assignment.lvalues) == 1 and _is_bare(made, tree)


def _rebinds(node: n.Node, only: n.AssignmentStmt, variable: n.SymbolNode | None) -> bool:
    """Return whether a statement gives the name to something else, or takes it away."""
    match node:
        case n.AssignmentStmt(lvalues=targets) if node is not only:
            bound: list[n.Node] = list(targets)
        case n.ForStmt(index=target) | n.OperatorAssignmentStmt(lvalue=target) | n.DelStmt(expr=target):
            bound = [target]
        case n.AssignmentExpr(target=target):
            bound = [target]
        case n.WithStmt(target=given):
            bound = [target for target in given if target is not None]
        case n.NonlocalDecl(names=names):
            return variable is not None and variable.name in names
        case _:
            return False
    return any(isinstance(name, n.NameExpr) and name.node is variable for root in bound for name, _ in walk(root))


def _member(use: n.NameExpr, tree: TypedTree) -> n.MemberExpr | None:
    around = next(tree.enclosing(use), None)
    return around if isinstance(around, n.MemberExpr) else None


def _more_than_one(member: n.MemberExpr, tree: TypedTree) -> bool:
    call = next(tree.enclosing(member), None)
    return isinstance(call, n.CallExpr) and call.callee is member and (call.arg_kinds != [n.ARG_POS])


def change(edits: Edits, step: Step) -> None:
    """Make the resolvers, and put them, or their promise, where the name stands."""
    import libcst as cst

    name = step.details[0]
    edits.add(edits.call_at(step.span), _with_resolvers)
    for span in step.others:
        use = edits.at(span)
        around = edits.parsed.parent(use)
        if isinstance(around, cst.Attribute) and around.value is use and around.attr.value in _DECIDING:
            edits.add(around, partial(_method_of, name, _DECIDING[around.attr.value]))
        elif isinstance(around, cst.AssignTarget):
            edits.add(use, lambda _: cst.Name(name))
        elif isinstance(around, cst.AnnAssign):
            if not isinstance(around.annotation.annotation, cst.Subscript):
                from typedpromise.migrate.edits import CannotEditError

                msg = f"the annotation of the promise at line {span.line} is not Promise[...]"
                raise CannotEditError(msg)
            edits.names.add("Resolvers")
            edits.add(around, lambda old: _of_resolvers(old.with_changes(target=cst.Name(name))))
        else:
            edits.add(use, lambda old: cst.Attribute(cst.Name(name), cst.Name("promise"), lpar=old.lpar, rpar=old.rpar))


def _method_of(name: str, method: str, attribute: Attribute) -> Attribute:
    import libcst as cst

    return attribute.with_changes(value=cst.Name(name), attr=cst.Name(method))


def _with_resolvers(call: BaseExpression) -> BaseExpression:
    import libcst as cst

    assert isinstance(call, cst.Call)
    return call.with_changes(func=cst.Attribute(call.func, cst.Name("with_resolvers")))


def _of_resolvers(assignment: AnnAssign) -> AnnAssign:
    import libcst as cst

    subscript = cst.ensure_type(assignment.annotation.annotation, cst.Subscript)
    old = subscript.value
    kind = old.with_changes(attr=cst.Name("Resolvers")) if isinstance(old, cst.Attribute) else cst.Name("Resolvers")
    annotation = assignment.annotation.with_changes(annotation=subscript.with_changes(value=kind))
    return assignment.with_changes(annotation=annotation)


TRANSFORM = Transform("resolvers", find, change)
