"""Where a promise gets lost, as the end of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from .paths import reached

if TYPE_CHECKING:
    from .following import State, Trail
    from .paths import Paths


def where(trail: Trail, name: str, body: Paths, *, partly: bool) -> str:
    """Say where the promise in the variable is lost, on one of the paths on which it is.

    If it is handled on others, name what only the bad path comes to: a line of its own, or else the branch.
    """
    lost = trail.lost[0]
    way = _way_to(lost, trail)
    ending = _ending(way, lost, trail, name, body)
    if not partly:
        return ending[1]
    if ending[0] is not None:
        behind = reached((step for state in trail.handled for step in state.step.next), lambda _: False)
        if all(step.node is not ending[0] for step in behind) or ending[0] is trail.begin.node:
            return ending[1]
    return _branch(way, trail) or ending[1]


def _way_to(lost: State, trail: Trail) -> list[State]:
    """Return the states that lead to one, by the way it was met first."""
    way = [lost]
    while way[-1] not in trail.starts:
        way.append(trail.came_from[way[-1]][0])
    return way[::-1]


def _ending(way: list[State], lost: State, trail: Trail, name: str, body: Paths) -> tuple[n.Node | None, str]:
    if lost.step is body.fallen_off:
        return None, "where the function ends"
    if lost.step is body.returned:
        left = next((state.step.node for state in reversed(way) if isinstance(state.step.node, n.ReturnStmt)), None)
        return left, f"where line {left.line if left else '?'} returns"
    node = lost.step.node
    if node is trail.begin.node:
        return node, f"where the loop comes back here and assigns {name} anew"
    return node, f"where line {node.line if node else '?'} assigns {name} anew"


def _branch(way: list[State], trail: Trail) -> str | None:
    """Say which way the bad path goes where it leaves the good ones."""
    good: set[State] = set()
    waiting = list(trail.handled)
    while waiting:
        state = waiting.pop()
        if state not in good:
            good.add(state)
            waiting += trail.came_from[state]
    last = next((index for index in reversed(range(len(way))) if way[index] in good), None)
    if last is None or last + 1 == len(way):
        return None
    fork, after = way[last], way[last + 1]
    if after.step.holds is not None:
        condition, truth = after.step.holds
        return f"where the condition in line {condition.line} is {'true' if truth else 'false'}"
    match fork.step.node:
        case n.ForStmt(line=line) | n.WhileStmt(line=line):
            return f"where the loop in line {line} ends"
        case n.MatchStmt(line=line):
            return f"where another case of the match in line {line} is taken"
        case _:
            return None
