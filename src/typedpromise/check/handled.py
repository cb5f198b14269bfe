"""Whether a chain handles its errors itself, so that whoever drops it drops no error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .chain import is_class_without_handler, links, takes_every_error, takes_fulfilment

if TYPE_CHECKING:
    from mypy.nodes import Expression

    from .tree import TypedTree


def is_handled(expression: Expression, tree: TypedTree) -> bool:
    """Return whether the chain, read from its end, meets a handler of every error before one of results."""
    for link in links(expression, tree):
        if takes_every_error(link, tree):
            return True
        if is_class_without_handler(link, tree) or takes_fulfilment(link, tree):
            return False
    return False
