"""What is not rewritten, because only the drop-in keeps what it does: told, with what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance, NoneType, UnionType

from typedpromise.migrate.places import Left, span_of
from typedpromise.migrate.seen import (
    argument,
    inherits_promise,
    is_exactly_promise,
    is_promise,
    is_promise_class,
    is_unknown,
    old_name,
)
from typedpromise.migrate.transform import Transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typedpromise.check.tree import TypedTree
    from typedpromise.migrate.edits import Edits
    from typedpromise.migrate.places import Step

_ALONE = "only promise 2.3 and the drop-in have it"
_OF_PROMISE = {
    "done_all": (_ALONE, "write promise.done(handler) for each handler"),
    "then_all": (_ALONE, "write [promise.then(handler) for handler in handlers]"),
    "future": (_ALONE, "write await promise, or promise.then(handler)"),
    "scheduler": (_ALONE, "write typedpromise.schedulers.use(scheduler) around what makes the promise"),
    "wait": (
        "it raises when time is up, and typedpromise's returns False",
        "write promise.wait(timeout), and look at it",
    ),
    "_wait": ("it is private", "write promise.wait(timeout), which returns whether the promise has settled"),
    "__iter__": (_ALONE, "write await promise, in an async function"),
    "value": (
        "it is None while the promise is pending, and the error once it is rejected, where typedpromise's raises",
        "write promise.get(), or promise.value if promise.is_fulfilled else None",
    ),
    "reason": (
        "it is None while the promise is pending, and the value once it is fulfilled, where typedpromise's raises",
        "write promise.reason if promise.is_rejected else None",
    ),
}
_GUARDS = {"value": "is_fulfilled", "reason": "is_rejected"}
_UNMISTAKABLE = frozenset({"done_all", "then_all"})
_OF_CLASS = {
    "safe": (_ALONE, "write Promise.resolve(None).then(lambda _: function(...))"),
    "is_thenable": (
        "it is true of coroutines and futures, too",
        "write isinstance(value, Promise), or resolve with the value, which waits for it",
    ),
    "wait": _OF_PROMISE["wait"],
    "promisify": ("on a class that inherits it makes promises of that class", "write promisify(function)"),
    "for_dict": ("on a class that inherits it makes promises of that class", "write Promise.props(mapping)"),
}
_SCHEDULING = "write typedpromise.schedulers.set_default_scheduler(...) or use(...), or nothing inside an event loop"
NAMES = {
    "ImmediateScheduler": (_ALONE, "write nothing: handlers run so, where no event loop runs"),
    "VERSION": (_ALONE, "write typedpromise.__version__"),
    "__version__": ("it tells the version of promise that is stood in for", "write typedpromise.__version__"),
    "async_instance": (_ALONE, "write nothing for disable_trampoline(), whose purpose is gone"),
    "get_default_scheduler": (_ALONE, "typedpromise.schedulers.set_default_scheduler() returns the one before"),
    "is_thenable": _OF_CLASS["is_thenable"],
    "iterate_promise.iterate_promise": (_ALONE, "write await promise, in an async function"),
    "promise_list.PromiseList": (_ALONE, "write Promise.all(promises)"),
    "async_.Async": (_ALONE, "write nothing for it"),
    "set_default_scheduler": (
        "it takes schedulers of 2.3, and typedpromise's are others",
        _SCHEDULING,
    ),
    **{
        f"schedulers.{module}.{name}Scheduler": (_ALONE, _SCHEDULING)
        for module, name in (
            ("asyncio", "Asyncio"),
            ("gevent", "Gevent"),
            ("immediate", "Immediate"),
            ("thread", "Thread"),
        )
    },
}


def find(node: n.Node, tree: TypedTree) -> Iterator[Left]:
    """Find what holds a program to the drop-in."""
    match node:
        case n.MemberExpr():
            yield from _member(node, tree)
        case n.NameExpr():
            yield from _name(node)
        case n.CallExpr():
            yield from _call(node, tree)
        case n.ClassDef(info=info) if inherits_promise(info):
            why = (
                "then() of a class that inherits makes promises of that class in promise 2.3, and in typedpromise none"
            )
            yield Left(span_of(node), f"class {node.name}", why, "write functions that take and return promises")
        case n.YieldFromExpr(expr=value) if is_promise(value, tree):
            yield Left(span_of(node), "yield from promise", *_OF_PROMISE["__iter__"])
        case n.FuncDef(is_coroutine=True) if tree.count_promises():
            why = "where an event loop runs, handlers of 2.3 run inside then(), and typedpromise's on the next tick"
            yield Left(span_of(node), f"async def {node.name}", why, "see that no code counts on it: docs/migrate.md")
        case _:
            return


def _member(node: n.MemberExpr, tree: TypedTree) -> Iterator[Left]:
    name = node.name
    if is_promise_class(node.expr, tree):
        is_rewritten = name in {"for_dict", "promisify"} and is_exactly_promise(node.expr, tree)
        if name in _OF_CLASS and not is_rewritten:
            yield Left(span_of(node), f"Promise.{name}", *_OF_CLASS[name])
    elif name in _OF_PROMISE and is_promise(node.expr, tree):
        if not _is_guarded(node, tree):
            yield Left(span_of(node), f"promise.{name}", *_OF_PROMISE[name])
    elif name in _UNMISTAKABLE and is_unknown(node.expr, tree):
        yield Left(span_of(node), f".{name}", "it is not known whether this is a promise", _OF_PROMISE[name][1])
    elif old_name(node) in NAMES:
        yield from _name(node)


def _name(node: n.RefExpr) -> Iterator[Left]:
    found = old_name(node)
    if found in NAMES:
        yield Left(span_of(node), found.rpartition(".")[2], *NAMES[found])


def _is_guarded(node: n.MemberExpr, tree: TypedTree) -> bool:
    """Return whether it stands in `p.value if p.is_fulfilled else ...`, or behind `p.is_fulfilled and`."""
    around = next(tree.enclosing(node), None)
    match around:
        case n.ConditionalExpr(cond=n.MemberExpr() as guard, if_expr=guarded) if guarded is node:
            pass
        case n.OpExpr(op="and", left=n.MemberExpr() as guard, right=guarded) if guarded is node:
            pass
        case _:
            return False
    owners = (guard.expr, node.expr)
    same = all(isinstance(owner, n.NameExpr) for owner in owners) and getattr(guard.expr, "node", 0) is getattr(
        node.expr, "node", 1
    )
    return same and guard.name == _GUARDS.get(node.name)


def _call(node: n.CallExpr, tree: TypedTree) -> Iterator[Left]:
    match node.callee:
        case n.MemberExpr(name="all", expr=owner) if is_promise_class(owner, tree):
            yield from _joined(node, tree)
        case n.MemberExpr(name="catch", expr=owner) if node.args and is_promise(owner, tree):
            handler = node.args[0]
            if (
                len(node.args) == 1
                and isinstance(handler, (n.MemberExpr, n.NameExpr))
                and isinstance(handler.node, n.TypeInfo)
            ):
                why = "2.3 calls the class as the handler, and typedpromise raises TypeError"
                yield Left(span_of(node), f"catch({handler.name})", why, "write catch(ExcType, handler)")
        case callee if is_exactly_promise(callee, tree):
            yield from _made(node, tree)
        case _:
            return


def _joined(node: n.CallExpr, tree: TypedTree) -> Iterator[Left]:
    given = argument(node, 0, "promises")
    typ = None if given is None else tree.type_of(given)
    write = "write Promise.all(list) with a list of promises"
    if given is None or (is_unknown(given, tree) and not isinstance(given, (n.ListExpr, n.ListComprehension))):
        yield Left(span_of(node), "Promise.all()", "it is not known what it is given", write)
    elif isinstance(typ, Instance) and typ.type.has_base("typing.Mapping"):
        yield Left(span_of(node), "Promise.all(mapping)", "it joins the keys", "write Promise.all(mapping.values())")
    elif is_promise(given, tree) or isinstance(typ, UnionType):
        why = "it may be given a promise of a list, and typedpromise's takes a promise for one of those to join"
        yield Left(span_of(node), "Promise.all(promise)", why, "write promise.then(Promise.all)")


def _made(node: n.CallExpr, tree: TypedTree) -> Iterator[Left]:
    executor = argument(node, 0, "executor")
    if "scheduler" in node.arg_names or len(node.args) > 1:
        yield Left(span_of(node), "Promise(scheduler=)", *_OF_PROMISE["scheduler"])
    elif executor is not None:
        typ = tree.type_of(executor)
        items = typ.items if isinstance(typ, UnionType) else [typ]
        if any(isinstance(item, NoneType) for item in items):
            write = "write Promise.with_resolvers() for a promise without an executor"
            yield Left(span_of(node), "Promise(None)", "the executor may be None", write)


def change(edits: Edits, step: Step) -> None:
    """Change nothing: there are no steps."""
    raise NotImplementedError(edits, step)


TRANSFORM = Transform("held", find, change)
