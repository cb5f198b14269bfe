"""What is certain about a value: that it is a promise, that it is none, what it is made of.

A rule that reports what is *always* wrong asks here; "may be a promise" is `tree.is_promise`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import (
    CallableType,
    FunctionLike,
    Instance,
    LiteralType,
    NoneType,
    Overloaded,
    TupleType,
    TypedDictType,
    TypeType,
    TypeVarType,
    UnionType,
    get_proper_type,
)

if TYPE_CHECKING:
    from mypy.types import Type

    from .tree import TypedTree

_COROUTINE = "typing.Coroutine"
_ITERABLE = "typing.Iterable"

# Where comparing and writing text is what it seems; `unittest.mock.ANY` is equal to all there is.
_PLAIN = sys.stdlib_module_names - {"unittest"}


def is_always_promise(expression: n.Expression, tree: TypedTree) -> bool:
    """Return whether the value can be nothing but a promise.

    A variable that is declared to hold something else too may have been changed since mypy narrowed it,
    and `later = None  # type: Promise` in a class is None to begin with, though mypy lets it pass.
    """
    if not is_always(tree.type_of(expression), tree):
        return False
    declared = _declared(expression, tree)
    return declared is None or (is_always(declared, tree) and not _begins_as_none(expression, tree))


def are_always_promises(items: n.Expression, tree: TypedTree) -> bool:
    """Return whether each item of a collection is a promise: of a display by its items, whatever its type is."""
    match items:
        case n.ListExpr(items=parts) | n.TupleExpr(items=parts) | n.SetExpr(items=parts):
            return bool(parts) and all(is_always_promise(part, tree) for part in parts)
        case n.GeneratorExpr(left_expr=part):
            return is_always_promise(part, tree)
        case n.ListComprehension(generator=generator) | n.SetComprehension(generator=generator):
            return is_always_promise(generator.left_expr, tree)
        case _:
            return is_always(item_of(tree.type_of(items)), tree)


def is_always(typ: Type | None, tree: TypedTree) -> bool:
    """Return whether each value of a type is a promise."""
    proper = None if typ is None else get_proper_type(typ)
    if isinstance(proper, UnionType):
        return all(is_always(item, tree) for item in proper.items)
    return tree.promises.is_promise(proper)


def is_never(typ: Type | None, tree: TypedTree) -> bool:
    """Return whether no value of a type is a promise; None and what is not known may be one, or stand for one."""
    proper = None if typ is None else get_proper_type(typ)
    match proper:
        case UnionType(items=items):
            return all(is_never(item, tree) for item in items)
        case Instance(type=info):
            # A promise may be what a protocol asks for, and it is an object.
            return not (info.is_protocol or info.fullname == "builtins.object" or tree.promises.is_promise(proper))
        case TupleType() | LiteralType() | TypedDictType():
            return True
        case _:
            return False


def is_none(typ: Type | None) -> bool:
    """Return whether a value of this type is None."""
    return typ is not None and isinstance(get_proper_type(typ), NoneType)


def defines(typ: Type | None, *methods: str) -> bool:
    """Return whether a class says itself, in code outside the standard library, what a special method does."""
    match None if typ is None else get_proper_type(typ):
        case UnionType(items=items):
            return any(defines(item, *methods) for item in items)
        case TypeVarType(upper_bound=bound):
            return defines(bound, *methods)
        case Instance(type=info):
            found = [base for base in info.mro if any(method in base.names for method in methods)]
            return bool(found) and found[0].module_name.partition(".")[0] not in _PLAIN
        case _:
            return False


def item_of(typ: Type | None) -> Type | None:
    """Return the type of what an iterable yields, or None if that is not known."""
    match None if typ is None else get_proper_type(typ):
        case TupleType(items=items) if items:
            return UnionType.make_union(items)
        case Instance() as instance:
            base = as_base(instance, _ITERABLE)
            return None if base is None else base.args[0]
        case _:
            return None


def as_base(instance: Instance, fullname: str) -> Instance | None:
    """Return the base class of that name with the arguments it has for an instance, or None if it is no base."""
    from mypy.maptype import map_instance_to_supertype  # fails if it is imported before mypy.types

    base = next((base for base in instance.type.mro if base.fullname == fullname), None)
    return None if base is None else map_instance_to_supertype(instance, base)


def results_of(typ: Type | None) -> list[Type]:
    """Return what calls of a value return, one type for each overload; nothing if it cannot be called."""
    match None if typ is None else get_proper_type(typ):
        case CallableType(ret_type=result):
            return [result]
        case Overloaded(items=items):
            return [item.ret_type for item in items]
        case Instance(type=info) if (method := info.get("__call__")) is not None and method.type is not None:
            return results_of(method.type)
        case UnionType(items=items):
            return [result for item in items for result in results_of(item)]
        case _:
            return []


def is_later(typ: Type | None, tree: TypedTree) -> bool:
    """Return whether each value of a type is a promise or a coroutine: its result is not there yet."""
    proper = None if typ is None else get_proper_type(typ)
    if isinstance(proper, UnionType):
        return all(is_later(item, tree) for item in proper.items)
    return tree.promises.is_promise(proper) or (isinstance(proper, Instance) and proper.type.fullname == _COROUTINE)


def _begins_as_none(expression: n.Expression, tree: TypedTree) -> bool:
    info = _class_of(tree.type_of(expression.expr)) if isinstance(expression, n.MemberExpr) else None
    if info is None or not isinstance(expression, n.MemberExpr):
        return False
    return any(_sets_to_none(statement, expression.name) for base in info.mro for statement in base.defn.defs.body)


def _class_of(typ: Type | None) -> n.TypeInfo | None:
    """Return the class of an object, or the class itself of `cls`."""
    match None if typ is None else get_proper_type(typ):
        case Instance(type=info):
            return info
        case TypeType(item=item):
            return _class_of(item)
        case TypeVarType(upper_bound=bound):
            return _class_of(bound)
        case FunctionLike() as callee if callee.is_type_obj():
            return callee.type_object()
        case _:
            return None


def _sets_to_none(statement: n.Statement, name: str) -> bool:
    match statement:
        case n.AssignmentStmt(lvalues=[n.NameExpr(name=found)], rvalue=n.NameExpr(fullname="builtins.None")):
            return found == name
        case _:
            return False


def _declared(expression: n.Expression, tree: TypedTree) -> Type | None:
    """Return the type a variable was declared or first inferred with, or None if that is not known."""
    match expression:
        case n.NameExpr(node=n.Var(type=typ)):
            return typ
        case n.MemberExpr(name=name, expr=owner):
            info = _class_of(tree.type_of(owner))
            if info is not None and (found := info.get(name)) is not None:
                return found.node.type if isinstance(found.node, n.Var) else None
            return expression.node.type if isinstance(expression.node, n.Var) else None
        case _:
            return None
