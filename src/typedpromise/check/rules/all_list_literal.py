"""# all-list-literal: `Promise.all` is given a list of unlike promises.

## What
Reports `Promise.all([a, b])` where the promises in the list have results of different types.

## Why
The items of a list have one type, so each result is of any of the types, and has to be narrowed.
Given one by one, each keeps its own: `Promise.all(a, b)` is a `Promise[tuple[A, B]]`.

## ❌ Bad
The line with a cross is reported.
```python
from typedpromise import Promise

def name(user: int) -> Promise[str]: ...
def age(user: int) -> Promise[int]: ...

def load(user: int) -> object:
    return Promise.all([name(user), age(user)])  # ❌
```

## ✅ Good
```python
def load_both(user: int) -> Promise[tuple[str, int]]:
    return Promise.all(name(user), age(user))

def load_many() -> list[object]:
    return [Promise.all([name(1), name(2)]), Promise.all([name(user) for user in range(3)])]
```

## Fix
`--fix` takes the brackets away where the list of results is taken apart at once, by an `await` or by a handler:
unpacked, indexed with a number, looped over.
Elsewhere somebody may see that the results come in a tuple then, and no longer in a list.

## Options
None. `# type: ignore[all-list-literal]` silences one line.

## When not to use it
Where the results are only looped over.
With promise 2.3, whose `all` takes nothing but a collection, the rule says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import AnyType, Instance, get_proper_type

from typedpromise.check.rule import Problem, Rule
from typedpromise.check.values import as_base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node
    from mypy.types import Type

    from typedpromise.check.tree import TypedTree

# Only this class takes promises one by one; more than ten would lose their types.
_PROMISE = "typedpromise._promise.Promise"
_MOST = 10


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report a list of promises with unlike results that is joined as it stands."""
    match node:
        case n.CallExpr(
            callee=n.MemberExpr(name="all", expr=n.RefExpr(node=n.TypeInfo() as info)),
            args=[n.ListExpr(items=items) as given],
        ):
            pass
        case _:
            return
    if not any(base.fullname == _PROMISE for base in info.mro) or not 1 < len(items) <= _MOST:
        return
    results = [_result(item, tree) for item in items]
    known = [result for result in results if result is not None]
    if len(known) == len(items) and any(result != known[0] for result in known):
        yield Problem(
            given,
            "Promise.all([...]) joins unlike promises in a list, so each result may be of any of their types; "
            "write Promise.all(a, b), which gives each result its own type",
        )


def _result(item: Expression, tree: TypedTree) -> Type | None:
    """Return the type of a promise's result, or None if that is not known."""
    typ = tree.type_of(item)
    if not isinstance(typ, Instance):
        return None
    base = as_base(typ, _PROMISE)
    if base is None:
        return None
    result = get_proper_type(base.args[0])
    return None if isinstance(result, AnyType) else result


RULE = Rule(
    code="all-list-literal",
    summary="`Promise.all` is given a list of unlike promises",
    visits=(n.CallExpr,),
    check=check,
    preset="strict",
)
