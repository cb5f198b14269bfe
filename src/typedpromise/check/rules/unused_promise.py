"""# unused-promise: a promise is assigned to a local variable that nothing reads.

## What
Reports an assignment of a new promise to a local variable that is not read anywhere in the function,
nor in functions inside it.

## Why
The name makes the line look as if the promise were kept, but it is dropped when the function ends:
nobody waits for its result, and nobody learns of its error.

## ❌ Bad
Every line with a cross is reported.
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def store(text: str) -> None: ...
def report(error: Exception) -> None: ...

def drop() -> None:
    text = fetch(1)  # ❌
    stored = fetch(2).then(store)  # ❌
    one, two = fetch(3), fetch(4)  # ❌
    one.catch(report)

async def wait() -> None:
    first = fetch(1)
    second = fetch(2)  # ❌
    await first
```

## ✅ Good
```python
def keep() -> Promise[str]:
    text = fetch(1)
    stored = text.then(store)
    stored.catch(report)
    return text

def handle() -> None:
    done = fetch(1).then(store).catch(report)

def drop_on_purpose() -> None:
    _ = fetch(1)
    _later = fetch(2)
```

## What is followed
Reading the variable anywhere, in whatever way, counts as a use; on which paths it is read is not followed.
Only what makes a promise is reported, so a second name for one that is kept elsewhere (`first = self.pending`) is not.
A chain that handles its errors may be dropped, as in `floating-promise`.
Variables of modules and classes may be read from other modules; names that begin with `_` say that the drop is meant.

## Options
None. `# type: ignore[unused-promise]` silences one line.

## When not to use it
In a program in which a lost error does no harm and nothing waits for a result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.handled import is_handled
from typedpromise.check.nodes import children, walk
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node

    from typedpromise.check.tree import TypedTree

# Calls that give out what was kept before.
_GIVES_KEPT = frozenset({"get", "get_nowait", "pop", "popleft", "setdefault"})


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the new promises that a function assigns to variables it never reads."""
    if not isinstance(node, n.FuncDef):
        return
    made = [(name, value) for name, value in _assigned(node) if _is_dropped(name, value, tree)]
    if not made:
        return
    inside = [found for found, _ in walk(node)]
    read = {found.node for found in inside if isinstance(found, n.NameExpr)}
    shared = {name for found in inside if isinstance(found, (n.NonlocalDecl, n.GlobalDecl)) for name in found.names}
    if any(isinstance(found, n.NameExpr) and found.fullname == "builtins.locals" for found in inside):
        return
    for name, value in made:
        if name.node not in read and name.name not in shared:
            yield Problem(
                value,
                f"Promise is assigned to {name.name}, which is never read: nobody sees its result or its error; "
                f"await it, return it, or end the chain with .catch(handler)",
            )


def _assigned(function: n.FuncDef) -> Iterator[tuple[n.NameExpr, Expression]]:
    """Yield the local variables a function assigns, with what it assigns to them."""
    waiting: list[Node] = [function.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, n.AssignmentStmt):
            for target in node.lvalues:
                yield from _pairs(target, node.rvalue)
        elif not isinstance(node, (n.FuncDef, n.LambdaExpr, n.ClassDef)):
            waiting += [child for child in children(node) if not isinstance(child, n.Expression)]


def _pairs(target: Expression, value: Expression) -> Iterator[tuple[n.NameExpr, Expression]]:
    match target, value:
        case n.NameExpr(kind=n.LDEF), _:
            yield target, value
        case (
            (n.TupleExpr(items=targets) | n.ListExpr(items=targets)),
            (n.TupleExpr(items=values) | n.ListExpr(items=values)),
        ):
            if len(targets) == len(values) and not any(isinstance(item, n.StarExpr) for item in [*targets, *values]):
                for one, its_value in zip(targets, values, strict=True):
                    yield from _pairs(one, its_value)
        case _:
            return


def _is_dropped(name: n.NameExpr, value: Expression, tree: TypedTree) -> bool:
    """Return whether nobody but the variable has the value, and its errors are open."""
    makes = value.expr if isinstance(value, n.AwaitExpr) else value
    if name.name.startswith("_") or not isinstance(makes, n.CallExpr) or not tree.is_promise(value):
        return False
    if isinstance(makes.callee, n.MemberExpr) and (
        makes.callee.name in _GIVES_KEPT
        # A private method of a promise hands out what it is linked with, as `_target` of promise 2.3 does.
        or (makes.callee.name.startswith("_") and tree.is_promise(makes.callee.expr))
    ):
        return False
    return not is_handled(value, tree)


RULE = Rule(
    code="unused-promise",
    summary="a promise is assigned to a local variable that nothing reads",
    visits=(n.FuncDef,),
    check=check,
)
