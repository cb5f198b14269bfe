"""What a rule is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Literal, TypeAlias

    from mypy.nodes import Node

    from .tree import TypedTree

    # For checkers only, and private: stubtest takes an alias of Literals for a union (mypy 2.4).
    _Preset: TypeAlias = Literal["recommended", "strict", "all"]
    _Calls: TypeAlias = Literal["all", "links", "executors"]

# Each holds the rules of those before it. `recommended` is on by default: rules that are not known to report
# anything in good code. `strict` adds what is likely a mistake, `all` what is a matter of style.
PRESETS: tuple[_Preset, ...] = ("recommended", "strict", "all")


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule says about a node: one sentence that tells what happened and what to do."""

    node: Node
    message: str


@dataclass(frozen=True, slots=True)
class Option:
    """What a user may set for one rule, in `[tool.typedpromise.rules.<code>]`: true or false, or names."""

    name: str
    default: bool | tuple[str, ...]
    # The default beyond the preset `recommended`, where it differs.
    strict: bool | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, and a pure function from a node and its tree to the problems there."""

    code: str
    summary: str
    # The node classes the rule wants to see: the engine walks a module once for all rules.
    visits: tuple[type[Node], ...]
    check: Callable[[Node, TypedTree], Iterator[Problem]]
    # Of calls, those that the rule has anything to say about: all, the links of chains, or the promises that are
    # made with an executor. Most calls are neither, and the engine finds out once for all rules.
    calls: _Calls = "all"
    # The narrowest preset that has the rule.
    preset: _Preset = "recommended"
    # A rule reads them from its tree: `tree.option(code, option)`.
    options: tuple[Option, ...] = ()
