"""# blocking-get: a promise is waited for where the wait holds up what it waits for.

## What
Reports `get()` and `wait()` of a promise in a coroutine function,
and with the option `handlers` also those of a promise that is made in a handler, an executor or a batch function.

## Why
A coroutine runs on the event loop, and a loop that stands still settles nothing:
`get()` raises `BlockingGetError` there while the promise is pending, and in promise 2.3 it waits for ever.
A handler runs wherever the promise before it settles, which may be on the loop too;
while it waits, all other handlers of that thread wait behind it.
Both have a form that does not wait: `await`, and a promise that is returned.

## ❌ Bad
```python
from collections.abc import Callable
from typedpromise import Promise
from typedpromise.dataloader import DataLoader

def fetch(user: int) -> Promise[str]: ...
def fetch_many(users: list[int]) -> Promise[list[str]]: ...

async def show(user: int) -> str:
    later = fetch(user)
    later.wait(1)  # ❌
    return fetch(user).get()  # ❌

def load(user: int) -> str:
    return fetch(user).get()  # ❌ with the option `handlers`: it is given to `then` below

def chain(start: Promise[int]) -> Promise[str]:
    Promise[str](lambda resolve, reject: resolve(fetch(1).get())).catch(print)  # ❌ with the option `handlers`
    return start.then(load)

names = DataLoader[int, str](lambda keys: fetch_many(keys).get())  # ❌ with the option `handlers`
```

## ✅ Good
```python
async def show_well(user: int) -> str:
    later = fetch(user)
    if later.is_fulfilled:
        return later.get()
    return await fetch(user)

async def show_two() -> tuple[str, str]:
    one, two = fetch(1), fetch(2)
    await Promise.all(one, two)
    return one.get(), two.get()

def chain_well(start: Promise[int]) -> Promise[str]:
    return start.then(fetch)

def main() -> None:
    print(fetch(1).get())

names_well = DataLoader[int, str](lambda keys: fetch_many(keys))
```

## What is followed
Lambdas, and undecorated functions of the same module that are given by name; functions inside them are their own.
Reported are promises that a call makes on the spot, and those in a variable of the function:
one that only gets such promises, in coroutines also a parameter and the variable of a loop.
Not reported are attributes, items and variables of functions around, because those may have settled before;
`Promise.resolve(value)` and `Promise.reject(error)`, which have settled;
a variable whose state the function asks for, and one that has to do with anything it awaits;
what `Promise.as_completed(...)` hands out; and what is expected to fail, in `with pytest.raises(...)`
or a `try` with `except BlockingGetError`.

`get(0)` and `wait(0)` do not wait, so they are left alone in handlers;
in a loop they raise like the others, so in coroutines they are reported.
In promise 2.3 `get(0)` waits as long as `get()` does.

## Fix
None: `await` and a handler both do, and the function around has to become another.

## Options
- `handlers` (false; true in the presets `strict` and `all`): report waits in handlers, executors and batch functions.
  In a program that has no event loop they work, because `get()` runs the jobs of its thread meanwhile.

## When not to use it
Where coroutines are known to run without an event loop, and may wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance, get_proper_type

from typedpromise.check.expected import is_expected_to_raise
from typedpromise.check.functions import own_nodes, parameters
from typedpromise.check.given import given, is_old, is_promise_class
from typedpromise.check.made import assigned, is_made, is_settled
from typedpromise.check.nodes import walk
from typedpromise.check.rule import Option, Problem, Rule
from typedpromise.check.targets import variables_in
from typedpromise.check.values import is_always

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node

    from typedpromise.check.tree import TypedTree

HANDLERS = Option("handlers", default=False, strict=True)

_STOPS = (
    "Event loop stands still at {}() in this coroutine, and with it what should settle the promise; write await promise"
)
_HOLDS_UP = "{0} waits in {method}() and holds up all that runs on its thread, and in an event loop it fails; {1}"
_ROLES = {
    "batch function": ("Batch function", "return the promise"),
    "executor": ("Executor", "write promise.then(resolve, reject)"),
    "function": ("Function", "return the promise"),
    "handler": ("Handler", "return the promise, and go on in a .then(handler) behind it"),
}

_METHODS = frozenset({"get", "wait"})
_STATES = frozenset({"is_fulfilled", "is_pending", "is_rejected", "state"})
_COMPLETIONS = "typedpromise._completions.Completions"


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report a wait for a promise in a function that may not wait."""
    waits = _waited(node, tree) if isinstance(node, n.CallExpr) else None
    if waits is None or not isinstance(node, n.CallExpr):
        return
    method, promise = waits
    function = next((outer for outer in tree.enclosing(node) if isinstance(outer, (n.FuncDef, n.LambdaExpr))), None)
    if function is None:
        return
    is_coroutine = function.is_coroutine or function.is_async_generator
    if not is_coroutine and not tree.option(RULE.code, HANDLERS):
        return
    use = None if is_coroutine else given(function, tree)
    if not is_coroutine and (use is None or _is_at_once(node, method, promise, tree)):
        return
    if not _may_be_pending(promise, function, tree) or is_expected_to_raise(node, tree, "BlockingGetError"):
        return
    yield Problem(node, _STOPS.format(method) if use is None else _HOLDS_UP.format(*_ROLES[use.role], method=method))


def _waited(call: n.CallExpr, tree: TypedTree) -> tuple[str, Expression] | None:
    """Return the method and the promise of `promise.get()` or `Promise.wait(promise)`."""
    callee = call.callee
    if not isinstance(callee, n.MemberExpr) or callee.name not in _METHODS:
        return None
    if is_always(tree.type_of(callee.expr), tree):
        # In promise 2.3 `wait` is a function of the class, also where it is called on a promise.
        return callee.name, callee.expr
    if call.args and is_promise_class(callee.expr, tree) and is_always(tree.type_of(call.args[0]), tree):
        return callee.name, call.args[0]
    return None


def _is_at_once(call: n.CallExpr, method: str, promise: Expression, tree: TypedTree) -> bool:
    """Return whether the call only looks: its time is 0, and its class takes that for no time."""
    if not any(isinstance(part, (n.IntExpr, n.FloatExpr)) and part.value == 0 for part in call.args):
        return False
    return not (method == "get" and is_old(promise, tree))


def _may_be_pending(promise: Expression, function: n.FuncItem, tree: TypedTree) -> bool:
    """Return whether nothing in the function says that the promise has settled."""
    if not isinstance(promise, n.NameExpr):
        return is_made(promise, tree) and not is_settled(promise, tree)
    variable = promise.node
    if not isinstance(variable, n.Var) or variable in _seen(function):
        return False
    values = [value for name, value in assigned(function) if name is variable]
    if values:
        return all(is_made(value, tree) and not is_settled(value, tree) for value in values)
    is_own = variable in parameters(function) or variable in set(_loop_variables(function, tree))
    return is_own and (function.is_coroutine or function.is_async_generator)


def _loop_variables(function: n.FuncItem, tree: TypedTree) -> Iterator[n.Var]:
    for node in own_nodes(function):
        for target, items in _loops(node):
            typ = tree.type_of(items)
            proper = None if typ is None else get_proper_type(typ)
            if not (isinstance(proper, Instance) and proper.type.fullname == _COMPLETIONS):
                yield from variables_in(target)


def _loops(node: Node) -> list[tuple[Expression, Expression]]:
    match node:
        case n.ForStmt(index=target, expr=items):
            return [(target, items)]
        case n.GeneratorExpr(indices=targets, sequences=sequences):
            return list(zip(targets, sequences, strict=True))
        case n.DictionaryComprehension(indices=targets, sequences=sequences):
            return list(zip(targets, sequences, strict=True))
        case _:
            return []


def _seen(function: n.FuncItem) -> set[n.Var]:
    """Return the variables whose state the function asks for or that it awaits, and those that have to do with them."""
    seen: set[n.Var] = set()
    related: list[set[n.Var]] = []
    for node in own_nodes(function):
        match node:
            case n.AwaitExpr():
                seen |= _variables(node)
            case n.MemberExpr(name=name, expr=owner) if name in _STATES:
                seen |= _variables(owner)
            case n.AssignmentStmt(lvalues=targets, rvalue=value):
                related.append({*_variables(value), *(name for target in targets for name in variables_in(target))})
            case n.ExpressionStmt(expr=n.CallExpr(callee=n.MemberExpr(name=method)) as call) if method != "get":
                related.append(_variables(call))
            case _:
                related += [{*variables_in(target), *_variables(items)} for target, items in _loops(node)]
    while True:
        more = [group for group in related if not seen.isdisjoint(group) and not group <= seen]
        if not more:
            return seen
        seen = seen.union(*more)


def _variables(root: Node) -> set[n.Var]:
    """Return the variables that are read below a node, if they can have to do with a promise: `self` tells nothing."""
    names = {node.node for node, _ in walk(root) if isinstance(node, n.NameExpr) and isinstance(node.node, n.Var)}
    return {name for name in names if not (name.is_self or name.is_cls or _is_builtin(name))}


def _is_builtin(name: n.Var) -> bool:
    proper = None if name.type is None else get_proper_type(name.type)
    return isinstance(proper, Instance) and not proper.args and proper.type.module_name == "builtins"


RULE = Rule(
    code="blocking-get",
    summary="a promise is waited for where the wait holds up what it waits for",
    visits=(n.CallExpr,),
    check=check,
    options=(HANDLERS,),
)
