"""# promise-comparison: a promise is compared with a value.

## What
Reports `==`, `!=`, `<`, `<=`, `>`, `>=` between a promise and a value that is none.
Reports `in` where one side is a promise and the other cannot be one.

## Why
A promise is never equal to its result: `count() == 3` is false even when the promise will be fulfilled with 3.

## ❌ Bad
Every line with a cross is reported.
```python
from typedpromise import Promise

def count() -> Promise[int]: ...
def pending() -> list[Promise[int]]: ...

def compare(many: list[Promise[int]], numbers: list[int]) -> list[bool]:
    return [
        count() == 3,  # ❌
        3 != count(),  # ❌
        count() < 3,  # ❌
        0 < count() < 10,  # ❌
        3 in [count(), count()],  # ❌
        3 not in many,  # ❌
        count() in numbers,  # ❌
        count() in (1, 2, 3),  # ❌
    ]
```

## ✅ Good
```python
async def compare_results() -> list[bool]:
    return [await count() == 3, 3 in await Promise.all(pending())]

def compare_in_a_handler() -> Promise[bool]:
    return count().then(lambda number: number == 3)

def which(one: Promise[int], other: Promise[int] | None, many: list[Promise[int]]) -> list[bool]:
    return [one is other, one is not None, other is None, one in many, one.value == 3]
```

## What is followed
Two promises may be compared: they are equal when they are the same, and `promise in pending` asks for that.
With the option `identity` `==` between promises is reported too; write `is`.
Nothing is said of a value that may be a promise or something else, and of one of type `object` or `Any`.
Nothing is said of classes with an `__eq__` (or `__lt__` and so on) of their own either.

## Fix
None: comparing the results is likely meant, and `is` would keep a mistake that nobody sees any more.

## Options
- `identity` (false; true in the presets `strict` and `all`): report `==` and `!=` between two promises.

## When not to use it
There is no code in which such a comparison tells anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.rule import Option, Problem, Rule
from typedpromise.check.values import are_always_promises, defines, is_always_promise, is_never, item_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node
    from mypy.types import Type

    from typedpromise.check.tree import TypedTree

IDENTITY = Option("identity", default=False, strict=True)

_METHODS = {"==": "__eq__", "!=": "__ne__", "<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__"}
_CURE = "await it and compare the result, or compare the result in .then(handler)"


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the comparisons that a promise cannot win."""
    if isinstance(node, n.ComparisonExpr):
        for operator, left, right in node.pairwise():
            message = _about(operator, left, right, tree)
            if message is not None:
                yield Problem(left, message)


def _about(operator: str, left: Expression, right: Expression, tree: TypedTree) -> str | None:
    if operator in {"in", "not in"}:
        return _membership(operator, left, right, tree)
    if operator not in _METHODS:
        return None
    promises = [is_always_promise(left, tree), is_always_promise(right, tree)]
    if not any(promises) or any(_has_own(operator, tree.type_of(side)) for side in (left, right)):
        return None
    if all(promises) and operator in {"==", "!="}:
        if tree.option(RULE.code, IDENTITY):
            by = "is" if operator == "==" else "is not"
            return (
                f"Promises are compared with {operator}, which tells whether they are the same promise, not their "
                f"results; write `{by}` if that is meant, else await them and compare the results"
            )
        return None
    other = tree.type_of(left if promises[1] else right)
    if not all(promises) and not is_never(other, tree):
        return None
    if operator in {"==", "!="}:
        return f"Promise is compared with a value, and it is never equal to one, nor to its own result; {_CURE}"
    return f"Promise is compared by {operator}, but it has no order; {_CURE}"


def _membership(operator: str, left: Expression, right: Expression, tree: TypedTree) -> str | None:
    item = item_of(tree.type_of(right))
    if any(_has_own("==", typ) for typ in (item, tree.type_of(left))):
        return None
    if is_always_promise(left, tree) and is_never(item, tree):
        return f"Promise is looked for among values (`{operator}`), and it is never equal to one; {_CURE}"
    if are_always_promises(right, tree) and is_never(tree.type_of(left), tree):
        return (
            f"Value is looked for among promises (`{operator}`), and none of them is ever equal to it; "
            f"await Promise.all(...) of them and look among the results"
        )
    return None


def _has_own(operator: str, typ: Type | None) -> bool:
    """Return whether somebody wrote a comparison by hand, for which anything may be equal."""
    return defines(typ, _METHODS[operator], "__eq__")


RULE = Rule(
    code="promise-comparison",
    summary="a promise is compared with a value",
    visits=(n.ComparisonExpr,),
    check=check,
    options=(IDENTITY,),
)
