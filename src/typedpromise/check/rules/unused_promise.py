"""# unused-promise: a promise is assigned to a local variable and nothing handles it.

## What
Reports an assignment of a new promise to a local variable if nothing uses the promise on any path from there:
the variable is not read, or assigned anew before that, or the promise is only looked at.
One that is handled on some paths and dropped on others is reported by `floating-promise`.

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

def lose() -> None:
    first = fetch(1)  # ❌ lost with the next assignment
    first = fetch(2)
    first.catch(report)
    second = fetch(1)
    second = second.then(store)  # ❌ the end of a chain is what counts
    third = fetch(3)  # ❌ only looked at
    if third.is_pending:
        print(f"waiting for {third!r}")

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
    cancelled = fetch(3)
    del cancelled

def hand_on(promises: list[Promise[str]]) -> None:
    one = fetch(1)
    other = one
    promises.append(other)
    two = fetch(2)
    print([lambda: two])
```

## What is followed
A promise is followed from where it is stored, through other variables that get it (`other = promise`).
A use is whatever is not known to be less: to await, return or yield it, to read its `value` or `reason`,
to put it into a collection or an attribute, to pass it to a function, and to go on with a chain.
A chain in a statement of its own, such as `promise.then(store)`, is left to `floating-promise`.
No use is a condition, a comparison, `isinstance`, `print`, `str`, `repr`, a format, a log,
nor `is_pending`, `is_fulfilled`, `is_rejected` and `state`,
except in an `assert`, because `assert promise.is_pending` is a test of the promise.
`del promise` and `_ = promise` say that the drop is meant, and so do names that begin with `_`.

Only what makes a promise is reported, so a second name for one that is kept elsewhere (`first = self.pending`) is not.
A chain that handles its errors may be dropped, as in `floating-promise`.
Not followed are variables of modules and classes, which may be read from elsewhere,
variables that functions, lambdas and classes inside see, `global` and `nonlocal` ones,
promises that are stored in a comprehension or got by unpacking a call,
functions that call `locals()`, `vars()`, `eval()` or `exec()`, and variables that code names which mypy skips
(`if not TYPE_CHECKING`).
A function of more than 200,000 statements and expressions, or in which promises would have to be followed
through more than 200,000 steps, is left alone from there on.

## Fix
None: there are several ways, and only the author knows which was meant.

## Options
None. `# type: ignore[unused-promise]` silences one line.

## When not to use it
In a program in which a lost error does no harm and nothing waits for a result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.locals import losses
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node

    from typedpromise.check.locals import Loss
    from typedpromise.check.tree import TypedTree

_LOST = "nobody sees its result or its error; await it, return it, or end the chain with .catch(handler)"


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the promises that a function stores in variables and handles on no path of its own."""
    if isinstance(node, n.FuncDef):
        for loss in losses(node, tree):
            if not loss.partly:
                yield Problem(loss.made, _message(loss))


def _message(loss: Loss) -> str:
    if loss.where is None:
        return f"Promise is assigned to {loss.variable}, which is never read: {_LOST}"
    return f"Promise is assigned to {loss.variable}, and nothing handles it before it is lost {loss.where}: {_LOST}"


RULE = Rule(
    code="unused-promise",
    summary="a promise is assigned to a local variable and nothing handles it",
    visits=(n.FuncDef,),
    check=check,
)
