"""# promise-collection: promises are collected, and nobody joins them.

## What
Reports a local variable that holds a list, tuple, set or dict of promises made in the function,
if all that is done with it is to add more, to count it, to test it for truth,
or to loop over it without a look at its items.
Reports the same of a collection that is made for that on the spot, and a generator of promises that nobody iterates.

## Why
Collecting promises looks like waiting for them, but somebody has to join them: `Promise.all(...)`, `await`.
If nobody does, their results and errors are lost, and the function returns before the work is done.
A generator expression or a `map` has not even started it.

## ❌ Bad
```python
from typedpromise import Promise

def fetch(user: int) -> Promise[str]: ...
def report(error: Exception) -> None: ...

def load(users: list[int]) -> None:
    promises = [fetch(user) for user in users]  # ❌

def load_one_by_one(users: list[int]) -> int:
    promises = []
    for user in users:
        promises.append(fetch(user))  # ❌
    return len(promises)

def load_by_name(users: dict[str, int]) -> None:
    promises = {name: fetch(user) for name, user in users.items()}  # ❌
    if promises:
        print("started")

def load_never(users: list[int]) -> None:
    promises = map(fetch, users)  # ❌

def count(users: list[int]) -> int:
    for _ in map(fetch, users):  # ❌
        print("started")
    return len([fetch(user) for user in users])  # ❌
```

## ✅ Good
```python
async def load_well(users: list[int]) -> list[str]:
    promises = [fetch(user) for user in users]
    print(len(promises))
    return await Promise.all(promises)

def start(users: list[int]) -> None:
    promises = []
    for user in users:
        promises.append(fetch(user).then(len).catch(report))
    print(len(promises))

def give(users: list[int]) -> list[Promise[str]]:
    promises = []
    for user in users:
        promises.append(fetch(user))
    return promises

class Loader:
    def keep(self, users: list[int]) -> None:
        self.promises = [fetch(user) for user in users]
        _ = [fetch(user) for user in users]
```

## What is followed
Variables of functions, also where a function inside them adds to them.
Any other use counts as one that hands the promises on: an argument, `return`, `yield`, an assignment, an item,
a method other than `append`, `extend` and the like.
At least one promise in it must be made in the function, with errors that its chain leaves unhandled;
a promise with a name of its own counts if the collection is all that reads the name.
Variables of modules and classes may be read elsewhere; names that begin with `_` say that the drop is meant.
A collection that is a statement of its own is `floating-promise`.

## Fix
None: what the results are for is not known.

## Options
None. `# type: ignore[promise-collection]` silences one line.

## When not to use it
In a program in which a lost error does no harm and nothing waits for a result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import AnyType, Instance, TupleType, UnionType

from typedpromise.check.collected import is_collection, is_lazy, open_items
from typedpromise.check.functions import parameters
from typedpromise.check.made import GIVES_KEPT, assigned_here, is_made_and_open
from typedpromise.check.nodes import walk
from typedpromise.check.rule import Problem, Rule
from typedpromise.check.targets import variables_in
from typedpromise.check.within import within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mypy.nodes import Expression, Node
    from mypy.types import ProperType, Type

    from typedpromise.check.tree import TypedTree

_CURE = "await, return or keep that, or end each chain with .catch(handler)"
_COLLECTED = (
    "Promises are collected in {0}, and nobody joins them: nobody sees their results or errors; "
    f"pass {{0}} to Promise.all(...) and {_CURE}"
)
_NEVER_MADE = (
    "Promises are never made, because nothing iterates {0}; loop over it, "
    "or pass it to Promise.all(...) and await, return or keep that"
)
_COUNTED = (
    "Promises are made in a collection of which only length or truth is asked: nobody sees their results or errors; "
    f"pass it to Promise.all(...) and {_CURE}"
)
_LOOPED = (
    "Promises are dropped by this loop, which looks at none of them: nobody sees their results or errors; "
    f"pass what it goes through to Promise.all(...) and {_CURE}"
)

_LOOKS = frozenset({"builtins.bool", "builtins.len"})
# Methods that put something in, and the place of what they put; the others give None for nothing put.
_PUTS = {
    "add": 0,
    "append": 0,
    "appendleft": 0,
    "clear": None,
    "extend": 0,
    "extendleft": 0,
    "insert": 1,
    "reverse": None,
    "setdefault": 1,
    "update": 0,
}


def check(node: Node, tree: TypedTree) -> Iterator[Problem]:
    """Report collections of promises that a function makes and does not hand on."""
    if isinstance(node, n.FuncDef):
        yield from _variables(node, tree)
    elif isinstance(node, n.ForStmt):
        yield from _loop(node, tree)
    else:
        for value in _looked_at(node):
            if is_collection(value) and any(open_items(value, tree, _is_unknown)):
                yield Problem(value, _COUNTED)


def _is_unknown(_: Expression) -> bool:
    return False


def _loop(loop: n.ForStmt, tree: TypedTree) -> Iterator[Problem]:
    if not (is_collection(loop.expr) or is_lazy(loop.expr, tree)):
        return
    outer = next((node for node in tree.enclosing(loop) if isinstance(node, n.FuncDef)), tree.file)
    if any(open_items(loop.expr, tree, _is_unknown)) and _is_unread(loop.index, list(walk(outer))):
        yield Problem(loop.expr, _LOOPED)


def _is_unread(target: Expression, inside: list[tuple[Node, n.FuncDef | None]]) -> bool:
    """Return whether nothing reads the variables of a loop."""
    names = set(variables_in(target))
    return bool(names) and not any(isinstance(node, n.NameExpr) and node.node in names for node, _ in inside)


def _variables(function: n.FuncDef, tree: TypedTree) -> Iterator[Problem]:
    own = set(parameters(function))
    values: dict[n.Var, list[Expression]] = {}
    for name, value in assigned_here(function, tree):
        if name not in own and not name.name.startswith("_"):
            values.setdefault(name, []).append(value)
    candidates = [
        name
        for name, given in values.items()
        if _may_hold(name.type, tree) and any(_holds(value, tree) for value in given)
    ]
    if not candidates:
        return
    inside = list(walk(function))
    names = [node for node, _ in inside if isinstance(node, n.NameExpr)]
    shared = {name for node, _ in inside if isinstance(node, (n.NonlocalDecl, n.GlobalDecl)) for name in node.names}
    if any(name.fullname == "builtins.locals" for name in names):
        return
    for variable in candidates:
        reads = [name for name in names if name.node is variable]
        idle = {name for node, _ in inside for name in _idle_uses(node, inside) if name.node is variable}
        if variable.name in shared or not idle.issuperset(reads):
            continue
        problem = None if reads else next(_dropped(variable.name, values[variable], tree), None)
        puts = [put for node, _ in inside for put in _put(node, variable)]
        problem = problem or next(_unjoined(variable.name, [*values[variable], *puts], values, names, tree), None)
        if problem is not None:
            yield problem


def _dropped(name: str, values: list[Expression], tree: TypedTree) -> Iterator[Problem]:
    """Report what is assigned to a variable that is never read."""
    for value in values:
        if is_lazy(value, tree) and not is_collection(value):
            yield Problem(value, _NEVER_MADE.format(name))
        elif tree.promises.are_kept(tree.type_of(value)) and not is_collection(value) and _makes(value):
            yield Problem(value, _COLLECTED.format(name))


def _unjoined(
    name: str,
    puts: list[Expression],
    values: dict[n.Var, list[Expression]],
    names: list[n.NameExpr],
    tree: TypedTree,
) -> Iterator[Problem]:
    """Report the promises that are put into a collection which nobody joins."""

    def is_open(item: Expression) -> bool:
        made = values.get(item.node, []) if isinstance(item, n.NameExpr) and isinstance(item.node, n.Var) else []
        alone = isinstance(item, n.NameExpr) and [other for other in names if other.node is item.node] == [item]
        return alone and len(made) == 1 and is_made_and_open(made[0], tree)

    for put in puts:
        if any(True for _ in open_items(put, tree, is_open)):
            yield Problem(put, _COLLECTED.format(name))


def _may_hold(typ: Type | None, tree: TypedTree) -> bool:
    """Return whether a variable of this type can hold promises: most cannot, and need no further look."""
    return typ is None or any(
        isinstance(part, AnyType) or tree.promises.is_promise(part) for part in within(typ, _items)
    )


def _items(typ: ProperType) -> Sequence[Type]:
    match typ:
        case Instance(args=items) | TupleType(items=items) | UnionType(items=items):
            return items
        case _:
            return ()


def _holds(value: Expression, tree: TypedTree) -> bool:
    """Return whether a variable with this value may hold promises."""
    return is_collection(value) or is_lazy(value, tree) or tree.promises.are_kept(tree.type_of(value))


def _makes(value: Expression) -> bool:
    """Return whether this is a call that gives a new collection, not one that was kept before."""
    if not isinstance(value, n.CallExpr):
        return False
    return not (isinstance(value.callee, n.MemberExpr) and value.callee.name in {"copy", *GIVES_KEPT})


def _idle_uses(node: Node, inside: list[tuple[Node, n.FuncDef | None]]) -> Iterator[n.NameExpr]:
    """Yield the names at a node that are read without a look at what is in them."""
    match node:
        case n.ExpressionStmt(expr=n.CallExpr(callee=n.MemberExpr(name=method, expr=n.NameExpr() as name))):
            if method in _PUTS:
                yield name
        case n.AssignmentStmt(lvalues=[n.IndexExpr(base=n.NameExpr() as name)]):
            yield name
        case n.DelStmt(expr=n.NameExpr() as name):
            yield name
        case n.ForStmt(index=target, expr=n.NameExpr() as name):
            if _is_unread(target, inside):
                yield name
        case n.GeneratorExpr(indices=[target], sequences=[n.NameExpr() as name]):
            if _is_unread(target, inside):
                yield name
        case _:
            yield from (value for value in _looked_at(node) if isinstance(value, n.NameExpr))


def _looked_at(node: Node) -> list[Expression]:
    """Return the expressions at a node of which only the truth or the length is asked."""
    match node:
        # First what most nodes are that come here.
        case n.CallExpr(callee=n.RefExpr(fullname=fullname), args=[argument]):
            return [argument] if fullname in _LOOKS else []
        case n.CallExpr():
            return []
        case n.IfStmt(expr=conditions):
            return conditions
        case n.WhileStmt(expr=condition) | n.AssertStmt(expr=condition) | n.ConditionalExpr(cond=condition):
            return [condition]
        case n.UnaryExpr(op="not", expr=condition):
            return [condition]
        case _:
            return []


def _put(node: Node, variable: n.Var) -> Iterator[Expression]:
    """Yield what is put into the variable's collection at a node."""
    match node:
        case n.CallExpr(callee=n.MemberExpr(name=method, expr=n.NameExpr(node=owner)), args=arguments):
            place = _PUTS.get(method)
            if owner is variable and place is not None and len(arguments) > place:
                yield arguments[place]
        case n.AssignmentStmt(lvalues=[n.IndexExpr(base=n.NameExpr(node=owner))], rvalue=value):
            if owner is variable:
                yield value
        case n.OperatorAssignmentStmt(lvalue=n.NameExpr(node=owner), rvalue=value):
            if owner is variable:
                yield value
        case _:
            return


RULE = Rule(
    code="promise-collection",
    summary="promises are collected, and nobody joins them",
    visits=(
        n.AssertStmt,
        n.CallExpr,
        n.ConditionalExpr,
        n.ForStmt,
        n.FuncDef,
        n.IfStmt,
        n.UnaryExpr,
        n.WhileStmt,
    ),
    check=check,
)
