"""# return-in-finally: a `finally_` handler returns a value, which is lost.

## What
Reports a value that a handler of `finally_` returns.

## Why
The promise behind `finally_` settles as the one before it did, whatever its handler returns.
Who returns a value there most likely meant `then`.

## ❌ Bad
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def close() -> None: ...

def load() -> Promise[str]:
    def cleanup() -> str:
        close()
        return "closed"  # ❌

    fetch(1).finally_(lambda: "done").catch(print)  # ❌
    return fetch(1).finally_(cleanup)
```

## ✅ Good
```python
def release() -> bool: ...
def flush() -> Promise[None]: ...

def load_good() -> Promise[str]:
    def cleanup() -> Promise[None]:
        close()
        return flush()

    fetch(1).finally_(lambda: release()).catch(print)
    fetch(1).finally_(release).catch(print)
    return fetch(1).finally_(cleanup)
```

## What is followed
Lambdas, and undecorated functions of the same module that are used nowhere else.
A promise or another awaitable is not lost: the chain waits for it.
What a lambda calls may have an effect, so only a lambda that makes a value without a call is reported.

## Fix
None: the value may be meant for a `then`, or for nobody.

## Options
None.

## When not to use it
Always use it: such a value goes nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.chain import handlers, link
from typedpromise.check.functions import function_of, inherits, is_nothing, is_plain, is_used_only_as, returns
from typedpromise.check.nodes import walk
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node

    from typedpromise.check.tree import TypedTree

_WAITED_FOR = frozenset({"typing.Awaitable", "concurrent.futures._base.Future"})
_EFFECTS = (n.AssignmentExpr, n.AwaitExpr, n.CallExpr, n.YieldExpr, n.YieldFromExpr)
_MESSAGE = (
    "Value returned from a finally_ handler is lost: the chain goes on with what came before it; "
    "return it from a then handler, or return nothing"
)


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the values that a `finally_` handler returns for nobody."""
    found = link(node, tree) if isinstance(node, n.CallExpr) else None
    if found is None or found.method != "finally_":
        return
    for handler in handlers(found):
        function = function_of(handler, tree)
        if function is None or not is_plain(function) or not is_used_only_as(function, handler, tree):
            continue
        for statement in returns(function):
            value = statement.expr
            if (
                value is not None
                and _is_lost(value, tree)
                and not (isinstance(function, n.LambdaExpr) and _has_effect(value))
            ):
                yield Problem(value, _MESSAGE)


def _is_lost(value: n.Expression, tree: TypedTree) -> bool:
    typ = tree.type_of(value)
    return not is_nothing(typ) and not inherits(typ, _WAITED_FOR) and not tree.promises.is_promise(typ)


def _has_effect(value: n.Expression) -> bool:
    return any(isinstance(node, _EFFECTS) for node, _ in walk(value))


RULE = Rule(
    code="return-in-finally",
    summary="a `finally_` handler returns a value, which is lost",
    visits=(n.CallExpr,),
    check=check,
    calls="links",
)
