"""Arguments that `promise` 2.3 takes by name, and this library by place: `then(did_fulfill=f)`, `resolve(obj=1)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from typedpromise.migrate.places import Left, Step, span_of
from typedpromise.migrate.seen import is_loader, is_promise, is_promise_class, is_unknown, old_name
from typedpromise.migrate.transform import Transform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcst import Arg, Call

    from typedpromise.check.tree import TypedTree
    from typedpromise.migrate.edits import Edits

_HANDLERS = ("did_fulfill", "did_reject")
_METHODS = {"catch": ("on_rejection",), "done": _HANDLERS, "then": _HANDLERS}
_OF_CLASS = {
    **dict.fromkeys(("cast", "fulfilled", "resolve"), ("obj",)),
    **dict.fromkeys(("reject", "rejected"), ("reason",)),
    "all": ("promises",),
    "for_dict": ("m",),
    "promisify": ("f",),
}
_OF_LOADER = {"clear": ("key",), "load": ("key",), "load_many": ("keys",), "prime": ("key", "value")}
_FUNCTIONS = {"promise_for_dict": ("m",), "promisify": ("f",)}
_WRITE = "write the arguments by place: then(handler, error_handler)"


def find(node: n.Node, tree: TypedTree) -> Iterator[Step | Left]:
    """Find calls with such a name."""
    if not isinstance(node, n.CallExpr) or not (any(node.arg_names) or n.ARG_STAR2 in node.arg_kinds):
        return
    names = _names(node, tree)
    if names is None:
        is_named = isinstance(node.callee, n.MemberExpr) and not set(_HANDLERS).isdisjoint(map(str, node.arg_names))
        if is_named and isinstance(node.callee, n.MemberExpr) and is_unknown(node.callee.expr, tree):
            yield _left(node, "it is not known whether this is a promise")
        return
    if n.ARG_STAR in node.arg_kinds or n.ARG_STAR2 in node.arg_kinds:
        yield _left(node, "what * and ** bring is not known")
        return
    if any(name is not None and name not in names for name in node.arg_names):
        # `Promise(executor=f, scheduler=s)`: told elsewhere, and no call that mypy lets pass is left over.
        return
    places = [index if name is None else names.index(name) for index, name in enumerate(node.arg_names)]
    if places != sorted(places) and not all(map(_is_simple, node.args)):
        yield _left(node, "the arguments would be evaluated in another order")
    else:
        yield Step("keywords", span_of(node), tuple(map(str, places)))


def _names(call: n.CallExpr, tree: TypedTree) -> tuple[str, ...] | None:
    """Return the names of the parameters of what is called, if it is one of those that are rewritten."""
    callee = call.callee
    if is_promise_class(callee, tree):
        return ("executor",)
    if isinstance(callee, n.MemberExpr):
        if callee.name in _OF_CLASS and is_promise_class(callee.expr, tree):
            return _OF_CLASS[callee.name]
        if callee.name in _METHODS and is_promise(callee.expr, tree):
            return _METHODS[callee.name]
        if callee.name in _OF_LOADER and is_loader(callee.expr, tree):
            return _OF_LOADER[callee.name]
    return _FUNCTIONS.get(old_name(callee) or "")


def _left(call: n.CallExpr, why: str) -> Left:
    name = call.callee.name if isinstance(call.callee, (n.MemberExpr, n.NameExpr)) else "call"
    given = ", ".join(f"{word}=..." for word in call.arg_names if word is not None)
    return Left(span_of(call), f"{name}({given or '**'})", why, _WRITE)


def _is_simple(expression: n.Expression) -> bool:
    """Return whether it does not matter when an expression is evaluated."""
    if isinstance(expression, n.MemberExpr):
        return _is_simple(expression.expr)
    return isinstance(expression, (n.NameExpr, n.LambdaExpr, n.IntExpr, n.StrExpr))


def change(edits: Edits, step: Step) -> None:
    """Take the names away, in the order of the parameters, with None for a parameter that is left out."""
    places = [int(place) for place in step.details]
    edits.add(edits.call_at(step.span), lambda call: _by_place(call, places))


def _by_place(call: Call, places: list[int]) -> Call:
    import libcst as cst

    order = sorted(range(len(places)), key=places.__getitem__)
    bare = cst.MaybeSentinel.DEFAULT
    # Commas and spaces stay where they are; only what stands between them moves.
    args: list[Arg] = [
        arg.with_changes(value=call.args[source].value, keyword=None, equal=bare)
        for arg, source in zip(call.args, order, strict=True)
    ]
    missing = max(places) + 1 - len(places)
    comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
    return call.with_changes(args=[cst.Arg(cst.Name("None"), comma=comma)] * missing + args)


TRANSFORM = Transform("keywords", find, change)
