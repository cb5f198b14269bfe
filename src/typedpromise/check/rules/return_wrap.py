"""# return-wrap: a handler wraps its result in a promise.

## What
Reports `return Promise.resolve(value)` and `return Promise.reject(error)` in a handler.

## Why
What a handler returns resolves the chain anyway, and what it raises rejects it.
The wrapper says nothing, and a reader looks for what it is there for.

## ❌ Bad
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...

def load() -> Promise[int]:
    def parse(text: str):
        if not text:
            return Promise.reject(ValueError("empty"))  # ❌
        return Promise.resolve(int(text))  # ❌

    fetch(1).then(lambda text: Promise.resolve(int(text))).catch(print)  # ❌
    return fetch(1).then(parse)
```

## ✅ Good
```python
def load_good() -> Promise[int]:
    def parse(text: str) -> int:
        if not text:
            raise ValueError("empty")
        return int(text)

    def typed(text: str) -> Promise[str]:
        return fetch(2) if text else Promise.resolve("")

    fetch(1).then(lambda text: int(text)).catch(print)
    fetch(1).then(lambda text: fetch(2) if text else Promise.reject(ValueError())).catch(print)
    fetch(1).then(typed).catch(print)
    return fetch(1).then(parse)
```

## What is followed
Handlers given to `then`, `catch` and `finally_` that are lambdas,
or undecorated functions of the same module that are used nowhere else and are not annotated to return a promise.
Only a whole result is reported, not a branch of a conditional expression.
`Promise.reject(error)` in a lambda is not reported, because a lambda cannot raise.

## Fix
`--fix` returns the value itself, and turns `return Promise.reject(error)` into `raise error`.
A rejection is left alone inside a `try` or a `with`, which would see the exception,
and where `error` may be no `Exception`;
so is a value for `finally_`, which would be lost, and what a coroutine returns.
The traceback of a raised error begins in the handler; that of a rejected one has no place.

## Options
None.

## When not to use it
Where handlers return promises throughout for the sake of uniformity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import CallableType, FunctionLike

from typedpromise.check.chain import handlers, link
from typedpromise.check.functions import function_of, is_used_only_as, returns
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node

    from typedpromise.check.tree import TypedTree

_RESOLVED = "Handler wraps its result in Promise.resolve(...), which a chain does anyway; return the value itself"
_REJECTED = "Handler returns Promise.reject(...), which is what a raise does; raise the error"
# The second name of each is that of promise 2.3.
_MESSAGES = {"resolve": _RESOLVED, "fulfilled": _RESOLVED, "reject": _REJECTED, "rejected": _REJECTED}


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the results of handlers that are wrapped for nothing."""
    found = link(node, tree) if isinstance(node, n.CallExpr) else None
    if found is None:
        return
    for handler in handlers(found):
        function = function_of(handler, tree)
        if function is None or _says_promise(function, tree) or not is_used_only_as(function, handler, tree):
            continue
        for statement in returns(function):
            value = statement.expr
            message = None if value is None else _wrapper(value, tree)
            can_raise = isinstance(function, n.FuncDef)
            if value is not None and (message == _RESOLVED or (message == _REJECTED and can_raise)):
                yield Problem(value, message)


def _says_promise(function: n.FuncItem, tree: TypedTree) -> bool:
    typ = function.type
    return isinstance(function, n.FuncDef) and isinstance(typ, CallableType) and tree.promises.is_promise(typ.ret_type)


def _wrapper(value: n.Expression, tree: TypedTree) -> str | None:
    """Return what to say of the value, if it is such a call on a promise class."""
    match value:
        case n.CallExpr(callee=n.MemberExpr(name=name, expr=owner)) if name in _MESSAGES:
            typ = tree.type_of(owner)
            is_class = isinstance(typ, FunctionLike) and typ.is_type_obj()
            return _MESSAGES[name] if is_class and tree.is_promise(value) else None
        case _:
            return None


RULE = Rule(
    code="return-wrap",
    summary="a handler wraps its result in a promise",
    visits=(n.CallExpr,),
    check=check,
    calls="links",
    preset="all",
)
