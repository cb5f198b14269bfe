"""The cases that a peer cannot express: `absent/<peer>.toml`, a table a topic, a line a case, its reason beside it.

`"*"` stands for the rest of a topic.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...harness.case import Case

REST = "*"


@dataclass(frozen=True)
class Absent:
    """What a peer lacks."""

    reasons: Mapping[str, Mapping[str, str]]  # topic -> case or "*" -> reason

    def reason(self, case: Case) -> str | None:
        """Return why the peer does not have `case`, or None."""
        topic = self.reasons.get(case.topic, {})
        return topic.get(case.name) or topic.get(REST)

    def unknown(self, cases: Sequence[Case]) -> list[str]:
        """Return the lines whose case does not exist."""
        known = {c.topic: {REST} for c in cases}
        for case in cases:
            known[case.topic].add(case.name)
        named = [(topic, name) for topic, lines in self.reasons.items() for name in lines]
        return [f"{topic}::{name}" for topic, name in named if name not in known.get(topic, ())]


def read_absent(path: Path) -> Absent:
    """Return the list in `path`."""
    return Absent(tomllib.loads(path.read_text(encoding="utf-8")))
