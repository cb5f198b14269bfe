"""What a call is to the rules: a link of a chain, the making of a promise with an executor, or any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.nodes import CallExpr

from .chain import link
from .executors import constructed

if TYPE_CHECKING:
    from typing import TypeAlias

    from mypy.nodes import Node

    from .rule import Rule, _Calls
    from .tree import TypedTree

    # A class of nodes; of calls, what a rule may want to see of them: see `Rule.calls`.
    _Kind: TypeAlias = type[Node] | tuple[_Calls, ...]

_CALL: tuple[_Calls, ...] = ("all",)
_LINK: tuple[_Calls, ...] = ("all", "links")
_CONSTRUCTOR: tuple[_Calls, ...] = ("all", "executors")
_ANY_CALL: tuple[_Calls, ...] = ("all", "links", "executors")


def kind_of(node: Node, tree: TypedTree) -> _Kind:
    """Return what decides which rules want to see a node: the same for many nodes."""
    if not isinstance(node, CallExpr):
        return type(node)
    try:
        if link(node, tree) is not None:
            return _LINK
        return _CALL if constructed(node, tree) is None else _CONSTRUCTOR
    except Exception:  # noqa: BLE001  # what cannot be told is everybody's business: the rules report their crashes
        return _ANY_CALL


def wants(rule: Rule, node: Node, kind: _Kind) -> bool:
    """Return whether a rule wants to see a node, and every other one of its kind."""
    return isinstance(node, rule.visits) and (isinstance(kind, type) or rule.calls in kind)
