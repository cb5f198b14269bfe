"""Our own results by case and checker: right, but for the known gaps, which the type tests hold to be exact."""

from collections.abc import Sequence

from ...harness.case import Case, read_cases
from ...harness.checkers import CHECKERS
from ...harness.gaps import read_gaps
from ...harness.suite import case_files
from .paths import TYPECHECK
from .peer import Verdicts


def our_cases() -> Sequence[Case]:
    """Return all cases of `typecheck/cases`."""
    return [case for path in case_files(TYPECHECK) for case in read_cases(path)]


def our_verdicts(cases: Sequence[Case]) -> dict[str, Verdicts]:
    """Return, by checker, which cases it gets right; one without a list has no gaps, or the type tests would fail."""
    gaps = {checker.name: read_gaps(TYPECHECK / "gaps" / f"{checker.name}.toml") for checker in CHECKERS}
    return {name: {case.id: case.id not in known for case in cases} for name, known in gaps.items()}
