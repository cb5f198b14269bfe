"""# misused-promise: a callback returns a promise, and its caller ignores what it returns.

## What
Reports a function that returns a promise, or a coroutine function, as a callback whose result nobody looks at:
- passed to a parameter declared `Callable[..., None]`;
- to `call_soon`, `call_later`, `add_reader`, `add_signal_handler`, `set_exception_handler` and the like of a loop;
- to `add_done_callback` of a future, and to `.done(...)` of a promise;
- to `threading.Thread(target=...)`, `threading.Timer`, `atexit.register` and `signal.signal`;
- to `weakref.finalize` and `ExitStack.callback`;
- assigned to `sys.excepthook`, `sys.displayhook`, `sys.unraisablehook` or `threading.excepthook`.

## Why
Nobody waits for the promise, and its error is lost.
A coroutine function does not even run: the call makes a coroutine, and nobody awaits it.

## ❌ Bad
Every line with a cross is reported.
```python
import asyncio
import atexit
import sys
import threading
from collections.abc import Callable
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
async def load() -> None: ...
def close() -> Promise[None]: ...
def report(error: Exception) -> None: ...
def on_change(callback: Callable[[int], None]) -> None: ...
def on_event(callback: Callable[[int], object]) -> None: ...

def register(loop: asyncio.AbstractEventLoop) -> None:
    on_change(lambda user: fetch(user))  # ❌
    loop.call_soon(load)  # ❌
    loop.call_later(1, lambda: close())  # ❌
    threading.Thread(target=load).start()  # ❌
    atexit.register(close)  # ❌
    on_event(fetch)  # ❌ with the option `objects`

async def on_error(*error: object) -> None: ...

class Button:
    on_click: Callable[[int], object] = print

def set_up(button: Button) -> None:
    sys.excepthook = on_error  # ❌
    button.on_click = fetch  # ❌ with the option `objects`
```

## ✅ Good
```python
def shut() -> None:
    close().get()

def register_well(loop: asyncio.AbstractEventLoop) -> None:
    on_change(lambda user: fetch(user).catch(report))
    loop.call_soon(lambda: loop.create_task(load()))
    threading.Thread(target=lambda: asyncio.run(load())).start()
    atexit.register(shut)
    fetch(1).then(fetch).catch(report)
```

## What counts as handled
A lambda whose chain handles its errors, as in `floating-promise`.
Of a function only its type is known, so one that handles the errors of the promise it returns is reported too:
let it return nothing.

## What is followed
Type checkers report by themselves what is assigned to an attribute, an item or a variable that is declared
`Callable[..., None]`, and a method declared `-> None` that is overridden by one that returns a promise, or by an
`async def`: mypy under `assignment`, `dict-item`, `list-item` and `override`.

## Fix
None: there are several ways, and each changes what the callback returns.

## Options
- `objects` (false; true in the presets `strict` and `all`): report callbacks passed to `Callable[..., object]` too,
  and those assigned to an attribute that is declared so, or put into a dict or list that is an attribute.
  Such a parameter says that any result will do, but some functions do look at it.

## When not to use it
In a program whose callbacks are started by a framework that awaits what they return, without saying so in its types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.argmap import map_actuals_to_formals
from mypy.types import AnyType, CallableType, Instance, NoneType, Overloaded, TypeOfAny, UnionType, get_proper_type

from typedpromise.check.handled import is_handled
from typedpromise.check.rule import Option, Problem, Rule
from typedpromise.check.values import is_later, results_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression, Node
    from mypy.types import Type

    from typedpromise.check.tree import TypedTree

OBJECTS = Option("objects", default=False, strict=True)

# Where the callback stands: its place, and the name it may be passed by.
_FUNCTIONS = {
    "atexit.register": (0, "func"),
    "signal.signal": (1, "handler"),
    "threading.Thread": (1, "target"),
    "threading.Timer": (1, "function"),
    "weakref.finalize": (1, "func"),
}
# Attributes that the interpreter calls what they are set to, and whose types say nothing of a result.
_HOOKS = frozenset({"sys.displayhook", "sys.excepthook", "sys.unraisablehook", "threading.excepthook"})
_METHODS = {
    "add_done_callback": (0, "callback"),
    "add_reader": (1, "callback"),
    "add_signal_handler": (1, "callback"),
    "add_writer": (1, "callback"),
    "call_at": (1, "callback"),
    "call_later": (1, "callback"),
    "call_soon": (0, "callback"),
    "call_soon_threadsafe": (0, "callback"),
    "callback": (0, "callback"),
    "set_exception_handler": (0, "handler"),
}
_OWNERS = frozenset(
    {
        "_asyncio.Future",
        "asyncio.events.AbstractEventLoop",
        "asyncio.futures.Future",
        "concurrent.futures._base.Future",
        "contextlib.AsyncExitStack",
        "contextlib.ExitStack",
    }
)


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report the callbacks of a call, or in an assignment, whose promises are ignored."""
    if isinstance(node, n.AssignmentStmt):
        yield from _assigned(node, tree)
    if not isinstance(node, n.CallExpr):
        return
    for index, argument in enumerate(node.args):
        what = _ignored(argument, tree)
        if what is not None and (_is_known(node, index, tree) or _is_declared(node, index, tree)):
            name = node.callee.name if isinstance(node.callee, (n.NameExpr, n.MemberExpr)) else "the callee"
            yield Problem(argument, what.format(name=f"{name}(...)"))


def _assigned(statement: n.AssignmentStmt, tree: TypedTree) -> Iterator[Problem]:
    """Report callbacks that are assigned to a hook, or to what is declared to take any result."""
    for target in statement.lvalues:
        is_hook = isinstance(target, n.RefExpr) and target.fullname in _HOOKS
        if not is_hook and not (_is_attribute(target) and tree.option(RULE.code, OBJECTS)):
            continue
        pairs = [(_declared(target, tree), statement.rvalue)]
        for declared, value in pairs:
            pairs += _items(declared, value)
            takes_any = (
                declared is not None and _ignores(declared, objects=True) and not _ignores(declared, objects=False)
            )
            what = _ignored(value, tree) if is_hook or takes_any else None
            if what is not None:
                name = target.name if isinstance(target, (n.NameExpr, n.MemberExpr)) else "it"
                yield Problem(value, what.format(name=f"whatever calls {name}"))


def _is_attribute(target: Expression) -> bool:
    """Return whether this is an attribute, or an item of one: a variable is mostly read where its results are too."""
    return isinstance(target.base if isinstance(target, n.IndexExpr) else target, n.MemberExpr)


def _declared(target: Expression, tree: TypedTree) -> Type | None:
    """Return the type of what an attribute, or an item of one, may be assigned."""
    if not isinstance(target, n.IndexExpr):
        return tree.type_of(target)
    holder = tree.type_of(target.base)
    return holder.args[-1] if isinstance(holder, Instance) and holder.args else None


def _items(declared: Type | None, value: Expression) -> list[tuple[Type | None, Expression]]:
    """Return the items of a display with the type that the collection is declared to hold."""
    proper = None if declared is None else get_proper_type(declared)
    if not isinstance(proper, Instance) or not proper.args:
        return []
    match value:
        case n.DictExpr(items=pairs):
            return [(proper.args[-1], item) for _, item in pairs]
        case n.ListExpr(items=items) | n.SetExpr(items=items) | n.TupleExpr(items=items):
            return [(proper.args[0], item) for item in items]
        case _:
            return []


def _ignored(argument: Expression, tree: TypedTree) -> str | None:
    """Return what to say if nobody looks at the results of a callback, or None if that does no harm."""
    if isinstance(argument, n.LambdaExpr):
        last = argument.body.body[-1] if argument.body.body else None
        value = last.expr if isinstance(last, n.ReturnStmt) else None
        if value is None or is_handled(value, tree):
            return None
        typ = tree.type_of(value)
        results: list[Type] = [] if typ is None else [typ]
    else:
        results = results_of(tree.type_of(argument))
    if not results or not all(is_later(result, tree) for result in results):
        return None
    if tree.promises.is_promise(results[0]):
        return (
            "Promise that this callback returns is ignored by {name}: nobody sees its result or its error; "
            "pass a function that ends the chain with .catch(handler) and returns nothing"
        )
    return (
        "Coroutine that this callback returns is ignored by {name}, so its body never runs; "
        "pass a plain function that starts a task"
    )


def _is_known(call: n.CallExpr, index: int, tree: TypedTree) -> bool:
    """Return whether the argument is the callback of a function of the standard library, or of `done`."""
    callee = call.callee
    if isinstance(callee, n.MemberExpr) and callee.name == "done" and tree.is_promise(callee.expr):
        return True
    place = None
    if isinstance(callee, n.RefExpr) and callee.fullname in _FUNCTIONS:
        place = _FUNCTIONS[callee.fullname]
    elif isinstance(callee, n.MemberExpr) and callee.name in _METHODS:
        owner = tree.type_of(callee.expr)
        if isinstance(owner, Instance) and any(base.fullname in _OWNERS for base in owner.type.mro):
            place = _METHODS[callee.name]
    if place is None:
        return False
    by_position = call.arg_kinds[index] is n.ARG_POS and n.ARG_STAR not in call.arg_kinds[:index]
    return index == place[0] if by_position else call.arg_names[index] == place[1]


def _is_declared(call: n.CallExpr, index: int, tree: TypedTree) -> bool:
    """Return whether the parameter's type says that the result is not looked at, in all overloads that fit."""
    callee = tree.type_of(call.callee)
    items = callee.items if isinstance(callee, Overloaded) else [callee]
    found = [typ for item in items if isinstance(item, CallableType) for typ in _formals(item, call, index)]
    objects = tree.option(RULE.code, OBJECTS) and not _waits(call.callee, tree)
    return bool(found) and all(_ignores(typ, objects=objects) for typ in found)


def _formals(callee: CallableType, call: n.CallExpr, index: int) -> list[Type]:
    mapping = map_actuals_to_formals(
        call.arg_kinds,
        call.arg_names,
        callee.arg_kinds,
        callee.arg_names,
        lambda _: AnyType(TypeOfAny.special_form),
    )
    return [typ for typ, actuals in zip(callee.arg_types, mapping, strict=True) if index in actuals]


def _ignores(typ: Type, *, objects: bool) -> bool:
    match get_proper_type(typ):
        case CallableType(ret_type=result):
            proper = get_proper_type(result)
            is_object = isinstance(proper, Instance) and proper.type.fullname == "builtins.object"
            return isinstance(proper, NoneType) or (objects and is_object)
        case UnionType(items=items):
            left = [item for item in items if not isinstance(get_proper_type(item), NoneType)]
            return bool(left) and all(_ignores(item, objects=objects) for item in left)
        case _:
            return False


def _waits(callee: Expression, tree: TypedTree) -> bool:
    """Return whether this is a promise class or a method of one: they wait for what their handlers return."""
    if isinstance(callee, n.RefExpr) and isinstance(callee.node, n.TypeInfo):
        return any(base.fullname in tree.promises.fullnames for base in callee.node.mro)
    return isinstance(callee, n.MemberExpr) and (
        tree.is_promise(callee.expr)
        or any(tree.promises.is_promise(result) for result in results_of(tree.type_of(callee.expr)))
    )


RULE = Rule(
    code="misused-promise",
    summary="a callback returns a promise, and its caller ignores what it returns",
    visits=(n.AssignmentStmt, n.CallExpr),
    check=check,
    options=(OBJECTS,),
)
