"""# promise-nesting: a chain stands inside a handler where it could go on outside.

## What
Reports a `.then(...)` on a promise made in a handler, when that handler returns the chain
and what is inside does not need the handler's own names.

## Why
A chain is read from top to bottom; nesting turns it back into callbacks within callbacks.

## ❌ Bad
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def parse(text: str) -> int: ...
def add(number: int) -> int: ...

def load() -> Promise[int]:
    def handler(user: int) -> Promise[int]:
        return fetch(user).then(parse).then(add)  # ❌

    Promise.resolve(1).then(lambda user: fetch(user).then(parse)).catch(print)  # ❌
    return Promise.resolve(1).then(handler)
```

## ✅ Good
```python
def load_good() -> Promise[tuple[int, int]]:
    def handler(user: int) -> Promise[int] | int:
        if user < 0:
            return 0
        return fetch(user).then(parse)

    Promise.resolve(1).then(fetch).then(parse).then(add).catch(print)
    Promise.resolve(1).then(handler).catch(print)
    Promise.resolve(1).then(lambda user: fetch(user).then(parse).catch(add_error)).catch(print)
    return Promise.resolve(1).then(lambda user: fetch(user).then(lambda text: (user, parse(text))))

def add_error(error: Exception) -> int: ...
```

## What is followed
Handlers given to `then` that are lambdas, or undecorated functions of the same module used nowhere else,
with the chain as their only `return`.
A chain with a `catch`, a `finally_` or two handlers in one `then` is not reported:
it means something else outside, where it would take the errors of the handlers before it.

## Fix
None: a link moved outside is made earlier,
and its handler no longer runs in the context (`contextvars`) of the one around it.

## Options
None.

## When not to use it
Where short chains read well as they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.chain import fulfilment_handler, link, links, takes_fulfilment
from typedpromise.check.functions import (
    function_of,
    is_plain,
    is_used_only_as,
    mentions,
    own_nodes,
    parameters,
    returns,
)
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node

    from typedpromise.check.chain import Link
    from typedpromise.check.tree import TypedTree

_MESSAGE = (
    "Chain inside a handler needs nothing of the handler around it; "
    "return the promise at its start, and move this .then(...) behind the outer one"
)


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the chain that a handler returns, if it could stand behind the handler."""
    outer = link(node, tree) if isinstance(node, n.CallExpr) else None
    handler = None if outer is None else fulfilment_handler(outer)
    function = None if handler is None else function_of(handler, tree)
    if outer is None or handler is None or function is None or not is_plain(function) or len(outer.positional) != 1:
        return
    value = _only_result(function)
    chain = [] if value is None else list(links(value, tree))
    if not chain or not all(_is_simple(found, tree) for found in chain):
        return
    names = _local_names(function)
    if any(mentions(argument, names) for found in chain for argument in found.positional):
        return
    if isinstance(chain[-1].receiver, n.CallExpr) and is_used_only_as(function, handler, tree):
        yield Problem(chain[0].call, _MESSAGE)


def _only_result(function: n.FuncItem) -> n.Expression | None:
    """Return what the last statement of a function returns, if nothing else in it does."""
    found = list(returns(function))
    return found[0].expr if len(found) == 1 and found == function.body.body[-1:] else None


def _is_simple(found: Link, tree: TypedTree) -> bool:
    one = len(found.positional) == 1 and not found.named and not found.is_open
    return found.method == "then" and one and takes_fulfilment(found, tree)


def _local_names(function: n.FuncItem) -> frozenset[n.SymbolNode]:
    inside = list(own_nodes(function))
    targets = {
        target.node
        for node in inside
        if isinstance(node, n.AssignmentStmt)
        for target in node.lvalues
        if isinstance(target, n.NameExpr) and target.node is not None
    }
    defined = {node for node in inside if isinstance(node, n.FuncDef)}
    return frozenset[n.SymbolNode]([*parameters(function), *targets, *defined])


RULE = Rule(
    code="promise-nesting",
    summary="a chain stands inside a handler where it could go on outside",
    visits=(n.CallExpr,),
    check=check,
    calls="links",
    preset="all",
)
