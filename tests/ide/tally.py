"""What each server got right, known gaps apart, and the line that says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import pytest

from typecheck.harness.gaps import Gaps, read_gaps, require_cases

from .positions import HERE, IDS
from .servers import SERVERS


def _gaps(server: str) -> Gaps:
    path = HERE / "gaps" / f"{server}.toml"
    gaps = read_gaps(path)
    require_cases(gaps, IDS, path)
    return gaps


@dataclass
class Tally:
    """Judges answers, and counts."""

    _gaps: dict[str, Gaps] = field(default_factory=lambda: {server.name: _gaps(server.name) for server in SERVERS})
    _asked: set[str] = field(default_factory=set)
    _right: Counter[str] = field(default_factory=Counter)

    def judge(self, server: str, position: str, complaint: str | None) -> None:
        """Fail for a wrong answer, and for a gap that is closed."""
        self._asked.add(position)
        gap = self._gaps[server].get(position)
        if complaint is None and gap is not None:
            pytest.fail(f"{server} gets {position} right now: take it off tests/ide/gaps/{server}.toml ({gap})")
        if complaint is None:
            self._right[server] += 1
        elif gap is not None:
            pytest.xfail(gap)
        else:
            pytest.fail(f"{server} at {position}: {complaint}", pytrace=False)

    def summary(self) -> str | None:
        """Return e.g. `ide: 21 positions; pyright 21, basedpyright 21, pyrefly 21, ty 20 right`."""
        if not self._asked:
            return None
        counts = ", ".join(f"{server.name} {self._right[server.name]}" for server in SERVERS)
        return f"ide: {len(self._asked)} positions; {counts} right"
