"""`DataLoader`: names of its parameters, and `load_many`, which in 2.3 rejects where one load fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance

from typedpromise.migrate.places import Left, Step, span_of
from typedpromise.migrate.seen import inherits_loader, is_loader, is_loader_class
from typedpromise.migrate.transform import Transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcst import Call

    from typedpromise.check.tree import TypedTree
    from typedpromise.migrate.edits import Edits

# In the order of 2.3; the last is how 2.3 sends batches, by a scheduler, which ours has no parameter for.
_PARAMETERS = ("batch_load_fn", "batch", "max_batch_size", "cache", "get_cache_key", "cache_map", "scheduler")
_SCHEDULER = _PARAMETERS.index("scheduler")
_RENAMED = {"get_cache_key": "cache_key_fn"}
_PRIVATE = frozenset({"_promise_cache", "_queue", "do_resolve_reject"})


def find(node: n.Node, tree: TypedTree) -> Iterator[Step | Left]:
    """Find loaders that are made, and what is done with them."""
    if isinstance(node, n.CallExpr) and _makes(node, tree):
        yield from _made(node)
    elif isinstance(node, n.MemberExpr) and is_loader(node.expr, tree):
        yield from _member(node, tree)


def _makes(call: n.CallExpr, tree: TypedTree) -> bool:
    callee = call.callee
    if isinstance(callee, n.SuperExpr):
        return callee.name == "__init__" and callee.info is not None and inherits_loader(callee.info)
    if isinstance(callee, n.MemberExpr) and callee.name == "__init__":
        return is_loader_class(callee.expr, tree)
    return is_loader_class(callee, tree) and _has_its_constructor(callee)


def _has_its_constructor(callee: n.Expression) -> bool:
    """Return whether the parameters are those of 2.3, and not those of a class that inherits."""
    info = callee.node if isinstance(callee, n.RefExpr) else None
    found = info.get("__init__") if isinstance(info, n.TypeInfo) else None
    owner = found.node.info if found is not None and isinstance(found.node, n.SYMBOL_FUNCBASE_TYPES) else None
    return owner is not None and not inherits_loader(owner)


def _made(call: n.CallExpr) -> Iterator[Step | Left]:
    given = [kind is n.ARG_POS for kind in call.arg_kinds]
    if n.ARG_STAR in call.arg_kinds or n.ARG_STAR2 in call.arg_kinds:
        if isinstance(call.callee, n.SuperExpr):
            # What a constructor hands on is told where it is called.
            return
        write = "pass cache_key_fn for get_cache_key, and all but the batch function by name"
        yield Left(span_of(call), "DataLoader(**)", "what * and ** bring is not known", write)
    elif "scheduler" in call.arg_names or sum(given) > _SCHEDULER:
        write = "write batch_schedule_fn=, a function that calls the function it is given when the batch is to be sent"
        yield Left(span_of(call), "DataLoader(scheduler=)", "typedpromise's loader takes no scheduler", write)
    elif sum(given) > 1 or not _RENAMED.keys().isdisjoint(map(str, call.arg_names)):
        yield Step("loaders", span_of(call), ("names",), own=True)


def _member(member: n.MemberExpr, tree: TypedTree) -> Iterator[Step | Left]:
    if member.name == "load_many":
        if not _is_inherited(member, tree):
            return
        call = next(tree.enclosing(member), None)
        if isinstance(call, n.CallExpr) and call.callee is member and len(call.args) == 1:
            yield Step("loaders", span_of(call), ("load_many",), own=True)
        else:
            why = "it rejects where one load fails, and typedpromise's gives the errors among the values"
            yield Left(span_of(member), "load_many", why, "write Promise.all(map(loader.load, keys))")
    elif member.name == "get_cache_key":
        write = "pass cache_key_fn to the constructor, or write a method cache_key_fn"
        yield Left(span_of(member), "get_cache_key", "typedpromise's loader has cache_key_fn", write)
    elif member.name in _PRIVATE:
        why = "it is the inside of promise 2.3's loader"
        yield Left(
            span_of(member),
            member.name,
            why,
            "write clear(), clear_all() and prime(), or pass a cache_map",
            served=member.name == "_promise_cache",
        )


def _is_inherited(member: n.MemberExpr, tree: TypedTree) -> bool:
    """Return whether no class of the program's own defines the method."""
    typ = tree.type_of(member.expr)
    found = typ.type.get(member.name) if isinstance(typ, Instance) else None
    owner = found.node.info if found is not None and isinstance(found.node, n.SYMBOL_FUNCBASE_TYPES) else None
    return owner is None or not inherits_loader(owner)


def change(edits: Edits, step: Step) -> None:
    """Name the arguments, or join the loads."""
    call = edits.call_at(step.span)
    if step.details == ("load_many",):
        edits.names.add("Promise")
        edits.add(call, _joined)
    else:
        edits.add(call, _named)


def _named(call: Call) -> Call:
    import libcst as cst

    tight = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
    args: list[cst.Arg] = []
    for place, arg in enumerate(call.args):
        # A function that is no `batch_load_fn=` stays first, as people write it.
        old = None if arg.keyword is None and place == 0 else _PARAMETERS[place]
        name = old if arg.keyword is None else arg.keyword.value
        if name is None:
            args.append(arg)
        else:
            equal = arg.equal if arg.keyword is not None else tight
            args.append(arg.with_changes(keyword=cst.Name(_RENAMED.get(name, name)), equal=equal))
    return call.with_changes(args=args)


def _joined(call: Call) -> Call:
    import libcst as cst

    load = cst.ensure_type(call.func, cst.Attribute).with_changes(attr=cst.Name("load"), lpar=[], rpar=[])
    keys = call.args[0].with_changes(keyword=None, equal=cst.MaybeSentinel.DEFAULT)
    loads = call.with_changes(
        func=cst.Name("map"),
        args=[cst.Arg(load, comma=cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))), keys],
        lpar=[],
        rpar=[],
    )
    join = cst.Attribute(cst.Name("Promise"), cst.Name("all"))
    return cst.Call(join, [cst.Arg(loads)], lpar=call.lpar, rpar=call.rpar)


TRANSFORM = Transform("loaders", find, change)
