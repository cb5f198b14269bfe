"""The links of a promise chain: `.then(...)`, `.catch(...)`, `.finally_(...)`, and what they handle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mypy.nodes import ARG_NAMED, ARG_POS, CallExpr, MemberExpr
from mypy.types import FunctionLike, NoneType, TupleType

from .within import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy.nodes import Expression
    from mypy.types import Type

    from .tree import TypedTree

# `_then` is what promise 2.3 itself calls in place of `then`.
LINKS = {"then": "then", "_then": "then", "catch": "catch", "finally_": "finally_"}

# Every rejection is one of these.
_ALL_ERRORS = frozenset({"builtins.Exception", "builtins.BaseException"})

# Parameter names are those of promise 2.3; typedpromise takes its handlers by position only.
_FULFILLED = "did_fulfill"
_REJECTED = ("did_reject", "on_rejection")


@dataclass(frozen=True, slots=True)
class Link:
    """One call in a chain, such as `.then(parse)` in `fetch(1).then(parse)`."""

    call: CallExpr
    method: str
    receiver: Expression
    positional: tuple[Expression, ...]
    named: dict[str | None, Expression]
    # With `*args` or `**kwargs` there is no telling which handlers are given.
    is_open: bool


def link(expression: Expression, tree: TypedTree) -> Link | None:
    """Return the outermost link of a chain, or None if the expression is not a link on a promise."""
    if not isinstance(expression, CallExpr) or not isinstance(expression.callee, MemberExpr):
        return None
    method = LINKS.get(expression.callee.name)
    if method is None:
        return None
    # Several rules ask about each link.
    known = tree.links
    if expression not in known:
        known[expression] = _link(expression, method, expression.callee.expr, tree)
    return known[expression]


def _link(expression: CallExpr, method: str, receiver: Expression, tree: TypedTree) -> Link | None:
    if not tree.is_promise(receiver):
        return None
    arguments = list(zip(expression.args, expression.arg_kinds, expression.arg_names, strict=True))
    return Link(
        call=expression,
        method=method,
        receiver=receiver,
        positional=tuple(argument for argument, kind, _ in arguments if kind == ARG_POS),
        named={name: argument for argument, kind, name in arguments if kind == ARG_NAMED},
        is_open=any(kind not in (ARG_POS, ARG_NAMED) for _, kind, _ in arguments),
    )


def links(expression: Expression, tree: TypedTree) -> Iterator[Link]:
    """Yield the links of a chain, the last one first."""
    while (found := link(expression, tree)) is not None:
        yield found
        expression = found.receiver


def takes_fulfilment(found: Link, tree: TypedTree) -> bool:
    """Return whether the link runs a handler on a fulfilled promise, which may raise a new error."""
    return _is_handler(fulfilment_handler(found), tree)


def takes_every_error(found: Link, tree: TypedTree) -> bool:
    """Return whether no rejection gets past the link unhandled."""
    if found.method == "finally_":
        return False
    if found.is_open:
        return True
    if found.method == "catch" and len(found.positional) > 1:
        wanted, handler = found.positional[0], found.positional[1]
        return _is_handler(handler, tree) and _names_every_error(tree.type_of(wanted))
    return _is_handler(error_handler(found), tree) and not is_class_without_handler(found, tree)


def is_class_without_handler(found: Link, tree: TypedTree) -> bool:
    """Return whether this is `catch(KeyError)`: it would call KeyError for a handler."""
    handler = error_handler(found)
    if found.method != "catch" or len(found.positional) > 1 or handler is None:
        return False
    typ = tree.type_of(handler)
    return isinstance(typ, FunctionLike) and typ.is_type_obj() and _is_exception(typ)


def is_filtered(found: Link) -> bool:
    """Return whether this is a `catch(KeyError, handler)`, with a class or a tuple before the handler."""
    return found.method == "catch" and len(found.positional) > 1


def fulfilment_handler(found: Link) -> Expression | None:
    """Return what a `then` is given for fulfilled promises."""
    if found.method != "then":
        return None
    return found.positional[0] if found.positional else found.named.get(_FULFILLED)


def error_handler(found: Link) -> Expression | None:
    """Return what a `then` or a `catch` is given for rejected promises."""
    if found.method == "finally_":
        return None
    place = 1 if found.method == "then" or is_filtered(found) else 0
    if len(found.positional) > place:
        return found.positional[place]
    return next((found.named[name] for name in _REJECTED if name in found.named), None)


def handlers(found: Link) -> Iterator[Expression]:
    """Yield all handlers that a link is given."""
    if found.method == "finally_":
        yield from found.positional[:1]
    for handler in (fulfilment_handler(found), error_handler(found)):
        if handler is not None:
            yield handler


def _is_handler(argument: Expression | None, tree: TypedTree) -> bool:
    return argument is not None and not isinstance(tree.type_of(argument), NoneType)


def _names_every_error(typ: Type | None) -> bool:
    return any(
        isinstance(part, FunctionLike) and part.is_type_obj() and part.type_object().fullname in _ALL_ERRORS
        for part in within(typ, lambda part: part.items if isinstance(part, TupleType) else ())
    )


def _is_exception(typ: FunctionLike) -> bool:
    return any(base.fullname == "builtins.BaseException" for base in typ.type_object().mro)
