"""# never-resolved: an executor can end and leave its promise pending for ever.

## What
Reports an executor with a path to its end on which it neither calls `resolve` or `reject`
nor hands one of them to anything else.

## Why
Nobody else can settle that promise, so everything that waits for it waits for ever, and no error tells so.

## ❌ Bad
```python
from collections.abc import Callable
from typedpromise import Promise

Resolve = Callable[[int], None]
Reject = Callable[[Exception], None]

def log(text: str) -> None: ...
def read() -> int: ...
def subscribe(callback: Resolve) -> None: ...

def make(ready: bool, closed: bool) -> Promise[int]:
    def when_ready(resolve: Resolve, reject: Reject) -> None:  # ❌ when it is not ready
        if ready:
            resolve(1)

    def guarded(resolve: Resolve, reject: Reject) -> None:
        if closed:
            return  # ❌
        subscribe(resolve)

    def logged(resolve: Resolve, reject: Reject) -> None:  # ❌ when read raises
        try:
            resolve(read())
        except OSError:
            log("cannot read")

    Promise[int](lambda resolve, reject: log("started")).catch(print)  # ❌
    Promise(guarded).catch(print)
    Promise(logged).catch(print)
    return Promise(when_ready)
```

## ✅ Good
```python
def make_good(ready: bool, closed: bool) -> Promise[int]:
    def when_ready(resolve: Resolve, reject: Reject) -> None:
        if ready:
            resolve(1)
        else:
            subscribe(resolve)

    def guarded(resolve: Resolve, reject: Reject) -> None:
        if closed:
            raise RuntimeError("closed")
        subscribe(resolve)

    def logged(resolve: Resolve, reject: Reject) -> None:
        try:
            resolve(read())
        except OSError as error:
            reject(error)

    Promise[int](lambda resolve, reject: None).catch(print)  # it does nothing: pending is what is meant
    Promise[int](lambda _resolve, _reject: log("started")).catch(print)  # so do these names
    Promise(guarded).catch(print)
    Promise(logged).catch(print)
    return Promise(when_ready)
```

## What is followed
Executors that are lambdas or undecorated functions of the same module.
In them branches, loops, `try` with all its parts, `with`, `match`, early `return` and `raise`,
and calls of functions that never return.
Whoever is given `resolve`, `reject` or a function that uses one of them is trusted to use it:
an argument, an assignment, a lambda, a `def` that is called or passed on.
Conditions are not compared: a path is there if the syntax has it.
A loop is taken to go round at least once, a `match` to have a case for every value, a `with` to swallow no error.
`executor-return` speaks of paths that end with a `return value`, `async-executor` of executors that never run.

## Fix
None: what the promise should be resolved with is not known.

## Options
None. Parameters whose names begin with `_` say that the promise is meant to stay pending.

## When not to use it
Where promises are left pending on purpose, such as by a request that was cancelled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.executors import executor
from typedpromise.check.functions import is_idle, mentions
from typedpromise.check.paths import paths, reached
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node

    from typedpromise.check.executors import Executor
    from typedpromise.check.paths import Step
    from typedpromise.check.tree import TypedTree

_CURE = "call resolve(value) or reject(error) there, or hand them on"
_LAMBDA = f"Promise stays pending for ever: its executor uses neither resolve nor reject; {_CURE.replace(' there', '')}"
_END = f"Promise stays pending for ever when this executor ends without resolve and reject; {_CURE}"
_RETURN = f"Promise stays pending for ever when its executor returns here, without resolve and reject; {_CURE}"

# What holds code that runs at another time, or never.
_DEFINITIONS = (n.ClassDef, n.Decorator, n.OverloadedFuncDef)
_CLOSED = (
    n.DictionaryComprehension,
    n.GeneratorExpr,
    n.LambdaExpr,
    n.ListComprehension,
    n.SetComprehension,
)


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report an executor for the ends that it reaches without having used what it was given."""
    found = executor(node, tree) if isinstance(node, n.CallExpr) else None
    if found is None or _is_meant(found):
        return
    names = _users(found, tree)

    def uses(step: Step) -> bool:
        match step.node:
            case n.NameExpr(node=symbol):
                return symbol in names
            case n.FuncDef(arguments=arguments):
                return any(mentions(argument, names) for argument in arguments)
            case n.Node() as inner if isinstance(inner, (*_DEFINITIONS, *_CLOSED)):
                return mentions(inner, names)
            case _:
                return False

    body = paths(found.function, tree)
    silent = reached([body.start], uses, assume="first")
    for step in silent:
        if isinstance(step.node, n.ReturnStmt) and not found.loses(step.node, tree):
            is_lambda = isinstance(found.function, n.LambdaExpr)
            yield Problem(found.function, _LAMBDA) if is_lambda else Problem(step.node, _RETURN)
    if body.fallen_off in silent:
        yield Problem(found.function, _END)


def _is_meant(found: Executor) -> bool:
    """Return whether the executor shows that it wants to do nothing."""
    if all(variable.name.startswith("_") for variable in found.functions):
        return True
    return is_idle(found.function)


def _users(found: Executor, tree: TypedTree) -> frozenset[n.SymbolNode]:
    """Return resolve and reject, and the functions inside that use them: to name one is to hand them on."""
    names = found.functions
    inside = [node for node in tree.below(found.function) if isinstance(node, n.FuncDef) and node is not found.function]
    while True:
        more = names | {function for function in inside if mentions(function.body, names)}
        if more == names:
            return names
        names = more


RULE = Rule(
    code="never-resolved",
    summary="an executor can end and leave its promise pending for ever",
    visits=(n.CallExpr,),
    check=check,
    calls="executors",
)
