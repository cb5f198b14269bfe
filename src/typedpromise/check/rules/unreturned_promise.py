"""# unreturned-promise: a handler starts something and does not wait for it.

## What
Reports a handler that makes a promise in a statement of its own, handles its errors there, and returns nothing.

## Why
The chain goes on before that promise has settled, and what it brings is lost.
Whoever waits for the chain believes that all is done.
It is the mistake of which Bluebird warns with "a promise was created in a handler but was not returned from it".

## ❌ Bad
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def save(text: str) -> Promise[None]: ...
def report(error: Exception) -> None: ...

def keep(text: str) -> None:
    save(text).catch(report)  # ❌

def handle() -> Promise[None]:
    return fetch(1).then(keep)
```

## ✅ Good
```python
def keep_and_wait(text: str) -> Promise[None]:
    return save(text).catch(report)

def keep_and_go_on(text: str) -> None:
    save(text).done(None, report)

def handle_good() -> Promise[None]:
    fetch(1).then(keep_and_go_on).catch(report)
    return fetch(1).then(keep_and_wait)
```

## What is followed
Handlers given to `then` and `catch` that are undecorated functions of the same module; methods are not.
A handler that returns something on any path is left alone, and so is a promise that ends with `.done()`.
A promise whose errors nobody handles is reported by `floating-promise`, wherever it is made:
this rule speaks only of those that are handled, so no line is reported by both.

## Fix
None: returning the promise makes the chain wait for it, so the program would do something else.

## Options
None.

## When not to use it
Where handlers start work on purpose that nothing waits for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.chain import error_handler, fulfilment_handler, link, links, takes_every_error
from typedpromise.check.functions import function_of, is_plain, own_nodes, returns
from typedpromise.check.rule import Problem, Rule

from .floating_promise import check as is_floating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node

    from typedpromise.check.tree import TypedTree

_MESSAGE = (
    "Promise is made in a handler and not returned: the chain goes on without waiting for it; "
    "return it, or end it with .done(None, handler) to say that nothing waits"
)


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report promises that are handled inside a handler, in place of being returned from it."""
    found = link(node, tree) if isinstance(node, n.CallExpr) else None
    if found is None:
        return
    for handler in (fulfilment_handler(found), error_handler(found)):
        function = None if handler is None else function_of(handler, tree)
        if not isinstance(function, n.FuncDef) or not is_plain(function) or _returns_something(function):
            continue
        for statement in own_nodes(function):
            if isinstance(statement, n.ExpressionStmt) and _is_handled_chain(statement, tree):
                yield Problem(statement.expr, _MESSAGE)


def _returns_something(function: n.FuncDef) -> bool:
    return any(statement.expr is not None for statement in returns(function))


def _is_handled_chain(statement: n.ExpressionStmt, tree: TypedTree) -> bool:
    chain = list(links(statement.expr, tree))
    if not any(takes_every_error(found, tree) for found in chain) or any(is_floating(statement, tree)):
        return False
    # A chain on a promise that was there before is the business of whoever made it.
    start = chain[-1].receiver
    return isinstance(start, n.CallExpr)


RULE = Rule(
    code="unreturned-promise",
    summary="a handler starts something and does not wait for it",
    visits=(n.CallExpr,),
    check=check,
    calls="links",
    preset="strict",
)
