"""Follows a promise along the paths of a function, with the variables that hold it.

A path ends well where the promise is used in a way that is not known to be a mere look at it.
It ends badly where the last variable is assigned anew, or where the function ends.
It says nothing where an exception leaves: the caller learns that something went wrong.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mypy import nodes as n

from .conditions import conditions_in, fact, known_at, leaves_no_promise, repeated, words
from .functions import mentions
from .roles import leaves, role
from .targets import names_in, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conditions import Facts
    from .paths import Paths, Step
    from .tree import TypedTree

# For all promises of a function together. A walk that would need more is cut, and says nothing.
MOST_STATES = 200_000

_Holders = frozenset[n.SymbolNode]


@dataclass(frozen=True, slots=True)
class State:
    """A step on a path, the variables that hold the promise then, and how conditions came out before."""

    step: Step
    holders: _Holders
    facts: Facts


@dataclass(slots=True)
class Trail:
    """What became of a promise from one assignment on."""

    begin: Step
    # Where it is followed from; a loop may come back there.
    starts: frozenset[State] = frozenset()
    handled: set[State] = field(default_factory=set["State"])
    # In the order in which they were met, the nearest first.
    lost: list[State] = field(default_factory=list["State"])
    came_from: dict[State, list[State]] = field(default_factory=dict["State", "list[State]"])
    is_cut: bool = False


class Follower:
    """Follows the promises of one function."""

    def __init__(self, function: n.FuncDef, body: Paths, followed: _Holders, tree: TypedTree) -> None:
        """Take the variables that may be followed."""
        self.states: int = 0
        self._body = body
        self._followed = followed
        self._tree = tree
        self._repeated = repeated(conditions_in(function))
        self._roles: dict[n.NameExpr, str] = {}

    def follow(self, begin: Step, holders: _Holders, made: n.Expression) -> Trail:
        """Follow what an expression has made from the step at which the variables hold it."""
        trail = Trail(begin)
        facts = frozenset(
            found
            for condition, truth in (known_at(made, self._tree) if self._repeated else ())
            if (found := fact(condition, truth))[0] in self._repeated
        )
        waiting = deque(State(step, holders, facts) for step in begin.next)
        trail.starts = frozenset(waiting)
        trail.came_from = {state: [] for state in waiting}
        while waiting:
            state = waiting.popleft()
            self.states += 1
            if self.states > MOST_STATES:
                trail.is_cut = True
                break
            for after in self._after(state, trail):
                if after not in trail.came_from:
                    trail.came_from[after] = []
                    waiting.append(after)
                trail.came_from[after].append(state)
        return trail

    def _after(self, state: State, trail: Trail) -> Iterator[State]:
        step = state.step
        if step is self._body.returned or step is self._body.fallen_off:
            trail.lost.append(state)
            return
        if step.fails or not self._is_possible(state):
            return
        holders = self._holders_after(step, state.holders)
        if holders is None:
            trail.handled.add(state)
        elif not holders:
            trail.lost.append(state)
        else:
            facts = self._facts_after(step, state.facts)
            # A loop is taken to go round at least once. Handlers of errors are not entered: any call may raise.
            for following in step.next[:1] if step.head == "first" else step.next:
                yield State(following, holders, facts)

    def _is_possible(self, state: State) -> bool:
        """Return whether the conditions let a promise come here."""
        if state.step.holds is None:
            return True
        condition, truth = state.step.holds
        if leaves_no_promise(condition, truth, state.holders, self._tree):
            return False
        if not state.facts:
            return True
        key, comes_out = fact(condition, truth)
        return (key, not comes_out) not in state.facts

    def _facts_after(self, step: Step, facts: Facts) -> Facts:
        if not self._repeated:
            return facts
        if step.holds is not None:
            found = fact(*step.holds)
            return facts | {found} if found[0] in self._repeated else facts
        written = {name for target, _ in _writes(step) for name in _words_of(target)}
        return frozenset(known for known in facts if written.isdisjoint(words(known[0]))) if written else facts

    def _holders_after(self, step: Step, holders: _Holders) -> _Holders | None:
        """Return which variables hold the promise when a step is done, or None if it is handled."""
        match step.node:
            case n.NameExpr(node=variable) as name if variable in holders:
                return None if self._role(name) in {"uses", "drops"} else holders
            case n.OperatorAssignmentStmt(lvalue=n.NameExpr(node=variable)) if variable in holders:
                return None
            case n.ListComprehension() | n.SetComprehension() | n.DictionaryComprehension() | n.GeneratorExpr():
                return None if mentions(step.node, holders) else holders
            case n.MatchStmt(subject=n.NameExpr(node=variable)) if variable in holders:
                return None
            case _:
                return self._reassigned(step, holders)

    def _reassigned(self, step: Step, holders: _Holders) -> _Holders | None:
        written: set[n.SymbolNode] = set()
        gained: set[n.SymbolNode] = set()
        for target, value in _writes(step):
            moved = value is not None and any(
                isinstance(leaf, n.NameExpr) and leaf.node in holders for leaf in leaves(value)
            )
            if moved and not (isinstance(target, n.NameExpr) and target.node in self._followed):
                # An attribute, an item, a global, or a name that says that the drop is meant.
                return None
            names = {name.node for name in names_in(target) if name.node is not None}
            written |= names
            gained |= names if moved else set()
        return (holders - written) | gained if written else holders

    def _role(self, name: n.NameExpr) -> str:
        if name not in self._roles:
            self._roles[name] = role(name, self._tree)
        return self._roles[name]


def _writes(step: Step) -> Iterator[tuple[n.Expression, n.Expression | None]]:
    """Yield what a step assigns to, each with what it is assigned, if that can be told."""
    match step.node:
        case n.AssignmentStmt(rvalue=n.TempNode(no_rhs=True)):
            return
        case n.AssignmentStmt(lvalues=targets, rvalue=value):
            for target in targets:
                yield from pairs(target, value)
        case n.AssignmentExpr(target=target, value=value):
            yield target, value
        case n.OperatorAssignmentStmt(lvalue=target):
            yield target, None
        case n.ForStmt(index=target) if step.head is None:
            yield target, None
        case n.WithStmt(target=targets):
            yield from ((target, None) for target in targets if target is not None)
        case _:
            return


def _words_of(target: n.Expression) -> Iterator[str]:
    match target:
        case n.MemberExpr(name=name):
            yield name
        case _:
            for found in names_in(target):
                yield found.name
