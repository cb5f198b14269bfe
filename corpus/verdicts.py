"""Verdicts on findings: which finding a verdict is about, and what is wrong between the two."""

from __future__ import annotations

import ast
import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from typedpromise.check.report import Report

FILE = Path(__file__).parent / "verdicts.toml"
_KINDS = ("true", "false")


@dataclass(frozen=True, slots=True)
class Finding:
    """A report in a package of the corpus, with what tells it from others after the lines have shifted."""

    package: str
    file: str
    code: str
    # The function or class it stands in, such as `Loader.load`; empty at the top of a module.
    scope: str
    fingerprint: str
    report: Report

    def skeleton(self) -> str:
        """Return the entry to fill in."""
        return (
            f'[[verdict]]\npackage = "{self.package}"\nfile = "{self.file}"\ncode = "{self.code}"\n'
            f'scope = "{self.scope}"\nfingerprint = "{self.fingerprint}"\nverdict = "true or false?"\nreason = ""\n'
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody who has read the code says about a finding."""

    package: str
    file: str
    code: str
    scope: str
    fingerprint: str
    verdict: str
    reason: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What it has in common with its finding."""
        return self.package, self.file, self.code, self.fingerprint


@dataclass(slots=True)
class Comparison:
    """What is wrong: findings without a verdict, findings that are false, verdicts without a finding."""

    unclassified: list[Finding] = field(default_factory=list[Finding])
    false: list[tuple[Finding, Verdict]] = field(default_factory=list[tuple[Finding, Verdict]])
    stale: list[Verdict] = field(default_factory=list[Verdict])
    confirmed: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether every finding is a true one, and every verdict has its finding."""
        return not (self.unclassified or self.false or self.stale)


def compare(findings: Iterable[Finding], verdicts: Iterable[Verdict]) -> Comparison:
    """Match findings with verdicts."""
    result = Comparison()
    waiting = {verdict.key: verdict for verdict in verdicts}
    for finding in findings:
        verdict = waiting.pop((finding.package, finding.file, finding.code, finding.fingerprint), None)
        if verdict is None:
            result.unclassified.append(finding)
        elif verdict.verdict == "false":
            result.false.append((finding, verdict))
        else:
            result.confirmed += 1
    result.stale = list(waiting.values())
    return result


def read(file: Path = FILE) -> list[Verdict]:
    """Return the verdicts of a file; each needs a verdict, a reason, and a finding of its own."""
    verdicts = [Verdict(**fields) for fields in tomllib.loads(file.read_text(encoding="utf-8")).get("verdict", [])]
    for verdict in verdicts:
        if verdict.verdict not in _KINDS or not verdict.reason.strip():
            msg = f"{file}: the verdict {verdict.fingerprint} needs `verdict` true or false, and a sentence as `reason`"
            raise ValueError(msg)
    twice = [key for key, count in Counter(verdict.key for verdict in verdicts).items() if count > 1]
    if twice:
        msg = f"{file}: there are two verdicts on {', '.join(twice[0])}: remove one"
        raise ValueError(msg)
    return verdicts


def identified(package: str, file: str, source: str, reports: Sequence[Report]) -> Iterator[Finding]:
    """Yield the findings of one file, each with its fingerprint.

    The fingerprint is made of the text of the line, the scope, and a number among equal ones:
    lines above may come and go, and so may words in the message.
    """
    lines = source.splitlines()
    scopes = _scopes(source)
    seen: Counter[tuple[str, ...]] = Counter()
    for report in sorted(reports, key=lambda report: report.place):
        scope = _innermost(scopes, report.line)
        what = (package, file, report.code, scope, lines[report.line - 1].strip())
        digest = hashlib.sha256("\0".join((*what, str(seen[what]))).encode()).hexdigest()[:12]
        seen[what] += 1
        yield Finding(package, file, report.code, scope, digest, report)


def _scopes(source: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    waiting: list[tuple[ast.AST, str]] = [(ast.parse(source), "")]
    while waiting:
        node, outer = waiting.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                name = f"{outer}.{child.name}".lstrip(".")
                found.append((child.lineno, child.end_lineno or child.lineno, name))
                waiting.append((child, name))
            else:
                waiting.append((child, outer))
    return found


def _innermost(scopes: Sequence[tuple[int, int, str]], line: int) -> str:
    around = [(end - begin, name) for begin, end, name in scopes if begin <= line <= end]
    return min(around)[1] if around else ""
