"""asyncio's futures and tasks under the option `futures`: which rules hold for them, and what those say.

They are promises that have no chains: a rule looks for the same misuse, and the cure is another.
So a rule runs once for promises and once for futures, and here stands what differs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy.types import Instance, TypeType, UnionType, get_proper_type

from .engine import CRASH, Finding, run
from .promises import PromiseTypes
from .rule import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mypy.types import Type

    from .rule import Rule
    from .tree import TypedTree

# `Task` inherits from it, and `asyncio.Future` is this class by another name.
FUTURES = PromiseTypes({"_asyncio.Future"})

_DROPPED = "floating-promise"

# What a rule says of a future. The rules that are not here are about chains, executors and handlers, or are wrong
# about futures: `unused-promise` would report `task = create_task(...)`, which keeps a task alive while a function
# runs, and `promise-in-string` would report logs, where a task tells its name, its state and its error.
MESSAGES: Mapping[str, str] = {
    _DROPPED: (
        "Future is dropped: nobody sees its error, and the event loop holds a task so weakly that it may vanish "
        "before it has run; await it, keep it, or start it in an asyncio.TaskGroup"
    ),
    "promise-comparison": (
        "Future is compared with a value, and it is never equal to one, nor to its own result; "
        "await it and compare the result"
    ),
    "promise-condition": (
        "Future is tested for truth, and it is always true, whatever its result will be; "
        "await it and test the result, or ask for .done()"
    ),
}

# What makes a future, by full name. Any other function may have kept what it returns, as asyncio's documentation
# advises ("save a reference to the result of this function"), and its caller may then drop it.
_MAKERS = frozenset(
    {
        "_asyncio.Future",
        "_asyncio.Task",
        "asyncio.futures.wrap_future",
        "asyncio.tasks.create_task",
        "asyncio.tasks.ensure_future",
        "asyncio.tasks.gather",
        "asyncio.tasks.shield",
    }
)
_LOOP = "asyncio.events.AbstractEventLoop"
_LOOP_MAKERS = frozenset({"create_future", "create_task", "run_in_executor"})


def findings(tree: TypedTree, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Yield what the rules find in one module when only futures are promises to them."""
    about_futures = tree.about(FUTURES)
    for finding in run(about_futures, [rule for rule in rules if rule.code in MESSAGES]):
        node = finding.problem.node
        if finding.code == CRASH:
            yield finding
        elif not _is_allowed(finding, about_futures):
            yield Finding(finding.code, Problem(node, MESSAGES[finding.code]), finding.function)


def _is_allowed(finding: Finding, tree: TypedTree) -> bool:
    """Return whether a future may do what a promise may not."""
    node = finding.problem.node
    if finding.code == _DROPPED:
        return not _makes(node, tree)
    # `assert task` says that there is one, before its stack or its state is looked at.
    return isinstance(next(tree.enclosing(node), None), n.AssertStmt)


def _makes(node: n.Node, tree: TypedTree) -> bool:
    """Return whether the expression itself makes the future, so that nobody else can have kept it."""
    match node:
        case n.CallExpr(callee=n.MemberExpr(expr=owner, name=name)) if name in _LOOP_MAKERS and _is_loop(
            tree.type_of(owner)
        ):
            return True
        case n.CallExpr(callee=n.RefExpr(fullname=fullname)):
            return fullname in _MAKERS
        case _:
            return False


def _is_loop(typ: Type | None) -> bool:
    match None if typ is None else get_proper_type(typ):
        case Instance(type=info):
            return info.has_base(_LOOP)
        case UnionType(items=items):
            return any(_is_loop(item) for item in items)
        case TypeType():
            return False
        case _:
            return False
