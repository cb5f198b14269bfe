"""The suite: all cases, each checker's gaps, and each checker's one run over the cases."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from .case import Case, read_cases
from .checkers import Checker, Finding, Workplace
from .gaps import Gaps, read_gaps, require_cases
from .verdict import Verdict, judge


def case_files(project: Path) -> list[Path]:
    """Return the files of all topics."""
    return sorted(p for p in (project / "cases").glob("*.py") if p.name != "__init__.py")


@dataclass
class Suite:
    """Runs a checker when it is first asked for, or ahead of that by `start`."""

    workplace: Workplace
    _runs: dict[str, Future[list[Finding]]] = field(default_factory=dict)
    # Two at a time: that is how many cores the smallest machine has which runs this.
    _pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=2))

    def __post_init__(self) -> None:
        """Read the cases."""
        self.cases: Sequence[Case] = [c for path in case_files(self.workplace.project) for c in read_cases(path)]

    def start(self, checker: Checker) -> None:
        """Have `checker` run in the background, if it does not yet."""
        if checker.name not in self._runs:
            self._runs[checker.name] = self._pool.submit(checker.check, self.workplace)

    def findings(self, checker: Checker) -> list[Finding]:
        """Return all that `checker` said in its one run."""
        self.start(checker)
        return self._runs[checker.name].result()

    def gaps(self, checker: Checker) -> Gaps:
        """Return the known gaps of `checker`."""
        path = self.workplace.project / "gaps" / f"{checker.name}.toml"
        gaps = read_gaps(path)
        require_cases(gaps, (c.id for c in self.cases), path)
        return gaps

    def verdict(self, case: Case, checker: Checker) -> Verdict:
        """Say whether `checker` gets `case` right."""
        return judge(case, self.findings(checker), checker, self.gaps(checker).get(case.id))
