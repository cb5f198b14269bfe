"""The results as text: a line for all, and a table of counts by topic."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .case import Case
from .checkers import CHECKERS
from .verdict import Outcome


@dataclass
class Table:
    """Collects outcomes as the run goes on."""

    _outcomes: dict[tuple[str, str, str], Outcome] = field(default_factory=dict)

    def add(self, case: Case, checker: str, outcome: Outcome) -> None:
        """Note how `checker` did on `case`."""
        self._outcomes[case.topic, case.name, checker] = outcome

    def summary(self) -> str:
        """Return e.g. `types: 231 cases; mypy 214 right, 17 known gaps; pyright 226 right, 5 known gaps`."""
        cases = {(topic, name) for topic, name, _ in self._outcomes}
        parts = [f"{name} {_counted(self._count(name))}" for name in self._checkers()]
        return "; ".join([f"types: {len(cases)} cases", *parts])

    def lines(self) -> Iterator[str]:
        """Yield right/all by topic and checker."""
        checkers = self._checkers()
        topics = sorted({topic for topic, _, _ in self._outcomes})
        width = max(map(len, [*topics, "topic"]), default=0)
        yield "  ".join([f"{'topic':<{width}}", *(f"{name:>12}" for name in checkers)])
        for topic in topics:
            counts = [self._count(name, topic) for name in checkers]
            yield "  ".join([f"{topic:<{width}}", *(f"{_share(count):>12}" for count in counts)])

    def _checkers(self) -> list[str]:
        ran = {checker for _, _, checker in self._outcomes}
        return [c.name for c in CHECKERS if c.name in ran]

    def _count(self, checker: str, topic: str | None = None) -> Counter[Outcome]:
        return Counter(
            outcome
            for (its_topic, _, its_checker), outcome in self._outcomes.items()
            if its_checker == checker and topic in (None, its_topic)
        )


def _counted(count: Mapping[Outcome, int]) -> str:
    words = [(Outcome.RIGHT, "right"), (Outcome.GAP, "known gaps"), (Outcome.WRONG, "WRONG"), (Outcome.STALE, "STALE")]
    shown = [f"{count[outcome]} {word}" for outcome, word in words if count[outcome] or outcome is Outcome.RIGHT]
    return ", ".join(shown)


def _share(count: Counter[Outcome]) -> str:
    return f"{count[Outcome.RIGHT]}/{count.total()}"
