"""# promise-condition: a promise is tested for truth.

## What
Reports a promise that stands where its truth is asked for: in `if`, `elif`, `while`, `assert`, `not`, `and`, `or`,
a conditional expression, the `if` of a comprehension, and `bool()`.
Reports the items of `any()`, `all()` and `filter(None, ...)` when they are promises.
It also reports a function that returns a promise, or a coroutine, where `filter()` takes its answer for true or false.

## Why
A promise is an object, and so it is always true, whatever it will be fulfilled with.
`if is_allowed(user):` lets everybody in when `is_allowed` returns a promise.

## ❌ Bad
Every line with a cross is reported.
```python
from collections.abc import Iterator
from typedpromise import Promise

def is_allowed(user: int) -> Promise[bool]: ...
def cached(user: int) -> Promise[bool] | None: ...
def names() -> list[str]: ...
async def is_known(user: int) -> bool: ...

def decide(answers: list[Promise[bool]]) -> object:
    answer = is_allowed(1)
    if answer:  # ❌
        return 1
    while not answer:  # ❌
        return 2
    assert answer  # ❌
    if names() and answer:  # ❌
        return 3
    if any(answers) or all(is_allowed(user) for user in range(3)):  # ❌
        return 4
    return [
        answer or False,  # ❌
        1 if answer else 2,  # ❌
        bool(answer),  # ❌
        [user for user in range(3) if is_allowed(user)],  # ❌
        filter(is_allowed, range(3)),  # ❌
        filter(is_known, range(3)),  # ❌
    ]
```

## ✅ Good
```python
async def decide_later() -> object:
    if await is_allowed(1):
        return 1
    if any(await Promise.all([is_allowed(user) for user in range(3)])):
        return 2
    return None

def decide_in_a_handler() -> Promise[int]:
    return is_allowed(1).then(lambda allowed: 1 if allowed else 2)

def ask_whether_there_is_one() -> object:
    answer = cached(1)
    if answer:
        return answer
    known = cached(2) or is_allowed(2)
    return known if answer is None else names() and is_allowed(3)
```

## What is followed
A value that may be something else than a promise (`Promise[bool] | None`) may be tested:
then the question is whether there is one.
So may a variable or an attribute that is declared to be one or the other, even where mypy has narrowed it to a promise,
and an attribute that is set to None in its class.
A class of promises with a `__bool__` or `__len__` of its own is meant to be tested.

## Fix
None: the result, or whether there is a promise at all, may be meant.

## Options
None. `# type: ignore[promise-condition]` silences one line.

## When not to use it
There is no code in which such a test tells anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mypy import nodes as n

from typedpromise.check.rule import Problem, Rule
from typedpromise.check.values import are_always_promises, defines, is_always_promise, is_later, item_of, results_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node

    from typedpromise.check.tree import TypedTree

_ALWAYS_TRUE = (
    "Promise is tested for truth, and it is always true, whatever its result will be; "
    "await it and test the result, or test the result in .then(handler)"
)

# Functions that test the items of their first argument, and those that test what their first argument returns.
_TEST_ITEMS = frozenset({"builtins.all", "builtins.any"})
_TEST_RESULTS = frozenset(
    {"builtins.filter", "itertools.dropwhile", "itertools.filterfalse", "itertools.takewhile"},
)

_TESTING = frozenset({"builtins.bool", *_TEST_ITEMS, *_TEST_RESULTS})


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the promises whose truth is asked for at this node."""
    if isinstance(node, n.CallExpr):
        # Nearly all nodes that come here are calls of other functions.
        if not isinstance(node.callee, n.RefExpr) or node.callee.fullname not in _TESTING:
            return
        yield from _in_call(node, tree)
    for tested in _tested(node):
        if is_always_promise(tested, tree) and not _has_own_truth(tested, tree):
            yield Problem(tested, _ALWAYS_TRUE)


def _tested(node: Node) -> Iterator[Expression]:
    """Yield the expressions whose truth decides, each at one node only."""
    match node:
        case (
            n.IfStmt(expr=conditions)
            | n.GeneratorExpr(condlists=conditions)
            | n.DictionaryComprehension(condlists=conditions)
        ):
            yield from _deciding(conditions)
        case n.WhileStmt(expr=condition) | n.AssertStmt(expr=condition) | n.ConditionalExpr(cond=condition):
            yield from _deciding(condition)
        case n.OpExpr(op="and" | "or", left=condition) | n.UnaryExpr(op="not", expr=condition):
            yield from _deciding(condition)
        case n.MatchStmt(guards=guards):
            yield from _deciding(guards)
        case n.CallExpr(callee=n.NameExpr(fullname="builtins.bool"), args=[condition]):
            yield from _deciding(condition)
        case _:
            return


def _deciding(condition: object) -> Iterator[Expression]:
    """Yield the parts of a condition that are its value; what stands left of `and` is found at the `and`."""
    match condition:
        case list():
            for part in cast("list[object]", condition):
                yield from _deciding(part)
        case n.OpExpr(op="and" | "or", right=right):
            yield from _deciding(right)
        case n.ConditionalExpr(if_expr=left, else_expr=right):
            yield from _deciding(left)
            yield from _deciding(right)
        case n.Expression():
            yield condition
        case _:
            return


def _in_call(call: n.CallExpr, tree: TypedTree) -> Iterator[Problem]:
    match call:
        case n.CallExpr(callee=n.RefExpr(fullname=fullname), args=[items]) if fullname in _TEST_ITEMS:
            yield from _items(fullname.rpartition(".")[2], items, tree)
        case n.CallExpr(callee=n.RefExpr(fullname=fullname), args=[predicate, items]) if fullname in _TEST_RESULTS:
            name = fullname.rpartition(".")[2]
            if name == "filter" and isinstance(predicate, n.NameExpr) and predicate.fullname == "builtins.None":
                yield from _items("filter", items, tree)
            results = results_of(tree.type_of(predicate))
            if results and all(is_later(result, tree) for result in results):
                what = "promise" if tree.promises.is_promise(results[0]) else "coroutine"
                yield Problem(
                    predicate,
                    f"{name}(...) takes the {what} this function returns for its answer, and that is always true; "
                    f"use Promise.filter(...), or await the answers first",
                )
        case _:
            return


def _items(name: str, items: Expression, tree: TypedTree) -> Iterator[Problem]:
    if are_always_promises(items, tree) and not defines(item_of(tree.type_of(items)), "__bool__", "__len__"):
        yield Problem(
            items,
            f"{name}(...) tests promises for truth, and they are always true, whatever their results will be; "
            f"await Promise.all(...) of them and test the results",
        )


def _has_own_truth(expression: Expression, tree: TypedTree) -> bool:
    return defines(tree.type_of(expression), "__bool__", "__len__")


RULE = Rule(
    code="promise-condition",
    summary="a promise is tested for truth",
    visits=(
        n.AssertStmt,
        n.CallExpr,
        n.ConditionalExpr,
        n.DictionaryComprehension,
        n.GeneratorExpr,
        n.IfStmt,
        n.MatchStmt,
        n.OpExpr,
        n.UnaryExpr,
        n.WhileStmt,
    ),
    check=check,
)
