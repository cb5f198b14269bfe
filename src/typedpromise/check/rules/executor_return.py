"""# executor-return: an executor returns a value, which is lost.

## What
Reports a value that an executor returns: a `return value` in a `def`,
or a lambda that makes a value and uses neither `resolve` nor `reject`.

## Why
A promise does not look at what its executor returns.
Who returns a value there most likely meant `resolve(value)`, and the promise stays pending.

## ❌ Bad
```python
from collections.abc import Callable
from typedpromise import Promise

Resolve = Callable[[int], None]
Reject = Callable[[Exception], None]

def load() -> int: ...
def subscribe(callback: Resolve) -> int: ...

def make() -> Promise[int]:
    def executor(resolve: Resolve, reject: Reject) -> int:
        return load()  # ❌
    Promise[int](lambda resolve, reject: load()).catch(print)  # ❌
    return Promise(executor)
```

## ✅ Good
```python
def make_good(ready: bool) -> Promise[int]:
    def executor(resolve: Resolve, reject: Reject) -> None:
        if ready:
            return resolve(load())
        subscribe(resolve)
    Promise[int](lambda resolve, reject: resolve(load())).catch(print)
    Promise[int](lambda resolve, reject: subscribe(resolve)).catch(print)
    return Promise(executor)
```

## What is followed
Lambdas, and undecorated functions of the same module that are passed by their names; methods are not.
A `return` whose expression uses `resolve` or `reject` is a way to leave early, and is not reported,
nor is a value of type `Any` or `None`.
`async-executor` speaks of executors that return a coroutine.

## Fix
None: `resolve(value)` settles a promise that stayed pending, so the program would do something else.

## Options
None.

## When not to use it
Where functions that return something are used as executors for their effects only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.executors import executor
from typedpromise.check.functions import inherits, returns
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node

    from typedpromise.check.tree import TypedTree

_NEVER_RUN = frozenset({"typing.Coroutine", "typing.Generator", "typing.AsyncGenerator"})
_MESSAGE = "Value returned from an executor is lost, and nothing resolves the promise with it; write resolve(value)"


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the values that an executor returns."""
    found = executor(node, tree) if isinstance(node, n.CallExpr) else None
    if found is None:
        return
    for statement in returns(found.function):
        value = statement.expr
        if value is not None and found.loses(statement, tree) and not inherits(tree.type_of(value), _NEVER_RUN):
            yield Problem(value, _MESSAGE)


RULE = Rule(
    code="executor-return",
    summary="an executor returns a value, which is lost",
    visits=(n.CallExpr,),
    check=check,
    calls="executors",
)
