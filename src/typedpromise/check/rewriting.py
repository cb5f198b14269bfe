"""Puts fixes into a text, with LibCST: the half of fixing that knows nothing of types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import libcst as cst
from libcst import matchers

from typedpromise._codemod.parsed import CannotParseError, Parsed, Span

from .fixes import FIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .report import Report

_NOT_FOUND = "the code at this place has not the shape the fix knows"
_COMMENT = "a comment stands in what the fix would take out: move it, or put the finding right by hand"


@dataclass(slots=True)
class Rewritten:
    """A text after fixes, with the findings that were fixed, and those that were not, with the reason."""

    text: str
    fixed: list[Report] = field(default_factory=list["Report"])
    refused: dict[Report, str] = field(default_factory=dict["Report", str])


def rewritten(text: str, findings: Iterable[Report]) -> Rewritten:
    """Fix findings in a text; of two that overlap only the inner one, since the outer may then be another.

    Args:
        text: The text the findings were found in.
        findings: With columns that count characters.

    """
    result = Rewritten(text)
    try:
        parsed = Parsed(text)
    except CannotParseError as error:
        result.refused = dict.fromkeys(findings, str(error))
        return result
    changes: dict[cst.CSTNode, cst.CSTNode] = {}
    causes: dict[cst.CSTNode, Report] = {}
    for finding in findings:
        place = parsed.expression_at(_span(finding))
        change = None if place is None else FIXES[finding.code].change(parsed, place)
        if change is None:
            result.refused[finding] = _NOT_FOUND
        elif _comments(change[0]) != _comments(change[1]):
            result.refused[finding] = _COMMENT
        elif change[0] not in changes:
            old, new = change
            changes[old], causes[old] = new, finding
    for old in _outer(changes, parsed):
        del changes[old], causes[old]
    result.text = parsed.replaced(changes)
    result.fixed = list(causes.values())
    return result


def in_place_of(old: cst.BaseExpression, new: cst.BaseExpression, *, in_brackets: bool = False) -> cst.BaseExpression:
    """Return an expression with the parentheses of the one it replaces, and with its own where it needs them.

    Args:
        old: What is replaced.
        new: A part of it.
        in_brackets: Whether `new` was no deeper in brackets than `old`, so that its line ends are fine where they are.

    """
    if not old.lpar and not new.lpar and not in_brackets and not _stands_alone(new):
        return new.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    return new.with_changes(lpar=[*old.lpar, *new.lpar], rpar=[*new.rpar, *old.rpar])


def _stands_alone(expression: cst.BaseExpression) -> bool:
    """Return whether an expression may follow a `return`: outside brackets no line end, no `:=`, no generator."""
    try:
        cst.parse_expression(cst.Module([]).code_for_node(expression))
    except cst.ParserSyntaxError:
        return False
    return True


def _span(finding: Report) -> Span:
    return Span(finding.line, finding.column, finding.end_line or finding.line, finding.end_column or finding.column)


def _comments(node: cst.CSTNode) -> list[str]:
    return [comment.value for comment in matchers.findall(node, matchers.Comment()) if isinstance(comment, cst.Comment)]


def _outer(changes: Iterable[cst.CSTNode], parsed: Parsed) -> set[cst.CSTNode]:
    """Return the nodes with another one inside."""
    nodes = set(changes)
    outer: set[cst.CSTNode] = set()
    for node in nodes:
        around = parsed.parent(node)
        while around is not None:
            if around in nodes:
                outer.add(around)
            around = parsed.parent(around)
    return outer
