"""# always-return: a handler does not return what the next handler asks for.

## What
Reports a handler of `then` that returns a value on some paths and ends without a `return` on others,
or that returns nothing at all, when the next `then` in the chain has a handler that uses its parameter.

## Why
A function that ends without a `return` returns None, and that is what the next handler gets.
It is the commonest slip in chains: the work is done in the first handler, and its result forgotten.

## ❌ Bad
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def store(number: object) -> None: ...

def parse(text):
    number = int(text)
    store(number)

def double(text):
    if text:
        return int(text) * 2

def load() -> None:
    fetch(1).then(parse).then(lambda number: store(number)).done()  # ❌
    fetch(2).then(double).catch(print).then(lambda number: store(number)).done()  # ❌
```

## ✅ Good
```python
def parse_well(text):
    number = int(text)
    store(number)
    return number

def double_well(text):
    if not text:
        return None
    return int(text) * 2

def check(text):
    if not text:
        raise ValueError("no text")
    return text

def done(_nothing: object) -> None:
    store("done")

def load_well() -> None:
    fetch(1).then(parse_well).then(lambda number: store(number)).done()
    fetch(2).then(double_well).then(lambda number: store(number)).done()
    fetch(3).then(check).then(lambda text: store(text)).done()
    fetch(4).then(parse).then(lambda _: store("parsed")).done()
    fetch(5).then(parse).then(done).done()
```

## What is followed
Both handlers in one chain of one expression, with any `catch` and `finally_` between them;
the first is an undecorated `def` or `async def` of the same module, the second one of these or a lambda.
In the first: branches, loops, `try`, `with`, `match`, early `return` and `raise`,
and calls of functions that never return.
A path is there if the syntax has it; conditions are not compared.
The second asks for nothing if it does not read its parameter, if the name begins with `_`,
or if the parameter is declared to take None.
A body of `...` is taken for one that is left out.

## Fix
None: what the handler should return is not known.

## Options
None.

## When not to use it
Where handlers that return nothing are followed by handlers that know it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import CallableType, Instance, NoneType, UnionType, get_proper_type

from typedpromise.check.chain import fulfilment_handler, link, links, takes_fulfilment
from typedpromise.check.functions import function_of, mentions, returns
from typedpromise.check.paths import paths, reached
from typedpromise.check.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Node
    from mypy.types import Type

    from typedpromise.check.paths import Step
    from typedpromise.check.tree import TypedTree


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the handler before this one, if it leaves it without the value it asks for."""
    found = link(node, tree) if isinstance(node, n.CallExpr) else None
    handler = None if found is None else fulfilment_handler(found)
    if found is None or handler is None or found.is_open or not _asks(handler, tree):
        return
    before = next((earlier for earlier in links(found.receiver, tree) if takes_fulfilment(earlier, tree)), None)
    given = None if before is None else fulfilment_handler(before)
    function = None if given is None else function_of(given, tree)
    if given is None or not isinstance(function, n.FuncDef) or function.is_generator or function.is_async_generator:
        return
    if not _is_left_out(function) and _forgets(function, tree):
        if any(statement.expr is not None for statement in returns(function)):
            yield Problem(
                given,
                f"Handler {function.name} ends without a return on some path, and the next handler gets None then; "
                f"return a value on every path",
            )
        else:
            yield Problem(
                given,
                f"Handler {function.name} returns nothing, so the next handler gets None; return its result, "
                f"or write lambda _: ... if the next one wants none",
            )


def _asks(handler: n.Expression, tree: TypedTree) -> bool:
    """Return whether a handler reads its parameter, and does not say that it takes None."""
    function = function_of(handler, tree)
    if function is None or not function.arguments or function.arguments[0].kind not in (n.ARG_POS, n.ARG_OPT):
        return False
    parameter = function.arguments[0].variable
    if parameter.name.startswith("_") or not mentions(function.body, {parameter}):
        return False
    declared = function.unanalyzed_type is not None and isinstance(function.type, CallableType)
    return not (declared and isinstance(function.type, CallableType) and _takes_none(function.type.arg_types[0]))


def _takes_none(typ: Type) -> bool:
    proper = get_proper_type(typ)
    if isinstance(proper, UnionType):
        return any(_takes_none(item) for item in proper.items)
    return isinstance(proper, NoneType) or (isinstance(proper, Instance) and proper.type.fullname == "builtins.object")


def _is_left_out(function: n.FuncDef) -> bool:
    last = function.body.body[-1] if function.body.body else None
    return isinstance(last, n.ExpressionStmt) and isinstance(last.expr, n.EllipsisExpr)


def _forgets(function: n.FuncDef, tree: TypedTree) -> bool:
    """Return whether a path ends without a value: at the end, or at a `return` that has none."""
    body = paths(function, tree)
    steps = reached([body.start], _goes_on, assume="first")
    return body.fallen_off in steps or any(
        isinstance(step.node, n.ReturnStmt) and step.node.expr is None for step in steps
    )


def _goes_on(_step: Step) -> bool:
    return False


RULE = Rule(
    code="always-return",
    summary="a handler does not return what the next handler asks for",
    visits=(n.CallExpr,),
    check=check,
    calls="links",
    preset="strict",
)
