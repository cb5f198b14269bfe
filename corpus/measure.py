"""Checks one group: what is found, how much was read, and how many links of chains the checker can see."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mypy.nodes import CallExpr, MemberExpr
from mypy.types import AnyType

from typedpromise.check.host import check, visit
from typedpromise.check.settings import PROMISE_TYPES, Settings
from typedpromise.check.sources import find_files

from .verdicts import Finding, identified

if TYPE_CHECKING:
    from typedpromise.check.report import Report
    from typedpromise.check.tree import TypedTree

    from .packages import Group

_LINKS = frozenset({"then", "catch"})


@dataclass(slots=True)
class Numbers:
    """What was read of one package, and what was seen in it."""

    group: str
    files: int = 0
    lines: int = 0
    # Findings of `recommended`, and those that `strict` adds, by rule.
    recommended: Counter[str] = field(default_factory=Counter[str])
    strict: Counter[str] = field(default_factory=Counter[str])
    # Calls of `.then` and `.catch`: on a promise, on what the checker knows nothing of, on something else.
    links: Counter[str] = field(default_factory=Counter[str])


@dataclass(slots=True)
class Checked:
    """What came of a group."""

    numbers: dict[str, Numbers]
    findings: list[Finding]
    failures: list[Report]


def measured(group: Group, site: Path) -> Checked:
    """Check the unpacked packages of a group with the presets `recommended` and `strict`."""
    numbers: dict[str, Numbers] = defaultdict(lambda: Numbers(group.name))
    with _inside(site):
        for file in find_files(group.paths):
            own = numbers[group.owner(file).name]
            own.files += 1
            own.lines += len(Path(file).read_bytes().splitlines())
        settings = Settings(promise_types=(*PROMISE_TYPES, *group.promise_types), futures=group.futures)
        recommended = check(group.paths, settings=settings)
        wider = Settings(preset="strict", promise_types=settings.promise_types, futures=settings.futures)
        strict = check(group.paths, settings=wider)
        if not group.futures:
            visit(group.paths, lambda tree: _count_links(tree, group, numbers), settings=settings)
        findings = list(_identified(group, recommended.findings))
    for report in recommended.findings:
        numbers[group.owner(report.file).name].recommended[report.code] += 1
    for report in strict.findings:
        numbers[group.owner(report.file).name].strict[report.code] += 1
    for own in numbers.values():
        own.strict -= own.recommended
    return Checked(dict(numbers), findings, recommended.failures)


def _identified(group: Group, reports: list[Report]) -> Iterator[Finding]:
    files: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        files[report.file].append(report)
    for file, own in files.items():
        yield from identified(group.owner(file).name, file, Path(file).read_text(encoding="utf-8"), own)


def _count_links(tree: TypedTree, group: Group, numbers: dict[str, Numbers]) -> None:
    links = numbers[group.owner(tree.path).name].links
    for node, _ in tree.walk():
        if isinstance(node, CallExpr) and isinstance(node.callee, MemberExpr) and node.callee.name in _LINKS:
            receiver = tree.type_of(node.callee.expr)
            if tree.promises.is_promise(receiver):
                links["promise"] += 1
            else:
                links["unknown" if receiver is None or isinstance(receiver, AnyType) else "other"] += 1


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Report files as seen from the folder: their names must not depend on where the repository lies."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
