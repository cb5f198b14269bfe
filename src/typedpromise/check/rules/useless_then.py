"""# useless-then: a `then` changes nothing.

## What
Reports `.then()` without a handler, `.then(None)`, `.then(None, None)` and `.then(lambda x: x)`.

## Why
The promise it returns is fulfilled and rejected as the one before it, only later.
Such a link is a rest of an edit, or its author thought that it does something.

## ❌ Bad
Every line with a cross is reported.
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...

def chains() -> list[Promise[str]]:
    return [
        fetch(1).then(),  # ❌
        fetch(1).then(lambda text: text),  # ❌
        fetch(1).then(lambda text: text).then(str.upper),  # ❌
    ]
```

## ✅ Good
```python
def useful() -> list[Promise[object]]:
    return [
        fetch(1),
        fetch(1).then(str.upper),
        fetch(1).then(lambda text: [text]),
        fetch(1).then(lambda text: text, lambda error: ""),
        fetch(1).then(None, lambda error: ""),
    ]
```

## Fix
`--fix` takes the link out where nobody can tell the promise behind it from the one before it:
the one before is made by another link, or the next link or an `await` takes the outcome.
What waits for the chain runs a job earlier then.

## Options
None. `# type: ignore[useless-then]` silences one line.

## When not to use it
Where somebody needs a second promise that settles with the first, for its identity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.chain import link
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node

    from typedpromise.check.tree import TypedTree


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report a `then` none of whose handlers does anything."""
    found = link(node, tree) if isinstance(node, n.CallExpr) else None
    if found is None or found.method != "then" or found.is_open:
        return
    # The first handler may hand its value on; the second would turn an error into a result.
    fulfilled = [*found.positional[:1], *(value for name, value in found.named.items() if name == "did_fulfill")]
    others = [*found.positional[1:], *(value for name, value in found.named.items() if name != "did_fulfill")]
    if all(_is_none(value) or _hands_on(value) for value in fulfilled) and all(map(_is_none, others)):
        yield Problem(
            found.call,
            "This .then(...) changes nothing: its promise settles as the one before it; "
            "remove it, or give it a handler that does something",
        )


def _is_none(value: Expression) -> bool:
    return isinstance(value, n.NameExpr) and value.fullname == "builtins.None"


def _hands_on(value: Expression) -> bool:
    match value:
        case n.LambdaExpr(arguments=[argument], body=n.Block(body=[n.ReturnStmt(expr=n.NameExpr(node=returned))])):
            return returned is argument.variable
        case _:
            return False


RULE = Rule(
    code="useless-then",
    summary="a `then` changes nothing",
    visits=(n.CallExpr,),
    check=check,
    calls="links",
    preset="all",
)
