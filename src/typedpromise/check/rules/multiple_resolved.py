"""# multiple-resolved: a promise that is already resolved or rejected is resolved or rejected again.

## What
Reports a call of `resolve` or `reject` that comes after another one, when one of the two must follow the other.

## Why
Only the first call counts, all later ones are silently ignored.
Most often an early `return` is missing after `reject(error)`, so the code goes on with what is known to be wrong.

## ❌ Bad
```python
from collections.abc import Callable, Iterable
from typedpromise import Promise

Resolve = Callable[[int], None]
Reject = Callable[[Exception], None]

def subscribe(callback: Callable[[int, Exception | None], None]) -> None: ...

def make(numbers: Iterable[int], error: Exception | None) -> Promise[int]:
    def on_event(resolve: Resolve, reject: Reject) -> None:
        def callback(number: int, error: Exception | None) -> None:
            if error is not None:
                reject(error)
            resolve(number)  # ❌ also after reject
        subscribe(callback)

    def each(resolve: Resolve, reject: Reject) -> None:
        for number in numbers:
            resolve(number)  # ❌ only the first number counts

    def always(resolve: Resolve, reject: Reject) -> None:
        try:
            resolve(1)
        finally:
            resolve(2)  # ❌

    Promise(on_event).catch(print)
    Promise(each).catch(print)
    return Promise(always)
```

## ✅ Good
```python
def make_good(numbers: Iterable[int], error: Exception | None) -> Promise[int]:
    def on_event(resolve: Resolve, reject: Reject) -> None:
        def callback(number: int, error: Exception | None) -> None:
            if error is not None:
                return reject(error)
            resolve(number)
        subscribe(callback)

    def first(resolve: Resolve, reject: Reject) -> None:
        for number in numbers:
            resolve(number)
            break
        else:
            reject(LookupError())

    def either(resolve: Resolve, reject: Reject) -> None:
        try:
            resolve(sum(numbers))
        except TypeError as wrong:
            reject(wrong)

    Promise(on_event).catch(print)
    Promise(first).catch(print)
    return Promise(either)
```

## What is followed
Executors that are lambdas or undecorated functions of the same module, and each function inside them by itself.
In them branches, loops, `try` with all its parts, `with`, `match`, early `return` and `raise`.
A call is reported when, after another call, every path to the end of the function meets a second one.
So `if ok: resolve(1)` before `if not ok: reject(error)` is silent: conditions are not compared.
A `for` loop is taken to have more than one item.

Not followed are calls of functions that resolve (`done(1)`, when `done` calls `resolve`),
what others do who were given `resolve`, and `Resolvers`.

## Fix
None: which of the calls is meant is not known.

## Options
None.

## When not to use it
Where a first call is meant to win, such as a race that is written as a loop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.executors import executor
from typedpromise.check.paths import paths, reached
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mypy.nodes import Node

    from typedpromise.check.executors import Executor
    from typedpromise.check.paths import Paths, Step
    from typedpromise.check.tree import TypedTree


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report calls that come too late, in an executor and in the functions inside it."""
    found = executor(node, tree) if isinstance(node, n.CallExpr) else None
    if found is None:
        return
    for inner in tree.below(found.function):
        if isinstance(inner, (n.FuncDef, n.LambdaExpr)):
            yield from _in_body(inner, found, tree)


def _in_body(function: n.FuncItem, found: Executor, tree: TypedTree) -> Iterator[Problem]:
    if not any(found.settles(node) for node in tree.below(function)):
        return
    body = paths(function, tree)
    # In source order, so that a message names the same line in every run.
    calls = sorted((step for step in reached([body.start], lambda _: False) if found.settles(step.node)), key=_place)
    late: dict[Node, Problem] = {}
    for call in calls:
        for node, message in _after(call, found, body):
            late.setdefault(node, Problem(node, message))
    yield from late.values()


def _after(call: Step, found: Executor, body: Paths) -> Iterator[tuple[Node, str]]:
    """Yield the calls that come next, if one of them must come."""

    def settles(step: Step) -> bool:
        return found.settles(step.node)

    behind = reached(call.next, settles)
    if behind.isdisjoint(body.ends):
        others = [step.node for step in behind if settles(step) and step.node not in {None, call.node}]
        for node in others:
            if node is not None:
                yield (
                    node,
                    (
                        f"Promise was resolved or rejected in line {_line(call)}, so this call is ignored; "
                        f"return after that call, or remove one of the two"
                    ),
                )
        if others:
            return
    heads: list[Step | None] = [step for step in behind if step.head == "another"]
    for head in heads or [None]:
        if call.node is not None and _goes_round(call, head, settles, body):
            yield (
                call.node,
                (
                    "Promise is resolved or rejected in each round of the loop, and only the first call counts; "
                    "leave the loop after it, or resolve once with all values"
                ),
            )
            return


def _goes_round(call: Step, head: Step | None, settles: Callable[[Step], bool], body: Paths) -> bool:
    """Return whether the next round of the loop around the call must come to the same call again."""
    if head is None:
        behind = reached(call.next, settles)
        return call in behind and behind.isdisjoint(body.ends)
    to_head = reached(call.next, lambda step: settles(step) or step is head)
    round_ = reached(head.next[:1], lambda step: settles(step) or step is head)
    both = to_head | round_
    return call in round_ and head not in round_ and both.isdisjoint(body.ends)


def _place(step: Step) -> tuple[int, int]:
    return (step.node.line, step.node.column) if step.node is not None else (0, 0)


def _line(step: Step) -> int:
    return _place(step)[0]


RULE = Rule(
    code="multiple-resolved",
    summary="a promise that is already resolved or rejected is resolved or rejected again",
    visits=(n.CallExpr,),
    check=check,
    calls="executors",
)
