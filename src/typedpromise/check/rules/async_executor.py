"""# async-executor: an executor is an async function or a generator, which nobody runs.

## What
Reports a promise whose executor returns a coroutine or a generator: an `async def`, a function with `yield`,
or a lambda that calls one.

## Why
A promise calls its executor and does not look at what it returns.
A call of an async function only makes a coroutine, so nothing in its body ever runs, and the promise stays pending.

## ❌ Bad
```python
from collections.abc import Callable
from typedpromise import Promise

async def read() -> int: ...
async def send(resolve: Callable[[int], None]) -> None: ...
def start(resolve: Callable[[int], None]) -> None: ...

async def connect(resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None:
    resolve(await read())

def make() -> Promise[int]:
    Promise[int](lambda resolve, reject: send(resolve)).catch(print)  # ❌
    return Promise(connect)  # ❌
```

## ✅ Good
```python
def make_good() -> Promise[int]:
    Promise[int](lambda resolve, reject: start(resolve)).catch(print)
    return Promise.resolve(read())
```

## What is followed
The type of the argument, so functions and methods of other modules are seen, and `functools.partial` of them.
A function that returns `Any` is not.

## Fix
None: what is to be awaited may go before the promise or into a coroutine that takes its place.

## Options
None.

## When not to use it
Always use it: such an executor does nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import CallableType, Instance, get_proper_type

from typedpromise.check.executors import constructed
from typedpromise.check.functions import function_of, inherits
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node
    from mypy.types import Type

    from typedpromise.check.tree import TypedTree

_COROUTINES = frozenset({"typing.Coroutine"})
_GENERATORS = frozenset({"typing.Generator", "typing.AsyncGenerator"})
_ASYNC = (
    "Executor is async: nobody awaits what it returns, so it never runs and the promise stays pending; "
    "hand the coroutine over with Promise.resolve(coroutine), or make the executor an ordinary function"
)
_GENERATOR = (
    "Executor is a generator: nobody iterates what it returns, so it never runs and the promise stays pending; "
    "make the executor an ordinary function"
)


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report a constructor whose executor only makes a coroutine or a generator."""
    if not isinstance(node, n.CallExpr):
        return
    given = constructed(node, tree)
    if given is None:
        return
    function, result = function_of(given, tree), _result(tree.type_of(given))
    if inherits(result, _COROUTINES):
        yield Problem(given, _ASYNC)
    elif inherits(result, _GENERATORS) or (function is not None and function.is_generator):
        yield Problem(given, _GENERATOR)


def _result(typ: Type | None) -> Type | None:
    match None if typ is None else get_proper_type(typ):
        case CallableType(ret_type=result):
            return result
        case Instance(type=info, args=[result]) if info.fullname == "functools.partial":
            return result
        case _:
            return None


RULE = Rule(
    code="async-executor",
    summary="an executor is an async function or a generator, which nobody runs",
    visits=(n.CallExpr,),
    check=check,
    calls="executors",
)
