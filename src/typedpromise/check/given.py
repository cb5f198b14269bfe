"""Functions that are given to a promise, a promise class or a loader, which call them: handlers and the like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from weakref import WeakKeyDictionary

from mypy import nodes as n
from mypy.types import FunctionLike, Instance

from .chain import handlers, link
from .executors import constructed
from .functions import function_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .tree import TypedTree

_BATCH = "batch_load_fn"
_LOADERS = frozenset({"promise.dataloader.DataLoader", "typedpromise.dataloader.DataLoader"})

# What these methods of a promise are given is called with its result or its error.
_METHODS = frozenset({"done", "tap", "tap_catch"})
# Functions of a promise class, and the place of what they call.
_STATIC = {"each": 1, "filter": 1, "map": 1, "reduce": 1, "try_": 0}

_OLD = "promise.promise.Promise"


@dataclass(frozen=True, slots=True)
class Given:
    """What a function is for whom it is given to."""

    role: Literal["batch function", "executor", "function", "handler"]
    # The promise, or the promise class, whose method takes the function.
    owner: n.Expression | None = None


_FOUND: WeakKeyDictionary[TypedTree, dict[n.FuncItem, Given]] = WeakKeyDictionary()


def given(function: n.FuncItem, tree: TypedTree) -> Given | None:
    """Return as what a function of the module is given to a promise or a loader, or None if it is not."""
    if tree not in _FOUND:
        # Made on first use, and once: a module may have as many questions as it has functions.
        _FOUND[tree] = dict(_all_given(tree))
    return _FOUND[tree].get(function)


def is_promise_class(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether this is a promise class itself: `Promise` in `Promise.resolve(1)`."""
    typ = tree.type_of(expression)
    return (
        isinstance(typ, FunctionLike)
        and typ.is_type_obj()
        and any(base.fullname in tree.promises.fullnames for base in typ.type_object().mro)
    )


def is_old(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether this is a promise of promise 2.3, or its class."""
    typ = tree.type_of(expression)
    if isinstance(typ, FunctionLike) and typ.is_type_obj():
        return any(base.fullname == _OLD for base in typ.type_object().mro)
    return isinstance(typ, Instance) and any(base.fullname == _OLD for base in typ.type.mro)


def _all_given(tree: TypedTree) -> Iterator[tuple[n.FuncItem, Given]]:
    for node, _ in tree.walk():
        if isinstance(node, n.CallExpr):
            for expression, role in _callbacks(node, tree):
                function = function_of(expression, tree)
                if function is not None:
                    yield function, role
        # A class in code that mypy holds unreachable has no bases.
        elif (
            isinstance(node, n.ClassDef)
            and not isinstance(node.info, n.FakeInfo)
            and any(base.fullname in _LOADERS for base in node.info.mro)
        ):
            for item in node.defs.body:
                if isinstance(item, n.FuncDef) and item.name == _BATCH:
                    yield item, Given("batch function")


def _callbacks(call: n.CallExpr, tree: TypedTree) -> Iterator[tuple[n.Expression, Given]]:
    """Yield the functions that a call is given and a promise or a loader will call, and what each is there."""
    if (found := link(call, tree)) is not None:
        yield from ((handler, Given("handler", found.receiver)) for handler in handlers(found))
    elif (executor := constructed(call, tree)) is not None:
        yield executor, Given("executor")
    elif isinstance(call.callee, n.MemberExpr):
        yield from _of_method(call, call.callee, tree)
    if _makes_loader(call, tree):
        yield from ((argument, Given("batch function")) for argument in _place(call, 0, _BATCH))


def _makes_loader(call: n.CallExpr, tree: TypedTree) -> bool:
    typ = tree.type_of(call.callee)
    if not isinstance(typ, FunctionLike) or not typ.is_type_obj():
        return False
    return any(base.fullname in _LOADERS for base in typ.type_object().mro)


def _of_method(call: n.CallExpr, callee: n.MemberExpr, tree: TypedTree) -> Iterator[tuple[n.Expression, Given]]:
    if callee.name in _METHODS and tree.is_promise(callee.expr):
        yield from ((argument, Given("handler", callee.expr)) for argument in call.args)
    elif callee.name in _STATIC and is_promise_class(callee.expr, tree):
        what = Given("function" if callee.name == "try_" else "handler", callee.expr)
        yield from ((argument, what) for argument in _place(call, _STATIC[callee.name], "fn"))


def _place(call: n.CallExpr, place: int, name: str) -> Iterator[n.Expression]:
    """Yield the argument that stands at a place, or is passed by name."""
    for index, (argument, kind) in enumerate(zip(call.args, call.arg_kinds, strict=True)):
        if call.arg_names[index] == name or (kind is n.ARG_POS and index == place):
            yield argument
