"""# new-promise-wrap: a promise is made only to pass on what another promise brings.

## What
Reports an executor that does nothing but hand `resolve` and `reject` to a promise,
or resolve with a promise that it makes.

## Why
The promise inside can do everything the new one can.
The detour is easy to get wrong: without `reject` an error of the inner promise is lost and the outer one stays pending.

## ❌ Bad
```python
from collections.abc import Callable
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def parse(text: str) -> int: ...

def wrap(promise: Promise[int]) -> Promise[int]:
    def executor(resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None:
        promise.then(resolve, reject)  # ❌

    Promise[int](lambda resolve, reject: promise.then(resolve)).catch(print)  # ❌ an error of promise is lost
    Promise[int](lambda resolve, reject: fetch(1).then(parse).then(resolve, reject)).catch(print)  # ❌
    Promise[int](lambda resolve, reject: fetch(1).then(parse).then(resolve).catch(reject)).catch(print)  # ❌
    Promise[str](lambda resolve, reject: resolve(fetch(1))).catch(print)  # ❌
    return Promise(executor)
```

## ✅ Good
```python
def wrap_good(promise: Promise[int], on_close: Callable[[Callable[[Exception], None]], None]) -> Promise[int]:
    def until_closed(resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None:
        on_close(reject)
        promise.then(resolve, reject)

    fetch(1).then(parse).catch(print)
    Promise(until_closed).catch(print)
    return promise
```

## What is followed
Executors that are lambdas, or undecorated functions of the same module whose last statement is the one reported.
An executor that uses `resolve` or `reject` anywhere else, or in a loop, does more and is not reported.

## Fix
`--fix` puts the inner promise in the place of the new one, where that is a chain of `then` and `catch` on a variable,
both outcomes are handed over in a lambda, and nobody can tell the one from the other:
the chain makes a promise of its own, or the next link or an `await` takes the outcome.
What a call raises in an executor rejects the promise, and outside of it raises, so a wrapped call is left alone.

## Options
None.

## When not to use it
Where a promise must be a new object, such as one of another class; `Promise.resolve(other)` makes one too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.chain import error_handler, fulfilment_handler, links
from typedpromise.check.executors import executor
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node

    from typedpromise.check.executors import Executor
    from typedpromise.check.tree import TypedTree

_CURE = "use the inner promise itself"
_WRAPPED = f"Promise is made only to pass on what another one brings; {_CURE}"
_LOSES = f"Promise is made only to pass on what another one brings, and stays pending if that is rejected; {_CURE}"


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report an executor that only passes a promise on."""
    found = executor(node, tree) if isinstance(node, n.CallExpr) else None
    if found is None or not found.function.body.body:
        return
    match found.function.body.body[-1]:
        case n.ExpressionStmt(expr=value) | n.ReturnStmt(expr=n.Expression() as value):
            pass
        case _:
            return
    used = _uses(found, value, tree)
    if used != _uses(found, found.function, tree):
        return
    if found.settles(value):
        inside = value.args[0] if isinstance(value, n.CallExpr) and len(value.args) == 1 else None
        if (
            isinstance(inside, n.CallExpr)
            and tree.is_promise(inside)
            and not tree.promises.is_optional(tree.type_of(inside))
        ):
            yield Problem(value, _WRAPPED)
    elif used and used == _handed_over(found, value, tree):
        is_full = any(_is_one(error_handler(link), found) for link in links(value, tree))
        yield Problem(value, _WRAPPED if is_full else _LOSES)


def _uses(found: Executor, root: Node, tree: TypedTree) -> list[Node]:
    nodes = tree.below(root)
    return sorted((node for node in nodes if _is_one(node, found)), key=lambda node: (node.line, node.column))


def _handed_over(found: Executor, value: Expression, tree: TypedTree) -> list[Node]:
    """Return where a chain is given `resolve` or `reject` for a handler."""
    handlers = [
        handler
        for link in links(value, tree)
        if not link.is_open
        for handler in (fulfilment_handler(link), error_handler(link))
        if handler is not None
    ]
    return sorted((node for node in handlers if _is_one(node, found)), key=lambda node: (node.line, node.column))


def _is_one(node: Node | None, found: Executor) -> bool:
    return isinstance(node, n.NameExpr) and node.node in found.functions


RULE = Rule(
    code="new-promise-wrap",
    summary="a promise is made only to pass on what another promise brings",
    visits=(n.CallExpr,),
    check=check,
    calls="executors",
)
