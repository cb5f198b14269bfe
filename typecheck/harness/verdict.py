"""Compares what a checker said about a case with what the case asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from .case import Case, Refusal
from .checkers import Checker, Finding


class Outcome(Enum):
    """How a checker did on a case."""

    RIGHT = "right"
    GAP = "known gap"
    WRONG = "wrong"
    # A gap that is closed, while the list still names it.
    STALE = "stale gap"


@dataclass(frozen=True)
class Verdict:
    """The outcome, and what a reader needs to see why."""

    outcome: Outcome
    complaints: Sequence[str]
    reason: str | None


def judge(case: Case, findings: Sequence[Finding], checker: Checker, gap: str | None) -> Verdict:
    """Say whether `checker` got `case` exactly right; `gap` is the reason why it is known not to."""
    own = [f for f in findings if f.path == case.path and case.holds(f.line)]
    complaints = list(_complaints(case, own, checker))
    if gap is None:
        return Verdict(Outcome.WRONG if complaints else Outcome.RIGHT, complaints, None)
    return Verdict(Outcome.GAP if complaints else Outcome.STALE, complaints, gap)


def strays(cases: Sequence[Case], findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that lie in no case: in an import, in a helper, in `world.py`."""
    return [f for f in findings if not any(f.path == c.path and c.holds(f.line) for c in cases)]


def _complaints(case: Case, findings: Sequence[Finding], checker: Checker) -> Iterator[str]:
    for line in sorted({f.line for f in findings} | set(case.refusals)):
        here = [f for f in findings if f.line == line]
        refusal = case.refusals.get(line)
        if refusal is None:
            yield from (f"line {line}: expected no error, got [{f.code}] {f.message}" for f in here)
        else:
            yield from _unmet(line, refusal, here, checker)


def _unmet(line: int, refusal: Refusal, here: Sequence[Finding], checker: Checker) -> Iterator[str]:
    expected = refusal.expected(checker.dialect)
    got = {f.code for f in here}
    said = "; ".join(f"[{f.code}] {f.message}" for f in here) or "no error"
    if expected is not None and got != expected:
        yield f"line {line}: expected {_listed(expected)}, got {said}"
    elif not got - checker.noise:
        yield f"line {line}: expected an error, got {said}"


def _listed(codes: frozenset[str]) -> str:
    return " ".join(f"[{code}]" for code in sorted(codes))
