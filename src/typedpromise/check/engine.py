"""Runs rules over a typed tree: the one place where rules run, whichever host asks."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .rule import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mypy.nodes import FuncDef, Node

    from .calls import _Kind
    from .rule import Rule
    from .tree import TypedTree

# The code of what the engine itself reports when a rule has a bug.
CRASH = "rule-crash"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with the code of its rule, and the outermost function it stands in."""

    code: str
    problem: Problem
    function: FuncDef | None


def run(tree: TypedTree, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Yield what the rules find in one module, in source order."""
    from .calls import kind_of, wants  # needs mypy, and the command names this module's codes without it

    crashed: set[str] = set()
    # Most nodes are of no interest to most rules, and there are many of both.
    by_kind: dict[_Kind, list[Rule]] = {}
    for node, function in tree.walk():
        kind = kind_of(node, tree)
        interested = by_kind.get(kind)
        if interested is None:
            interested = by_kind[kind] = [rule for rule in rules if wants(rule, node, kind)]
        if not interested:
            continue
        for rule in interested:
            if rule.code in crashed:
                continue
            try:
                problems = list(rule.check(node, tree))
            except Exception as error:  # noqa: BLE001  # a bug in one rule must not take the others along
                # Once a module is enough: a rule with a bug may meet it on every line.
                crashed.add(rule.code)
                yield Finding(CRASH, Problem(node, _crash_message(rule, tree, node, error)), function)
                continue
            for problem in problems:
                yield Finding(rule.code, problem, function)


def _crash_message(rule: Rule, tree: TypedTree, node: Node, error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    reason = " ".join(str(error).split())
    return (
        f"Rule {rule.code} crashed at {tree.path}:{node.line} with {type(error).__name__}: {reason} "
        f"({frame.name}, line {frame.lineno}): this is a bug in typedpromise, please report it; "
        f"the rule skips the rest of this file, the other rules went on"
    )
