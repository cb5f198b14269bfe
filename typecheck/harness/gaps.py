"""The known gaps of a checker: `gaps/<checker>.toml`, a table a topic, a line a case, its reason beside it."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

Gaps = Mapping[str, str]  # case id -> reason


class GapError(Exception):
    """A list of gaps says something that cannot be."""


def read_gaps(path: Path) -> Gaps:
    """Return the reasons by case id; a checker without a file has no gaps."""
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    gaps = {f"{topic}::{name}": reason for topic, lines in tables.items() for name, reason in lines.items()}
    for case, reason in gaps.items():
        if not isinstance(reason, str) or not reason.strip() or "\n" in reason:
            msg = f"{path}: {case} needs one line of reason"
            raise GapError(msg)
    return gaps


def require_cases(gaps: Gaps, known: Iterable[str], path: Path) -> None:
    """Refuse a gap whose case is gone."""
    gone = sorted(set(gaps) - set(known))
    if gone:
        msg = f"{path} names cases that do not exist: {', '.join(gone)}"
        raise GapError(msg)
