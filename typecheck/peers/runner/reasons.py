"""Why a peer gets a case wrong, where that is known: `reasons/<peer>.toml`.

A table a checker and topic, `[tsc.handlers]`, in it a line a case.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...harness.case import Case


@dataclass(frozen=True)
class Reasons:
    """One line a checker and case."""

    by_checker: Mapping[str, Mapping[str, str]]

    def of(self, case: Case, checker: str) -> str | None:
        """Return why `checker` gets `case` wrong, if it is known."""
        return self.by_checker.get(checker, {}).get(case.id)

    def all(self) -> Iterator[tuple[str, str]]:
        """Yield checker and case of every reason."""
        return ((checker, case) for checker, lines in self.by_checker.items() for case in lines)


def read_reasons(path: Path) -> Reasons:
    """Return the reasons in `path`: `[checker.topic]`, then `case = "reason"`."""
    if not path.exists():
        return Reasons({})
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return Reasons({checker: dict(_lines(topics)) for checker, topics in tables.items()})


def _lines(topics: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for topic, cases in topics.items():
        for case, reason in cases.items():
            yield f"{topic}::{case}", reason
