"""The fix of all-list-literal: give the promises one by one.

The results then come in a tuple, and no longer in a list.
So the fix is safe only where the list is taken apart at once, and nobody gets to see it:
`name, age = await Promise.all([...])`, and a handler that does nothing else with what it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.chain import fulfilment_handler
from typedpromise.check.fix import Fix
from typedpromise.check.functions import function_of, is_plain, is_used_only_as
from typedpromise.check.nodes import walk
from typedpromise.check.sameness import OURS, class_named, next_link, parent

if TYPE_CHECKING:
    from libcst import Arg, BaseExpression, BaseParenthesizableWhitespace, Call, List
    from mypy.nodes import Expression, Node

    from typedpromise._codemod.parsed import Parsed
    from typedpromise.check.fix import _Change
    from typedpromise.check.tree import TypedTree

# What these make of a tuple is what they make of a list.
_ITERATING = frozenset(
    f"builtins.{name}" for name in ("enumerate", "iter", "len", "list", "set", "sorted", "sum", "tuple", "zip")
)


def is_safe(node: Node, tree: TypedTree) -> bool:
    """Return whether all that is done with the list of results can be done with a tuple, to the same end."""
    joined = parent(node, tree)
    if not isinstance(joined, n.CallExpr) or joined.args != [node] or not isinstance(joined.callee, n.MemberExpr):
        return False
    if class_named(joined.callee.expr) != OURS:
        return False
    around = parent(joined, tree)
    if isinstance(around, n.AwaitExpr):
        return _is_taken_apart(around, tree)
    found = next_link(joined, tree)
    handler = None if found is None or found.is_open else fulfilment_handler(found)
    return handler is not None and _takes_apart(handler, tree)


def _takes_apart(handler: Expression, tree: TypedTree) -> bool:
    """Return whether a handler does nothing with its value but take it apart."""
    function = function_of(handler, tree)
    if function is None or not is_plain(function) or not is_used_only_as(function, handler, tree):
        return False
    if [argument.kind for argument in function.arguments] != [n.ARG_POS]:
        return False
    value = function.arguments[0].variable
    uses = [node for node, _ in walk(function.body) if isinstance(node, n.NameExpr) and node.node is value]
    return all(_is_taken_apart(use, tree) for use in uses)


def _is_taken_apart(results: Expression, tree: TypedTree) -> bool:
    match parent(results, tree):
        case n.AssignmentStmt(lvalues=targets, rvalue=value):
            return value is results and all(isinstance(target, (n.TupleExpr, n.ListExpr)) for target in targets)
        case n.IndexExpr(base=base, index=n.IntExpr() | n.UnaryExpr(op="-", expr=n.IntExpr())):
            return base is results
        case n.ForStmt(expr=items):
            return items is results
        case n.GeneratorExpr(sequences=sequences):
            return any(items is results for items in sequences)
        case n.CallExpr(callee=callee, args=args, arg_kinds=kinds):
            kind = next((kind for arg, kind in zip(args, kinds, strict=True) if arg is results), None)
            iterates = isinstance(callee, n.RefExpr) and callee.fullname in _ITERATING
            return kind == n.ARG_STAR or (kind == n.ARG_POS and iterates)
        case _:
            return False


def change(parsed: Parsed, place: BaseExpression) -> _Change | None:
    """Put the items of the list between the parentheses of the call."""
    import libcst as cst

    argument = parsed.parent(place)
    call = None if argument is None else parsed.parent(argument)
    if not isinstance(place, cst.List) or not isinstance(argument, cst.Arg) or not isinstance(call, cst.Call):
        return None
    if not all(isinstance(element, cst.Element) for element in place.elements) or place.lpar:
        return None
    return call, _spread(call, argument, place)


def _spread(call: Call, argument: Arg, items: List) -> Call:
    import libcst as cst

    outer = call.whitespace_before_args
    # A list that stood on lines of its own: its items move to where its bracket was.
    moves = isinstance(outer, cst.ParenthesizedWhitespace)
    commas = [element.comma for element in items.elements]
    args: list[Arg] = []
    for element, comma in zip(items.elements, commas, strict=True):
        if isinstance(comma, cst.Comma) and moves:
            comma = comma.with_changes(whitespace_after=_indented(comma.whitespace_after, outer))  # noqa: PLW2901  # the same comma, elsewhere
        args.append(cst.Arg(element.value, comma=comma))
    last = commas[-1] if isinstance(commas[-1], cst.Comma) else argument.comma
    behind = argument.comma.whitespace_after if isinstance(argument.comma, cst.Comma) else argument.whitespace_after_arg
    end = _end(items.rbracket.whitespace_before, behind)
    if isinstance(last, cst.Comma):
        args[-1] = args[-1].with_changes(comma=last.with_changes(whitespace_after=end))
    else:
        args[-1] = args[-1].with_changes(whitespace_after_arg=end)
    before = outer if moves else items.lbracket.whitespace_after
    return call.with_changes(whitespace_before_args=before, args=args)


def _indented(
    space: BaseParenthesizableWhitespace, like: BaseParenthesizableWhitespace
) -> BaseParenthesizableWhitespace:
    """Return the space between two items, with the next item where `like` would have it."""
    import libcst as cst

    if isinstance(space, cst.ParenthesizedWhitespace) and isinstance(like, cst.ParenthesizedWhitespace):
        between = [
            line.with_changes(indent=like.indent, whitespace=like.last_line) if line.comment else line
            for line in space.empty_lines
        ]
        return space.with_changes(indent=like.indent, last_line=like.last_line, empty_lines=between)
    return space


def _end(inside: BaseParenthesizableWhitespace, behind: BaseParenthesizableWhitespace) -> BaseParenthesizableWhitespace:
    """Return the space before the last parenthesis, of the spaces before and behind the bracket."""
    import libcst as cst

    if not isinstance(inside, cst.ParenthesizedWhitespace):
        return behind if isinstance(behind, cst.ParenthesizedWhitespace) else inside
    if isinstance(behind, cst.ParenthesizedWhitespace) and behind.first_line.comment is not None:
        return behind
    return _indented(inside, behind)


FIX = Fix("all-list-literal", is_safe, change)
