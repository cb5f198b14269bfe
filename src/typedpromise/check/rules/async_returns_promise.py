"""# async-returns-promise: a coroutine function returns a promise.

## What
Reports an `async def` whose result is a promise.

## Why
Its caller has to write `await (await load(1))`, and one `await` too few gives a promise where a value was meant.
A coroutine does not unwrap what it returns, as an `async` function in JavaScript does.

## ❌ Bad
Every line with a cross is reported.
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...

async def load(user: int) -> Promise[str]:  # ❌
    return fetch(user)

async def load_without_annotation(user):
    return fetch(1)  # ❌
```

## ✅ Good
```python
async def load_text(user: int) -> str:
    return await fetch(user)

def load_later(user: int) -> Promise[str]:
    return fetch(user)

async def load_both() -> list[Promise[str]]:
    return [fetch(1), fetch(2)]
```

## Fix
None: `return await` and a plain `def` are both right, and both change what callers get.

## Options
None. `# type: ignore[async-returns-promise]` silences one line.

## When not to use it
Where the two waits mean two things: the coroutine ends when a job has begun, and its promise when the job is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import CallableType, Instance, get_proper_type

from typedpromise.check.nodes import children
from typedpromise.check.rule import Problem, Rule
from typedpromise.check.values import is_always, is_always_promise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node

    from typedpromise.check.tree import TypedTree


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report a coroutine function that is declared to return a promise, or without annotation returns one."""
    if not isinstance(node, n.FuncDef) or not node.is_coroutine or node.is_async_generator:
        return
    if isinstance(node.type, CallableType):
        result = get_proper_type(node.type.ret_type)
        if isinstance(result, Instance) and len(result.args) == 3 and is_always(result.args[2], tree):  # noqa: PLR2004
            yield Problem(
                node,
                f"Coroutine function {node.name} returns a promise, which has to be awaited a second time; "
                f"declare its result and return it with `return await ...`, or make it a plain `def`",
            )
    elif node.type is None:
        for statement in _returns(node):
            if statement.expr is not None and is_always_promise(statement.expr, tree):
                yield Problem(
                    statement,
                    f"Coroutine function {node.name} returns a promise, which has to be awaited a second time; "
                    f"write `return await ...`",
                )


def _returns(function: n.FuncDef) -> Iterator[n.ReturnStmt]:
    waiting: list[Node] = [function.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, n.ReturnStmt):
            yield node
        elif not isinstance(node, (n.FuncDef, n.LambdaExpr, n.ClassDef)):
            waiting += children(node)


RULE = Rule(
    code="async-returns-promise",
    summary="a coroutine function returns a promise",
    visits=(n.FuncDef,),
    check=check,
    preset="strict",
)
