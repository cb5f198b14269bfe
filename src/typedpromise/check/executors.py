"""Executors: what `Promise(executor)` is given, and the two functions it gets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import FunctionLike

from .functions import function_of, is_nothing, is_plain, mentions

if TYPE_CHECKING:
    from .tree import TypedTree


@dataclass(frozen=True, slots=True)
class Executor:
    """A function that is written in the module and handed to a promise's constructor."""

    call: n.CallExpr
    function: n.FuncItem
    # The variables of its first two parameters, and of `*args`: what they are called is up to the author.
    functions: frozenset[n.SymbolNode]

    def settles(self, node: n.Node | None) -> bool:
        """Return whether the node calls one of the two functions."""
        return (
            isinstance(node, n.CallExpr) and isinstance(node.callee, n.NameExpr) and node.callee.node in self.functions
        )

    def loses(self, statement: n.ReturnStmt, tree: TypedTree) -> bool:
        """Return whether the statement returns a value that was meant for the promise.

        `return resolve(1)` and `return source.then(resolve, reject)` return early, and their value is of no interest.
        """
        value = statement.expr
        return value is not None and not is_nothing(tree.type_of(value)) and not mentions(value, self.functions)


def constructed(call: n.CallExpr, tree: TypedTree) -> n.Expression | None:
    """Return the executor that a call of a promise class is given, in whatever form."""
    # The engine asks about every call, and several rules about those that make a promise.
    known = tree.constructed
    if call not in known:
        known[call] = _constructed(call, tree)
    return known[call]


def _constructed(call: n.CallExpr, tree: TypedTree) -> n.Expression | None:
    if not call.args or not (call.arg_kinds[0] is n.ARG_POS or call.arg_names[0] == "executor"):
        return None
    typ = tree.type_of(call.callee)
    is_class = isinstance(typ, FunctionLike) and typ.is_type_obj()
    return call.args[0] if is_class and tree.is_promise(call) else None


def executor(call: n.CallExpr, tree: TypedTree) -> Executor | None:
    """Return the executor a promise is made with, if it is written in this module and runs when it is called."""
    # The cheap question first: several rules ask this about every call.
    if not call.args or not isinstance(call.args[0], (n.LambdaExpr, n.NameExpr)):
        return None
    known = tree.executors
    if call not in known:
        known[call] = _executor(call, tree)
    return known[call]


def _executor(call: n.CallExpr, tree: TypedTree) -> Executor | None:
    given = constructed(call, tree)
    function = None if given is None else function_of(given, tree)
    if function is None or not is_plain(function):
        return None
    positional = [argument.variable for argument in function.arguments if argument.kind in (n.ARG_POS, n.ARG_OPT)]
    rest = [argument.variable for argument in function.arguments if argument.kind == n.ARG_STAR]
    functions = frozenset[n.SymbolNode]([*positional[:2], *rest])
    if not functions or _are_reassigned(function, functions, tree):
        return None
    return Executor(call, function, functions)


def _are_reassigned(function: n.FuncItem, functions: frozenset[n.SymbolNode], tree: TypedTree) -> bool:
    """Return whether one of the names comes to mean something else: `resolve = logged(resolve)`."""
    return any(
        isinstance(node, n.AssignmentStmt)
        and any(isinstance(target, n.NameExpr) and target.node in functions for target in node.lvalues)
        for node in tree.below(function)
    )
