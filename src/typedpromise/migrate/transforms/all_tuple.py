"""`Promise.all((a, b))`: 2.3 makes a list of it, this library a tuple; `Promise.all([a, b])` is a list in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance, TupleType

from typedpromise.migrate.places import Step, span_of
from typedpromise.migrate.seen import argument, is_promise_class
from typedpromise.migrate.transform import Transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcst import BaseExpression, Call, Tuple

    from typedpromise.check.tree import TypedTree
    from typedpromise.migrate.edits import Edits


def find(node: n.Node, tree: TypedTree) -> Iterator[Step]:
    """Find calls of `all` that are given a tuple."""
    match node:
        case n.CallExpr(callee=n.MemberExpr(name="all", expr=owner)) if is_promise_class(owner, tree):
            given = argument(node, 0, "promises")
            typ = None if given is None else tree.type_of(given)
            is_tuple = isinstance(typ, TupleType) or (isinstance(typ, Instance) and typ.type.has_base("builtins.tuple"))
            if given is not None and is_tuple:
                yield Step("all_tuple", span_of(node), own=True)
        case _:
            return


def change(edits: Edits, step: Step) -> None:
    """Make a list of it."""
    # By the call: whether parentheses belong to a tuple, parsers see in two ways.
    edits.add(edits.call_at(step.span), _with_list)


def _with_list(call: Call) -> Call:
    first, *rest = call.args
    return call.with_changes(args=[first.with_changes(value=_as_list(first.value)), *rest])


def _as_list(given: BaseExpression) -> BaseExpression:
    import libcst as cst

    if isinstance(given, cst.Tuple) and given.lpar:
        return _bracketed(given)
    return cst.Call(cst.Name("list"), [cst.Arg(given)])


def _bracketed(given: Tuple) -> BaseExpression:
    import libcst as cst

    left, right = given.lpar[0], given.rpar[-1]
    return cst.List(
        given.elements,
        lbracket=cst.LeftSquareBracket(left.whitespace_after),
        rbracket=cst.RightSquareBracket(right.whitespace_before),
        lpar=given.lpar[1:],
        rpar=given.rpar[:-1],
    )


TRANSFORM = Transform("all_tuple", find, change)
