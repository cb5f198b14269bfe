"""What came of a check."""

from __future__ import annotations

from dataclasses import dataclass, field

from .engine import CRASH
from .report import Report


@dataclass(slots=True)
class Outcome:
    """The findings, the files that could not be checked, and the numbers of the summary line."""

    findings: list[Report] = field(default_factory=list[Report])
    failures: list[Report] = field(default_factory=list[Report])
    # mypy's own errors: not ours to report, but a fix must not add to them.
    errors: list[Report] = field(default_factory=list[Report])
    files: int = 0
    promises: int = 0
    seconds: float = 0.0
    # What fixing has to say beside the findings, and the diff that was asked for in their place.
    notes: list[str] = field(default_factory=list[str])
    diff: list[str] | None = None

    @property
    def crashes(self) -> list[Report]:
        """The reports among the findings that tell of a rule with a bug."""
        return [report for report in self.findings if report.code == CRASH]

    @property
    def reports(self) -> list[Report]:
        """All there is to tell, in the order it is told: what could not be checked comes first."""
        return [*self.failures, *self.findings]

    @property
    def to_tell(self) -> bool:
        """Whether there are findings, or lines of a diff if one was asked for."""
        return bool(self.findings if self.diff is None else self.diff)

    @property
    def exit_code(self) -> int:
        """0 clean, 1 findings, 2 something could not be checked."""
        return 2 if self.failures or self.crashes else 1 if self.to_tell else 0

    def summary(self) -> str:
        """Return the line that closes a report."""
        crashes = len(self.crashes)
        crashed = f", {_count(crashes, 'crash', 'es')} of rules" if crashes else ""
        failed = f", {_count(len(self.failures), 'file')} could not be checked" if self.failures else ""
        return (
            f"checked {_count(self.files, 'file')}, saw {_count(self.promises, 'promise')}: "
            f"{_count(len(self.findings) - crashes, 'finding')}{crashed}{failed} in {self.seconds:.1f} s"
        )


def _count(number: int, noun: str, ending: str = "s") -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}{ending}"
