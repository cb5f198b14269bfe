"""Makes a pytest item of every case and checker, and prints the table at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.typed_wheel import unpacked_wheel

from .harness.case import Case, read_cases
from .harness.checkers import CHECKERS, Checker, Workplace
from .harness.suite import Suite, case_files
from .harness.table import Table
from .harness.verdict import Outcome, Verdict

HERE = Path(__file__).resolve().parent

_suite = pytest.StashKey[Suite]()
_table = pytest.StashKey[Table]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin the table of results."""
    config.stash[_table] = Table()


def suite_of(config: pytest.Config) -> Suite:
    """Return the one suite of this run; the wheel is built when it is first asked for."""
    if _suite not in config.stash:
        cache = config.cache.mkdir("typecheck")
        config.stash[_suite] = Suite(Workplace(HERE, unpacked_wheel(cache), cache))
    return config.stash[_suite]


@pytest.fixture(scope="session")
def suite(request: pytest.FixtureRequest) -> Suite:
    """Return the one suite of this run."""
    return suite_of(request.config)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CaseFile | None":
    """Take the case files as tests."""
    if file_path in case_files(HERE):
        return CaseFile.from_parent(parent, path=file_path)
    return None


def pytest_collection_finish(session: pytest.Session) -> None:
    """Start the checkers that will be asked for, so that they run beside the other tests."""
    if session.config.option.collectonly or session.testsfailed:
        return
    for checker in {item.checker.name: item.checker for item in session.items if isinstance(item, CaseItem)}.values():
        suite_of(session.config).start(checker)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print right/all by topic and checker, and the line that sums it up."""
    table = terminalreporter.config.stash[_table]
    lines = list(table.lines())
    if len(lines) > 1:
        terminalreporter.section("types")
        for line in lines:
            terminalreporter.line(line)
        terminalreporter.line(table.summary())


class CaseFile(pytest.File):
    """One topic."""

    def collect(self) -> Iterator["CaseItem"]:
        """Yield one item a case and checker."""
        for case in read_cases(self.path):
            for checker in CHECKERS:
                yield CaseItem.from_parent(self, name=f"{case.name}[{checker.name}]", case=case, checker=checker)


class CaseItem(pytest.Item):
    """One case, judged by one checker."""

    def __init__(self, *, case: Case, checker: Checker, **rest: object) -> None:
        """Take the case and who judges it."""
        super().__init__(**rest)  # type: ignore[arg-type]  # pytest's own arguments, passed through
        self.case = case
        self.checker = checker

    def runtest(self) -> None:
        """Fail for a wrong verdict, and for a gap that is closed."""
        verdict = suite_of(self.config).verdict(self.case, self.checker)
        self.config.stash[_table].add(self.case, self.checker.name, verdict.outcome)
        match verdict.outcome:
            case Outcome.GAP:
                pytest.xfail(verdict.reason or "")
            case Outcome.WRONG | Outcome.STALE:
                raise WrongVerdictError(verdict)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """Show the case with what was expected and got, and no traceback of ours."""
        if not isinstance(excinfo.value, WrongVerdictError):
            return str(super().repr_failure(excinfo))
        return explained(self.case, self.checker, excinfo.value.verdict)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Name the case by topic, function and checker."""
        return self.path, self.case.first_line - 1, f"{self.case.id} [{self.checker.name}]"


class WrongVerdictError(Exception):
    """Carries a verdict to the report."""

    def __init__(self, verdict: Verdict) -> None:
        """Take the verdict."""
        super().__init__(verdict.outcome.value)
        self.verdict = verdict


def explained(case: Case, checker: Checker, verdict: Verdict) -> str:
    """Return the case's source, and what was expected and got."""
    source = case.path.read_text(encoding="utf-8").splitlines()[case.first_line - 1 : case.last_line]
    numbered = [f"{number:>5} {line}" for number, line in enumerate(source, case.first_line)]
    if verdict.outcome is Outcome.STALE:
        said = [
            f"{checker.name} gets this right now: take it off typecheck/gaps/{checker.name}.toml ({verdict.reason})"
        ]
    else:
        said = [f"{checker.name}: {complaint}" for complaint in verdict.complaints]
    return "\n".join([*numbered, "", *said])
