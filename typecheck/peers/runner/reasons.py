"""Why a peer gets a case wrong, where that is known: `reasons/<peer>.toml`.

A table a checker and topic, `[tsc.handlers]`, in it a line a case, and `"*"` for the rest of the topic.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...harness.case import Case
from .absent import REST


@dataclass(frozen=True)
class Reasons:
    """One line a checker and case."""

    by_checker: Mapping[str, Mapping[str, Mapping[str, str]]]

    def of(self, case: Case, checker: str) -> str | None:
        """Return why `checker` gets `case` wrong, if it is known."""
        topic = self.by_checker.get(checker, {}).get(case.topic, {})
        return topic.get(case.name) or topic.get(REST)

    def named(self, checker: str) -> Iterator[str]:
        """Yield every case that has a reason of its own under `checker`."""
        topics = self.by_checker.get(checker, {})
        return (f"{topic}::{case}" for topic, cases in topics.items() for case in cases if case != REST)


def read_reasons(path: Path) -> Reasons:
    """Return the reasons in `path`: `[checker.topic]`, then `case = "reason"`."""
    if not path.exists():
        return Reasons({})
    return Reasons(tomllib.loads(path.read_text(encoding="utf-8")))
