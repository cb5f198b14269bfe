"""The paths through the body of a function: which expression may be evaluated after which.

Followed are branches (also `and`, `or` and conditional expressions), loops with `break`, `continue` and `else`,
`try` with its handlers, `else` and `finally`, `with`, `match`, early `return` and `raise`,
and calls of functions that never return.

Not followed are the values of conditions (except `True`, and a last `elif` that mypy knows to be true):
a path is there if the syntax has it.
An exception that is not raised by a `raise` statement is followed only where a `try` around it has handlers.
A `with` is taken to swallow no exception, and a `match` without a `case _` to have a case for every value.

A body that would take too many steps has no paths at all, so that no rule says anything about it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from mypy import nodes as n
from mypy import patterns as p
from mypy.types import UninhabitedType

from .conditions import is_always_true, is_true
from .nodes import children

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .tree import TypedTree

_SUSPENDING = (n.AwaitExpr, n.YieldExpr, n.YieldFromExpr)
_RAISING = (n.CallExpr, n.IndexExpr, n.OpExpr, n.Import, n.ImportFrom, n.ImportAll, *_SUSPENDING)

# What stands inside is evaluated at another time, or as often as there are items.
_CLOSED = (
    n.ClassDef,
    n.Decorator,
    n.DictionaryComprehension,
    n.FuncDef,
    n.GeneratorExpr,
    n.LambdaExpr,
    n.ListComprehension,
    n.OverloadedFuncDef,
    n.SetComprehension,
)

# Generated code may be large, and so is `finally` in `finally`, which stands once for every way to leave its `try`.
_MOST_NODES = 200_000

_EVERY_ERROR = frozenset({"builtins.Exception", "builtins.BaseException"})


@dataclass(eq=False, repr=False, slots=True)
class Step:
    """The moment at which a node has been evaluated, and the steps that may come next."""

    node: n.Node | None = None
    next: list[Step] = field(default_factory=list["Step"])
    # Where it goes on when the node raises instead; None where no handler of this function sees that.
    raises: Step | None = None
    # At the head of a loop, where `next` is the body and what comes behind the loop:
    # before its first round, or before another one of a loop that goes round as often as there are items.
    head: Literal["first", "another"] | None = None
    # What is known to be true, or false, where this step is reached.
    holds: tuple[n.Expression, bool] | None = None
    # It raises for certain: `raise`, `assert False`, a call that never returns.
    fails: bool = False


@dataclass(frozen=True, slots=True)
class Paths:
    """The steps of one body; the last three are its ends."""

    start: Step
    # The body ends without a `return`.
    fallen_off: Step
    returned: Step
    raised: Step

    @property
    def ends(self) -> frozenset[Step]:
        """All ways to leave the function."""
        return frozenset({self.fallen_off, self.returned, self.raised})


def paths(function: n.FuncItem, tree: TypedTree) -> Paths:
    """Return the paths through a function or a lambda; those of functions inside it are their own."""
    # Two rules ask about each executor.
    if function not in tree.paths:
        tree.paths[function] = _paths(function, tree)
    return tree.paths[function]


def _paths(function: n.FuncItem, tree: TypedTree) -> Paths:
    fallen_off, returned, raised = Step(), Step(), Step()
    exits = _Exits(returned=lambda: returned, raised=lambda: raised)
    try:
        start = _Builder(tree).block(function.body, fallen_off, exits)
    except (_TooManyError, RecursionError):
        start = Step()
    return Paths(start, fallen_off, returned, raised)


def reached(
    starts: Iterable[Step], stops: Callable[[Step], bool], *, assume: Literal["first", "another"] | None = None
) -> set[Step]:
    """Return the steps that can be reached, nothing behind a step that `stops` included.

    `assume` says of which rounds of a loop it is taken for granted that they take place.
    """
    found: set[Step] = set()
    waiting = list(starts)
    while waiting:
        step = waiting.pop()
        if step in found:
            continue
        found.add(step)
        if not stops(step):
            waiting += step.next[:1] if assume and step.head == assume else step.next
            if step.raises is not None:
                waiting.append(step.raises)
    return found


@dataclass(frozen=True, slots=True)
class _Exits:
    """Where a body goes on when it is left; called when needed, because `finally` has a copy for each."""

    returned: Callable[[], Step]
    raised: Callable[[], Step]
    broken: Callable[[], Step] | None = None
    continued: Callable[[], Step] | None = None
    # What an exception meets that any expression may raise.
    caught: Callable[[], Step | None] = lambda: None


class _TooManyError(Exception): ...


@dataclass(slots=True)
class _Builder:
    """Builds steps from the end of a body to its start: each is made when what follows it is known."""

    tree: TypedTree
    left: int = _MOST_NODES

    def block(self, block: n.Block | None, then: Step, exits: _Exits) -> Step:
        if block is None or block.is_unreachable:
            return then
        for statement in reversed(block.body):
            then = self._statement(statement, then, exits)
        return then

    def _statement(self, statement: n.Statement, then: Step, exits: _Exits) -> Step:
        self._count()
        match statement:
            case n.Block():
                return self.block(statement, then, exits)
            case n.ReturnStmt(expr=value):
                return self._values([value], Step(statement, [exits.returned()]), exits)
            case n.RaiseStmt(expr=value, from_expr=cause):
                return self._values([value, cause], Step(statement, [exits.raised()], fails=True), exits)
            case n.BreakStmt() if exits.broken is not None:
                return exits.broken()
            case n.ContinueStmt() if exits.continued is not None:
                return exits.continued()
            case n.AssertStmt(expr=condition):
                if isinstance(condition, n.NameExpr) and condition.fullname == "builtins.False":
                    return Step(statement, [exits.raised()], fails=True)
                failed = Step(statement, [], exits.caught(), fails=True)
                return self._condition(condition, Step(statement, [then]), failed, exits)
            case _ if isinstance(statement, _CLOSED):
                return Step(statement, [then])
            case _:
                return self._compound(statement, then, exits)

    def _compound(self, statement: n.Statement, then: Step, exits: _Exits) -> Step:
        match statement:
            case n.IfStmt():
                return self._if(statement, then, exits)
            case n.WhileStmt():
                return self._while(statement, then, exits)
            case n.ForStmt():
                return self._for(statement, then, exits)
            case n.TryStmt():
                return self._try(statement, then, exits)
            case n.WithStmt(expr=managers, body=body):
                inside = self.block(body, then, exits)
                return self._values(managers, Step(statement, [inside], exits.caught()), exits)
            case n.MatchStmt():
                return self._match(statement, then, exits)
            case _:
                inside = Step(statement, [then], exits.caught() if isinstance(statement, _RAISING) else None)
                return self._values(list(children(statement)), inside, exits)

    def _if(self, statement: n.IfStmt, then: Step, exits: _Exits) -> Step:
        # A loop, because mypy keeps an `elif` in the `else` of the `if` before it, and there may be hundreds.
        arms: list[tuple[n.Expression, n.Block]] = []
        while True:
            arms += zip(statement.expr, statement.body, strict=True)
            match statement.else_body:
                case n.Block(body=[n.IfStmt() as inner], is_unreachable=False):
                    statement = inner
                case last:
                    break
        otherwise = self.block(last, then, exits)
        for index, (condition, body) in reversed(list(enumerate(arms))):
            inside = self.block(body, then, exits)
            is_last = index == len(arms) - 1 and last is None
            known = is_true(condition) or (is_last and is_always_true(condition, self.tree))
            if known or body.is_unreachable:
                otherwise = self._values([condition], Step(None, [inside if known else otherwise]), exits)
            else:
                otherwise = self._condition(condition, inside, otherwise, exits)
        return otherwise

    def _condition(self, condition: n.Expression, if_true: Step, if_false: Step, exits: _Exits) -> Step:
        """Go one way or the other; `and`, `or` and `not` in a condition are ways of their own."""
        match condition:
            case n.UnaryExpr(op="not", expr=n.OpExpr(op="and" | "or") as inner):
                return self._condition(inner, if_false, if_true, exits)
            case n.OpExpr(op="and" | "or" as op):
                *first, last = _operands(condition)
                then = self._condition(last, if_true, if_false, exits)
                for operand in reversed(first):
                    ways = (then, if_false) if op == "and" else (if_true, then)
                    then = self._condition(operand, *ways, exits)
                return then
            case _:
                holds, fails = Step(None, [if_true], holds=(condition, True)), Step(None, [if_false])
                fails.holds = (condition, False)
                return self._values([condition], Step(None, [holds, fails]), exits)

    def _while(self, statement: n.WhileStmt, then: Step, exits: _Exits) -> Step:
        head, first = Step(statement), Step(statement, head="first")
        inner = replace(exits, broken=lambda: then, continued=lambda: head)
        ways = [Step(None, [self.block(statement.body, head, inner)], holds=(statement.expr, True))]
        if not is_true(statement.expr):
            end = self.block(statement.else_body, then, exits)
            ways.append(Step(None, [end], holds=(statement.expr, False)))
        head.next = [self._values([statement.expr], Step(statement, ways), exits)]
        first.next = ways
        return self._values([statement.expr], first, exits)

    def _for(self, statement: n.ForStmt, then: Step, exits: _Exits) -> Step:
        first = Step(statement, raises=exits.caught(), head="first")
        another = Step(statement, raises=exits.caught(), head="another")
        inner = replace(exits, broken=lambda: then, continued=lambda: another)
        # Where the loop has taken an item.
        body = Step(statement, [self.block(statement.body, another, inner)])
        first.next = another.next = [body, self.block(statement.else_body, then, exits)]
        return self._values([statement.expr], first, exits)

    def _try(self, statement: n.TryStmt, then: Step, exits: _Exits) -> Step:
        final = statement.finally_body
        outer = exits if final is None else self._through(final, exits)
        then = self.block(final, then, exits)
        if not statement.handlers:
            return self.block(statement.body, then, outer)
        handlers = [self.block(handler, then, outer) for handler in statement.handlers]
        catches_all = any(kind is None or self._names_every_error(kind) for kind in statement.types)

        def raised() -> Step:
            return Step(None, handlers if catches_all else [*handlers, outer.raised()])

        def caught() -> Step:
            further = None if catches_all else outer.caught()
            return Step(None, handlers if further is None else [*handlers, further])

        inner = replace(outer, raised=cache(raised), caught=cache(caught))
        return self.block(statement.body, self.block(statement.else_body, then, outer), inner)

    def _through(self, final: n.Block, exits: _Exits) -> _Exits:
        """Return exits that run `finally` on their way."""

        def through(leave: Callable[[], Step]) -> Callable[[], Step]:
            return cache(lambda: self.block(final, leave(), exits))

        def caught() -> Step | None:
            outer = exits.caught()
            return None if outer is None else self.block(final, outer, exits)

        return _Exits(
            returned=through(exits.returned),
            raised=through(exits.raised),
            broken=exits.broken and through(exits.broken),
            continued=exits.continued and through(exits.continued),
            caught=cache(caught),
        )

    def _match(self, statement: n.MatchStmt, then: Step, exits: _Exits) -> Step:
        # Behind the last case comes nothing, whether or not it takes everything.
        otherwise: Step | None = None
        cases = list(zip(statement.patterns, statement.guards, statement.bodies, strict=True))
        for pattern, guard, body in reversed(cases):
            inside = self.block(body, then, exits)
            if guard is not None:
                inside = self._condition(guard, inside, otherwise or then, exits)
            takes_all = isinstance(pattern, p.AsPattern) and pattern.pattern is None
            otherwise = Step(statement, [inside] if takes_all or otherwise is None else [inside, otherwise])
        return self._values([statement.subject], otherwise or then, exits)

    def _values(self, expressions: Sequence[n.Node | None], then: Step, exits: _Exits) -> Step:
        """Evaluate expressions one after the other."""
        for expression in reversed(expressions):
            if expression is not None:
                for node in reversed(_in_order(expression)):
                    then = self._value(node, then, exits)
        return then

    def _value(self, node: n.Node, then: Step, exits: _Exits) -> Step:
        self._count()
        match node:
            case n.ConditionalExpr(cond=condition, if_expr=left, else_expr=right):
                ways = (self._values([left], then, exits), self._values([right], then, exits))
                return self._condition(condition, *ways, exits)
            case n.OpExpr(op="and" | "or" as op):
                *first, last = _operands(node)
                value = self._values([last], then, exits)
                for operand in reversed(first):
                    ways = (value, then) if op == "and" else (then, value)
                    value = self._condition(operand, *ways, exits)
                return value
            case n.CallExpr() if isinstance(self.tree.type_of(node), UninhabitedType):
                return Step(node, [exits.raised()], fails=True)
            case _:
                return Step(node, [then], exits.caught() if isinstance(node, _RAISING) else None)

    def _count(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise _TooManyError

    def _names_every_error(self, expression: n.Expression) -> bool:
        match expression:
            case n.TupleExpr(items=items):
                return any(self._names_every_error(item) for item in items)
            case n.RefExpr(fullname=fullname):
                return fullname in _EVERY_ERROR
            case _:
                return False


def _operands(expression: n.OpExpr) -> list[n.Expression]:
    """Return what stands between the `and`s, or the `or`s, of a chain; mypy nests it to the right."""
    found: list[n.Expression] = []
    node: n.Expression = expression
    while isinstance(node, n.OpExpr) and node.op == expression.op:
        found.append(node.left)
        node = node.right
    return [*found, node]


def _in_order(root: n.Node) -> list[n.Node]:
    """Return the nodes of an expression as they are evaluated; what holds paths of its own stays whole.

    A function's name comes behind its arguments: `resolve(load())` resolves nothing when `load` raises.
    """
    found: list[n.Node] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        found.append(node)
        if isinstance(node, (n.ConditionalExpr, *_CLOSED)) or (isinstance(node, n.OpExpr) and node.op in {"and", "or"}):
            continue
        if isinstance(node, n.CallExpr) and isinstance(node.callee, n.NameExpr):
            waiting += [*node.args, node.callee]
        else:
            waiting += children(node)
    return found[::-1]
