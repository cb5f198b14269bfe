"""`python -m typecheck.promise23.report`: write docs/promise-stubs.md from the cases and the known gaps.

With `--measure` it first counts what the checkers get right with the types that `promise` 2.3 brings itself.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from ..harness.case import Case
from ..harness.checkers import CHECKERS
from ..harness.gaps import Gaps
from ..harness.verdict import Outcome, judge
from ..peers.runner.python import cases_in
from .layout import HERE, gaps, laid_out, own_cases, shared_cases

PAGE = HERE.parents[1] / "docs" / "promise-stubs.md"
PINS = HERE.parents[1] / "constraints.txt"
INLINE = HERE / "inline.toml"
TEXT = HERE / "page.md"


@dataclass(frozen=True)
class Measured:
    """How many of the cases come out right with the inline types."""

    cases: int
    right: Mapping[str, int]  # by checker


def read_measured() -> Measured:
    """Return what `--measure` has written."""
    found = tomllib.loads(INLINE.read_text(encoding="utf-8"))
    return Measured(found["cases"], found["right"])


def measure() -> None:
    """Run every checker over the cases, with `promise` 2.3 as it is, and write how many come out right."""
    with TemporaryDirectory() as folder:
        place = laid_out(Path(folder, "home"), Path(folder, "cache"), stubs=False)
        cases = cases_in(place.project / "cases")
        lines = []
        for checker in CHECKERS:
            findings = checker.check(place)
            right = sum(judge(case, findings, checker, None).outcome is Outcome.RIGHT for case in cases)
            lines.append(f'"{checker.name}" = {right}')
    head = "# Written by `python -m typecheck.promise23.report --measure`: do not edit.\n"
    INLINE.write_text(f"{head}cases = {len(cases)}\n\n[right]\n" + "\n".join(lines) + "\n", encoding="utf-8")


def page(inline: Measured) -> str:
    """Return the page."""
    text = TEXT.read_text(encoding="utf-8")
    parts = [
        "<!-- Written by `python -m typecheck.promise23.report` from typecheck/promise23/page.md and the gaps: do not edit. -->",
        text.replace("<!-- results -->", "\n".join(_results(inline))),
        "## Results by topic\n",
        *_matrix(),
        "",
        "## Known gaps\n",
        *_gaps(),
        "## Cases that `promise` 2.3 does not have\n",
        "Beyond what it lacks altogether (`typecheck/peers/absent/promise23.toml`):\n",
        *_absences(),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _results(inline: Measured) -> Iterator[str]:
    shared, own = shared_cases(), own_cases()
    every = [*shared, *own]
    names = [checker.name for checker in CHECKERS]
    versions = dict(line.split("==") for line in PINS.read_text(encoding="utf-8").split())
    yield _row(["", *(f"{name} {versions[name.partition('+')[0]]}" for name in names)])
    yield _row(["---", *["---:"] * len(names)])
    yield _row([f"inline types, {inline.cases} cases", *(_share(inline.right[n], inline.cases) for n in names)])
    yield _row([f"promise-stubs, {len(every)} cases", *(_right(every, gaps(n)) for n in names)])
    yield _row([f"promise-stubs, the {len(shared)} shared", *(_right(shared, gaps(n)) for n in names)])


def _matrix() -> Iterator[str]:
    cases = [*shared_cases(), *own_cases()]
    yield _row(["topic", "cases", *(checker.name for checker in CHECKERS)])
    yield _row(["---", *["---:"] * (len(CHECKERS) + 1)])
    for topic in sorted({case.topic for case in cases}):
        asked = [case for case in cases if case.topic == topic]
        counts = [sum(case.id not in gaps(checker.name) for case in asked) for checker in CHECKERS]
        shown = [f"**{count}**" if count == len(asked) else str(count) for count in counts]
        yield _row([topic.replace("_", " "), str(len(asked)), *shown])


def _gaps() -> Iterator[str]:
    for checker in CHECKERS:
        known = gaps(checker.name)
        if not known:
            continue
        yield f"### {checker.name}\n"
        yield _row(["why not", "cases"])
        yield _row(["---", "---"])
        pairs = sorted((reason, case) for case, reason in known.items())
        for reason, group in groupby(pairs, key=lambda pair: pair[0]):
            yield _row([_escaped(reason), ", ".join(f"`{case}`" for _, case in group)])
        yield ""


def _absences() -> Iterator[str]:
    yield _row(["case", "why"])
    yield _row(["---", "---"])
    own = tomllib.loads((HERE / "absent.toml").read_text(encoding="utf-8"))
    for topic, lines in own.items():
        for name, reason in lines.items():
            yield _row([f"`{topic}::{name}`", _escaped(reason)])


def _right(cases: Sequence[Case], known: Gaps) -> str:
    return _share(sum(case.id not in known for case in cases), len(cases))


def _share(right: int, every: int) -> str:
    # Rounded down: 99.96 % is not 100.
    return f"{right} ({right * 1000 // every / 10:.1f} %)"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure()
    PAGE.write_text(page(read_measured()), encoding="utf-8")
