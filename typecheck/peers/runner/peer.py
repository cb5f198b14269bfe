"""A peer: the cases written for it, and its checkers' verdicts on them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ...harness.case import Case
from .absent import Absent, read_absent
from .paths import PEERS

Verdicts = Mapping[str, bool]  # case id -> whether the checker gets it exactly right


@dataclass(frozen=True)
class Run:
    """What came out of running a peer's checkers."""

    version: str
    checkers: Mapping[str, str]  # name -> version
    verdicts: Mapping[str, Verdicts]  # by checker


class Peer(Protocol):
    """Something else that promises what `typedpromise` does."""

    @property
    def name(self) -> str:
        """As in `absent/<name>.toml` and in `results.toml`."""

    @property
    def title(self) -> str:
        """As in `docs/comparison.md`."""

    def cases(self) -> Sequence[Case]:
        """Return the cases written for it."""

    def sources(self) -> Sequence[tuple[str, str]]:
        """Return the name and text of every file that its results follow from."""

    def install(self) -> None:
        """Put what it needs into `build/peers/`."""

    def run(self) -> Run:
        """Run its checkers, each once over all cases."""


def absent_of(peer: Peer) -> Absent:
    """Return the cases that `peer` cannot express."""
    return read_absent(PEERS / "absent" / f"{peer.name}.toml")


def digest(peer: Peer) -> str:
    """Return a number that changes when a case of `peer` does."""
    summed = hashlib.sha256()
    for name, text in sorted(peer.sources()):
        summed.update(f"{name}\0{text}\0".encode())
    return summed.hexdigest()[:16]


def texts(folder: Path, pattern: str) -> list[tuple[str, str]]:
    """Return the name and text of the files in `folder`."""
    return [(str(p.relative_to(folder)), p.read_text(encoding="utf-8")) for p in sorted(folder.glob(pattern))]
