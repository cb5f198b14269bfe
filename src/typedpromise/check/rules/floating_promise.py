"""# floating-promise: a promise is made and dropped.

## What
Reports a statement whose value is a promise that nobody can look at any more:
it is not awaited, returned, kept or passed on, and its chain does not end with a handler for its errors.
Also reports a promise in a local variable that is handled on some paths through the function and dropped on others;
one that is handled on no path is reported by `unused-promise`.
A chain that handles its errors but that a handler starts without waiting for it is reported by `unreturned-promise`.

## Why
A promise that is dropped may still be running when the program goes on, and if it is rejected nobody learns of it.
Such a line looks like an ordinary call, so it passes review.

## ❌ Bad
Every line with a cross is reported.
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def store(text: str) -> None: ...
def report(error: Exception) -> None: ...
def cached(user: int) -> Promise[str] | None: ...
def busy() -> bool: ...

def drop() -> None:
    fetch(1)  # ❌
    fetch(1).then(store)  # ❌
    fetch(1).catch(KeyError, report)  # ❌ only a KeyError is handled
    fetch(1).catch(report).then(store)  # ❌ nobody handles an error of store
    fetch(1).finally_(busy)  # ❌ finally_ handles no error
    busy() and fetch(1)  # ❌
    fetch(1) if busy() else None  # ❌
    cached(1)  # ❌ when there is one
    (fetch(1), fetch(2))  # ❌
    [fetch(user) for user in range(3)]  # ❌
    Promise.all([fetch(1), fetch(2)])  # ❌

def sometimes(users: list[int]) -> None:
    one = fetch(1)  # ❌ dropped where nobody is busy
    if busy():
        one.catch(report)
    two = fetch(2)  # ❌ dropped by the early return
    if busy():
        return
    two.catch(report)
    for user in users:
        last = fetch(user)  # ❌ dropped by the next round, except the last one
    last.catch(report)
```

## ✅ Good
```python
async def wait() -> None:
    await fetch(1)
    await Promise.all([fetch(user) for user in range(3)])

def hand_over() -> Promise[None]:
    return fetch(1).then(store)

def handle() -> None:
    fetch(1).then(store).catch(report)
    fetch(1).then(store, report)
    fetch(1).then(None, report)
    fetch(1).then(store).catch(KeyError, report).catch(Exception, report)
    fetch(1).then(store).catch(report).finally_(busy)
    fetch(1).then(store).done()
    busy() and fetch(1).catch(report)

def keep(promises: list[Promise[str]]) -> None:
    promises.append(fetch(1))
    _ = fetch(2)

def always(user: int | None) -> None:
    one = fetch(1)
    if busy():
        one.catch(report)
    else:
        one.done()
    two = cached(2)
    if two is not None:
        two.catch(report)
    three = fetch(3)
    if user is None:
        raise ValueError
    three.catch(report)
```

## What counts as handled
The chain is read from its end. It is handled when it meets one of these before a handler of fulfilled promises:
- `.catch(handler)`, and `.catch(Exception, handler)` or `.catch(BaseException, handler)`;
- `.then(ok, handler)` and `.then(None, handler)`, in promise 2.3 also as `did_reject=handler`.

`.finally_(handler)`, a filtered `.catch(KeyError, handler)` and a `.then()` without handlers are passed over.
So `.catch(h).finally_(f)` is handled and `.catch(h).then(f)` is not, because `f` may raise.
An error that a handler of errors, or of `finally_`, raises itself is not asked about: else no chain would ever end.
`.done()` returns nothing, and reports an error that is left.

Kept means: assigned (`_ = fetch(1)` says that the drop is meant), returned, yielded, or passed as an argument.
What is only taken out of a collection (`pending.pop(key)`, `cache.setdefault(key, promise)`) was kept before.
A call inside `with pytest.raises(...)` or `assertRaises` is expected to return nothing.

## What is followed
Promises that are made and stored in a local variable of a function, along its branches, conditional expressions,
`and`, `or`, loops, `try`, `with`, `match` and early `return`.
The message says where the promise is dropped.
The page of `unused-promise` tells what a use is, and what is not followed.

An early `return` drops a promise; a `raise`, a failed `assert` and a call that never returns do not:
the caller learns that something went wrong, and code that cleans up before each `raise` would be rare.
For the same reason no exception that a call may raise is followed into the handlers of a `try`.
A loop is taken to go round at least once, a `match` to have a case for every value, a `with` to swallow no error.
Where `promise is None`, `promise is MISSING`, `not isinstance(promise, Promise)` or `not promise` tells that
there is no promise, none is dropped.
Conditions that read the same are taken to come out the same, until a name in them is assigned anew.

## Fix
None: there are several ways, and only the author knows which was meant.

## Options
None yet. `# type: ignore[floating-promise]` silences one line.

## When not to use it
In a program in which a lost error does no harm and nothing waits for a result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance

from typedpromise.check.awaitables import FUTURES
from typedpromise.check.chain import is_class_without_handler, is_filtered, links, takes_every_error, takes_fulfilment
from typedpromise.check.collected import is_lazy
from typedpromise.check.expected import is_expected_to_raise
from typedpromise.check.locals import losses
from typedpromise.check.made import GIVES_KEPT
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node

    from typedpromise.check.chain import Link
    from typedpromise.check.tree import TypedTree

_LOST = "nobody sees its result or its error"
_CURE = "await it, return it, keep it, or end the chain with .catch(handler)"
_LOST_MANY = "nobody sees their results or errors"
_CURE_MANY = "join them with Promise.all(...) and await, return or keep that, or end each chain with .catch(handler)"
_CURE_PATHS = "on each path await it, return it, hand it on, or end the chain with .catch(handler)"
_AFTER_CATCH = (
    "Promise is dropped after a .then(...) that follows the .catch(...): nobody sees the errors of that last handler; "
    "move .catch(handler) to the end of the chain, or await it, return it or keep it"
)

# What hands out, by `get` and the like, what somebody has put in.
_KEEPERS = frozenset({"asyncio.queues.Queue", "queue.Queue", "typing.Collection"})

_COLLECTION: dict[type[Node], str] = {
    n.DictExpr: "dict",
    n.DictionaryComprehension: "dict",
    n.ListComprehension: "list",
    n.ListExpr: "list",
    n.SetComprehension: "set",
    n.SetExpr: "set",
    n.TupleExpr: "tuple",
}


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the promises that a statement makes and drops, and those that a function handles on some paths only."""
    match node:
        case n.ExpressionStmt(expr=value):
            problems = list(_dropped(value, tree, inside=None))
            if problems and not is_expected_to_raise(node, tree):
                yield from problems
        # A variable keeps a task alive, so futures are followed by no rule.
        case n.FuncDef() if tree.promises is not FUTURES:
            for loss in losses(node, tree):
                if loss.partly:
                    yield Problem(
                        loss.made,
                        f"Promise in {loss.variable} is handled on some paths only: not {loss.where}; {_CURE_PATHS}",
                    )
        case _:
            return


def _dropped(expression: Expression, tree: TypedTree, inside: str | None) -> Iterator[Problem]:
    """Follow an expression whose value nobody takes down to the parts whose values nobody takes.

    `inside` names the collection the expression makes an item of.
    """
    parts = _parts(expression)
    if isinstance(expression, n.StarExpr) and is_lazy(expression.expr, tree):
        # The collection around it iterates it.
        yield Problem(expression, f"Promises are dropped with the {inside} they are in: {_LOST_MANY}; {_CURE_MANY}")
    elif parts:
        for part in parts:
            yield from _dropped(part, tree, _COLLECTION.get(type(expression), inside))
    elif isinstance(expression, n.GeneratorExpr):
        if tree.is_promise(expression.left_expr):
            yield Problem(expression, _never_iterated("generator expression"))
    elif not _hands_on(expression) and not _is_taken_out(expression, tree):
        yield from _by_type(expression, tree, inside)


def _parts(expression: Expression) -> list[Expression]:
    """Return the parts whose values get lost with the value of the whole."""
    match expression:
        case n.OpExpr(op="and" | "or", left=left, right=right):
            # `pending and pending.catch(h)` only asks whether there is one.
            return [right] if isinstance(left, (n.RefExpr, n.IndexExpr)) else [left, right]
        case n.ConditionalExpr(if_expr=left, else_expr=right):
            return [left, right]
        case n.TupleExpr(items=items) | n.ListExpr(items=items) | n.SetExpr(items=items):
            return items
        case n.DictExpr(items=pairs):
            return [value for _, value in pairs]
        case n.ListComprehension(generator=generator) | n.SetComprehension(generator=generator):
            return [generator.left_expr]
        case n.StarExpr(expr=part) | n.DictionaryComprehension(value=part):
            return [part]
        case _:
            return []


def _hands_on(expression: Expression) -> bool:
    """Return whether the value goes somewhere, though the expression is a statement."""
    match expression:
        case n.LambdaExpr() | n.AssignmentExpr() | n.YieldExpr() | n.YieldFromExpr():
            return True
        case n.CallExpr(analyzed=n.RevealExpr() | n.AssertTypeExpr()):
            return True
        case _:
            return False


def _by_type(expression: Expression, tree: TypedTree, inside: str | None) -> Iterator[Problem]:
    typ = tree.type_of(expression)
    if tree.promises.is_promise(typ):
        message = _unhandled(expression, tree, inside)
        if message is not None:
            yield Problem(expression, message)
    elif tree.promises.are_kept(typ):
        yield Problem(
            expression, f"Promises are dropped with the {tree.show_type(expression)}: {_LOST_MANY}; {_CURE_MANY}"
        )
    elif tree.promises.are_made_lazily(typ):
        yield Problem(expression, _never_iterated(tree.show_type(expression)))


def _unhandled(expression: Expression, tree: TypedTree, inside: str | None) -> str | None:
    """Return what to say about a dropped promise, or None if its chain handles every error."""
    filtered: list[str] = []
    for link in links(expression, tree):
        if takes_every_error(link, tree):
            return None
        if is_class_without_handler(link, tree):
            return _without_handler(link)
        if is_filtered(link):
            filtered.append(_source_name(link.positional[0]))
        if takes_fulfilment(link, tree):
            if any(takes_every_error(earlier, tree) for earlier in links(link.receiver, tree)):
                return _AFTER_CATCH
            break
    if filtered:
        return _only_filtered(filtered)
    if inside is not None:
        return f"Promise is dropped with the {inside} it is in: {_LOST}; {_CURE_MANY}"
    if tree.promises.is_optional(tree.type_of(expression)):
        return f"Promise is dropped when there is one ({tree.show_type(expression)}): {_LOST}; {_CURE}"
    return f"Promise is dropped: {_LOST}; {_CURE}"


def _without_handler(link: Link) -> str:
    name = _source_name(link.positional[0]) if link.positional else "..."
    return (
        f"Promise is dropped and its catch({name}) has no handler: it would call {name} as one; "
        f"write .catch(handler), which takes every error, at the end of the chain"
    )


def _only_filtered(names: list[str]) -> str:
    filters = " and ".join(f"catch({name}, ...)" for name in reversed(names))
    return (
        f"Promise is dropped and {filters} {'leaves' if len(names) == 1 else 'leave'} other errors unhandled; "
        f"end the chain with .catch(handler), or await it, return it or keep it"
    )


def _never_iterated(what: str) -> str:
    return (
        f"Promises are never made, because nothing iterates this {what}; "
        f"loop over it, or pass it to Promise.all(...) and await, return or keep that"
    )


def _source_name(expression: Expression) -> str:
    match expression:
        case n.NameExpr(name=name) | n.MemberExpr(name=name):
            return name
        case n.TupleExpr(items=items):
            return f"({', '.join(_source_name(item) for item in items)})"
        case _:
            return "..."


def _is_taken_out(expression: Expression, tree: TypedTree) -> bool:
    """Return whether the promise comes out of a collection: it was kept, and may be handled elsewhere."""
    match expression:
        case n.AwaitExpr(expr=inner):
            return _is_taken_out(inner, tree)
        case n.CallExpr(callee=n.MemberExpr(name=name, expr=owner)) if name in GIVES_KEPT:
            typ = tree.type_of(owner)
            return isinstance(typ, Instance) and any(base.fullname in _KEEPERS for base in typ.type.mro)
        case _:
            return False


RULE = Rule(
    code="floating-promise",
    summary="a promise is made and dropped",
    visits=(n.ExpressionStmt, n.FuncDef),
    check=check,
)
