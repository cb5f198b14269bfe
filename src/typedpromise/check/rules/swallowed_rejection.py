"""# swallowed-rejection: a handler takes every error and does nothing with it.

## What
Reports a `catch` handler, or the second handler of a `then`, that does nothing at all.

## Why
It is `except Exception: pass`: an error that nobody expected disappears,
and the chain goes on with None as if nothing had happened.

## ❌ Bad
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def store(text: str) -> None: ...

def load() -> None:
    def ignore(error: Exception) -> None:
        pass

    fetch(1).then(store).catch(lambda error: None)  # ❌
    fetch(1).then(store, lambda error: None)  # ❌
    fetch(1).then(store).catch(Exception, lambda error: None)  # ❌
    fetch(1).then(store).catch(ignore)  # ❌
```

## ✅ Good
```python
def load_good() -> Promise[str | None]:
    fetch(1).then(store).catch(print)
    fetch(1).then(store).catch(KeyError, lambda error: None).catch(print)
    fetch(1).then(store).catch(lambda _error: None)  # the name says that it is meant
    return fetch(1).catch(lambda error: "nobody")
```

## What is followed
Lambdas, and undecorated functions of the same module, with a body of nothing but `None`, `...`, `pass` or a string.
A filtered `catch` names what it ignores, and is not reported unless it names `Exception` or `BaseException`.

## Fix
None: what should be done with the error is not known.

## Options
None. A parameter whose name begins with `_` says that the error is ignored on purpose.

## When not to use it
Where an error does no harm and nobody wants to know of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.check.chain import error_handler, is_filtered, link, takes_every_error
from typedpromise.check.functions import function_of, is_idle, parameters
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node

    from typedpromise.check.tree import TypedTree

_MESSAGE = (
    "Rejection is swallowed: this handler takes every error and does nothing with it; "
    "report the error, name the class you mean with catch(KeyError, handler), or call the parameter _error"
)


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report handlers of every error that do nothing."""
    found = link(node, tree) if isinstance(node, n.CallExpr) else None
    handler = None if found is None else error_handler(found)
    function = None if handler is None else function_of(handler, tree)
    if found is None or handler is None or function is None or not is_idle(function):
        return
    if is_filtered(found) and not takes_every_error(found, tree):
        return
    if not any(variable.name.startswith("_") for variable in parameters(function)):
        yield Problem(handler, _MESSAGE)


RULE = Rule(
    code="swallowed-rejection",
    summary="a handler takes every error and does nothing with it",
    visits=(n.CallExpr,),
    check=check,
    calls="links",
    preset="strict",
)
