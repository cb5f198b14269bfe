"""# return-in-try: a promise is returned out of a `try` whose `except` never sees its error.

## What
Reports `return promise` inside a `try` with an `except`:
in an `async def`, and in other functions when the `except` takes every error and turns it into something else.

## Why
The promise is rejected later, when the `try` has been left.
The `except` looks as if it handled that error, and it never does.

## ❌ Bad
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def log(error: Exception) -> None: ...

async def load() -> Promise[str] | None:
    try:
        return fetch(1)  # ❌
    except OSError:
        return None

def load_later() -> Promise[str] | None:
    try:
        return fetch(1).then(str.upper)  # ❌
    except Exception as error:
        log(error)
        return None
```

## ✅ Good
```python
async def load_good() -> str | None:
    try:
        return await fetch(1)
    except OSError:
        return None

def load_later_good() -> Promise[str | None]:
    return fetch(1).then(str.upper).catch(lambda _error: None)

def load_safely() -> Promise[str]:
    try:
        return fetch(1)
    except Exception as error:
        return Promise.reject(error)

def cached(pending: dict[int, Promise[str]]) -> Promise[str]:
    try:
        return pending.pop(1)
    except KeyError:
        return fetch(1)
```

## What is followed
`return` statements in the body of the `try`, not those in its handlers, its `else` or functions inside it.
Only the value of a call is reported, when its chain does not handle every error itself.
An `except` for lookups only (`KeyError`, `IndexError`, `LookupError`, `AttributeError`) is about the call.
In a function that is not async the same holds for an `except` of named classes,
and for one that raises again or returns a promise.

## Fix
None: `return await` makes the `except` see the error, so the program would do something else.

## Options
None.

## When not to use it
Where such an `except` is only for errors of the call that makes the promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.chain import links, takes_every_error
from typedpromise.check.nodes import children
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node

    from typedpromise.check.tree import TypedTree

_LOOKUPS = frozenset(f"builtins.{name}" for name in ("KeyError", "IndexError", "LookupError", "AttributeError"))
_EVERY_ERROR = frozenset({"builtins.Exception", "builtins.BaseException"})
_MISSED = "Promise is returned out of a try, so that its except never sees the error of the promise"
_AWAIT = f"{_MISSED}; write return await"
_CATCH = f"{_MISSED}; handle that with .catch(handler)"


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the promises that leave a `try` before they have settled."""
    if not isinstance(node, n.TryStmt) or not node.handlers:
        return
    values = [value for value in _returned(node.body) if _is_unhandled(value, tree)]
    if not values:
        return
    function = next((outer for outer in tree.enclosing(node) if isinstance(outer, n.FuncDef)), None)
    if function is None or function.is_generator:
        return
    if function.is_coroutine:
        if any(kind is None or not _names(kind) <= _LOOKUPS for kind in node.types):
            yield from (Problem(value, _AWAIT) for value in values)
    elif any(
        (kind is None or _names(kind) & _EVERY_ERROR) and not _passes_on(handler, tree)
        for kind, handler in zip(node.types, node.handlers, strict=True)
    ):
        yield from (Problem(value, _CATCH) for value in values)


def _inside(block: n.Block) -> Iterator[Node]:
    waiting: list[Node] = [block]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (n.FuncDef, n.LambdaExpr, n.ClassDef)):
            waiting += reversed(list(children(node)))


def _returned(body: n.Block) -> Iterator[Expression]:
    return (node.expr for node in _inside(body) if isinstance(node, n.ReturnStmt) and node.expr is not None)


def _is_unhandled(value: Expression, tree: TypedTree) -> bool:
    if not isinstance(value, n.CallExpr) or not tree.is_promise(value):
        return False
    return not any(takes_every_error(found, tree) for found in links(value, tree))


def _names(kind: Expression) -> frozenset[str]:
    match kind:
        case n.TupleExpr(items=items):
            return frozenset(name for item in items for name in _names(item))
        case n.RefExpr(fullname=fullname):
            return frozenset({fullname})
        case _:
            return frozenset({""})


def _passes_on(handler: n.Block, tree: TypedTree) -> bool:
    """Return whether a handler raises again, or makes a promise of the error."""
    return any(
        isinstance(node, n.RaiseStmt)
        or (isinstance(node, n.ReturnStmt) and node.expr is not None and tree.is_promise(node.expr))
        for node in _inside(handler)
    )


RULE = Rule(
    code="return-in-try",
    summary="a promise is returned out of a `try` whose `except` never sees its error",
    visits=(n.TryStmt,),
    check=check,
    preset="strict",
)
