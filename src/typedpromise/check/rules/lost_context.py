"""# lost-context: a handler changes a context variable for nobody.

## What
Reports a `ContextVar` that a handler sets when nothing in the handler could read it afterwards,
and `reset(token)` in a handler that did not make the token.

## Why
A handler runs in a copy of the context in which `then`, `catch` or `finally_` was called.
What it sets is seen by itself and by what it calls, and is gone when it ends:
neither the next handler nor whoever waits for the promise sees it.
A token belongs to the context it was made in, so `reset` raises `ValueError` in the copy, each time.

## ❌ Bad
```python
from contextvars import ContextVar
from typedpromise import Promise

user: ContextVar[str] = ContextVar("user")

def fetch(number: int) -> Promise[str]: ...
def show(text: object) -> None: ...

def log_in(name: str) -> str:
    user.set(name)  # ❌
    return name

def load() -> Promise[None]:
    return fetch(1).then(log_in).then(lambda _: show(user.get()))

def load_as(name: str) -> Promise[str]:
    token = user.set(name)
    return fetch(1).finally_(lambda: user.reset(token))  # ❌
```

## ✅ Good
```python
def show_as(name: str) -> None:
    token = user.set(name)
    try:
        show(user.get())
    finally:
        user.reset(token)

def load_well() -> Promise[None]:
    return fetch(1).then(show_as)

def load_well_as(name: str) -> Promise[str]:
    token = user.set(name)
    try:
        return fetch(1).then(lambda text: text + user.get())
    finally:
        user.reset(token)
```

## What is followed
Handlers of this library's promises that are lambdas,
or undecorated functions of the same module that are not called in it.
Whatever is called, awaited or yielded behind the `set`, on any path, is taken to read the variable,
so is an attribute, and what leaves a `with` around it.
An executor and what `try_` calls run in the caller's own context, so they may set what they like.
A thread that an executor starts has a context of its own, with none of the caller's values, as threads have;
`copy_context().run` and `asyncio.to_thread` take them along.
Whether a thread reads one is not seen, so that is not reported.
The handlers of promise 2.3 run in the context of whoever settles the promise; they are not reported.

## Fix
None: what the handler needs from its context is the author's to say.

## Options
None.

## When not to use it
There is no code in which such a `set` or `reset` does what it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance

from typedpromise.check.functions import function_of, is_plain
from typedpromise.check.given import given, is_old
from typedpromise.check.made import assigned_here
from typedpromise.check.paths import paths, reached
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node

    from typedpromise.check.paths import Step
    from typedpromise.check.tree import TypedTree

_VARIABLES = frozenset({"_contextvars.ContextVar", "contextvars.ContextVar"})
_COPY = "which runs in a copy of the context"
_SET = (
    f"Context variable is set in a handler, {_COPY}, and nothing in it reads the variable afterwards; "
    "return the value, or set the variable before then(...) is called"
)
_RESET = (
    f"Token was not made in this handler, {_COPY}, so reset(...) raises ValueError; reset the variable where it was set"
)

_READING = (n.AwaitExpr, n.CallExpr, n.MemberExpr, n.YieldExpr, n.YieldFromExpr)


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report context variables that a handler sets or resets in its copy of the context."""
    match node:
        case n.CallExpr(callee=n.MemberExpr(name="set" | "reset" as method, expr=owner), args=[argument]):
            typ = tree.type_of(owner)
        case _:
            return
    if not isinstance(typ, Instance) or typ.type.fullname not in _VARIABLES:
        return
    function = _handler(node, tree)
    if function is None:
        return
    if method == "set" and not _is_read_later(node, function, tree):
        yield Problem(node, _SET)
    elif method == "reset" and _is_from_outside(argument, function, tree):
        yield Problem(node, _RESET)


def _handler(node: Node, tree: TypedTree) -> n.FuncItem | None:
    """Return the handler that a node stands in, if promises of this library are all that call it."""
    function: n.FuncItem | None = None
    for outer in tree.enclosing(node):
        if isinstance(outer, (n.FuncDef, n.LambdaExpr)):
            function = outer
            break
        if isinstance(outer, n.WithStmt):
            return None
    use = None if function is None else given(function, tree)
    if function is None or use is None or use.role != "handler" or use.owner is None or is_old(use.owner, tree):
        return None
    if not (is_plain(function) or function.is_coroutine) or function.is_async_generator or _is_called(function, tree):
        return None
    return function


def _is_called(function: n.FuncItem, tree: TypedTree) -> bool:
    return any(isinstance(node, n.CallExpr) and function_of(node.callee, tree) is function for node, _ in tree.walk())


def _is_read_later(node: Node, function: n.FuncItem, tree: TypedTree) -> bool:
    """Return whether anything behind the node could read the variable."""
    here = [step for step in reached([paths(function, tree).start], _goes_on) if step.node is node]
    behind = reached([later for step in here for later in step.next], _goes_on)
    # A body that is too large to follow has no steps: then nothing is known.
    return not here or any(isinstance(step.node, _READING) for step in behind)


def _goes_on(_step: Step) -> bool:
    return False


def _is_from_outside(token: n.Expression, function: n.FuncItem, tree: TypedTree) -> bool:
    """Return whether a token is in a variable that the handler does not assign."""
    if not isinstance(token, n.NameExpr) or not isinstance(token.node, n.Var):
        return False
    own = {argument.variable for argument in function.arguments} | {name for name, _ in assigned_here(function, tree)}
    return token.node not in own


RULE = Rule(
    code="lost-context",
    summary="a handler changes a context variable for nobody",
    visits=(n.CallExpr,),
    check=check,
    preset="all",
)
