"""`python -m typecheck.report`: write docs/checkers.md, the results by topic and checker with every known gap.

No checker is run for it: a run fails unless its results are just these, the gaps that are listed and no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from .harness.case import Case, read_cases
from .harness.checkers import CHECKERS
from .harness.gaps import Gaps, read_gaps
from .harness.suite import case_files
from .targets import TARGETS

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "checkers.md"
PINS = HERE.parent / "constraints.txt"

_HEAD = """\
<!-- Written by `python -m typecheck.report`, but for the part between the markers: do not edit. -->
# What each type checker makes of typedpromise

The type tests of `typecheck/` are small functions that say what must be inferred, or which line must be refused.
Each is asked of every checker, on the package as a user installs it.
A case counts as right when the checker infers exactly the type that is written, reports nothing else, and refuses exactly the lines it must refuse.
What a checker gets wrong is listed below with the reason; a run of the tests fails when the list is too short, and also when it is too long.
"""

_REPRODUCTIONS = """\
## Limits shown without this library

No checker is below its target, so nothing has to be excused; these are the limits that a user is likeliest to meet.

### mypy: a lambda given to a static method of a generic class
`Promise.map(users, lambda user: user.name)` is a `Promise[list[Any]]` in mypy alone.
mypy adds the type variable of the class to the method, cannot solve it, and falls back on the types from before it typed the lambda.
The plugin takes the variable away; a named function in place of the lambda does without it.

```python
class Box(Generic[T_co]):
    @staticmethod
    def each(values: Iterable[U], fn: Callable[[U], V]) -> list[V]: ...

def show() -> None:
    reveal_type(Box.each(["a"], lambda s: s.upper()))       # list[Any]
    reveal_type(Box[int].each(["a"], lambda s: s.upper()))  # list[str]
```

### mypy and zuban: a union becomes the common base
A handler that returns `int | str` makes a `Promise[object]`.

```python
class Box(Generic[T_co]):
    @overload
    def then(self, fn: Callable[[T_co], Awaitable[U]]) -> Box[U]: ...
    @overload
    def then(self, fn: Callable[[T_co], U | Awaitable[U]]) -> Box[U]: ...

def number_or_text(n: int) -> int | str: ...

def show(box: Box[int]) -> None:
    reveal_type(box.then(number_or_text))  # Box[object]
```

### pyright and basedpyright: a handler that only raises
`NoReturn` solves nothing, and the default of the type variable, `Never`, is not taken.

```python
U = TypeVar("U", default=Never)

def call(fn: Callable[[], U | Awaitable[U]]) -> list[U]: ...
def fail() -> NoReturn: ...

reveal_type(call(fail))  # list[Unknown]
```
"""

_COMPARISON = re.compile(r"(?<=<!-- comparison begin -->\n).*?(?=<!-- comparison end -->)", re.DOTALL)
_NO_COMPARISON = (
    "The same cases asked of TypeScript, `promise` 2.3, Twisted and `asyncio.gather`: [comparison.md](comparison.md).\n"
)


@dataclass(frozen=True)
class Results:
    """The cases, and by checker what it gets wrong."""

    cases: Sequence[Case]
    gaps: Mapping[str, Gaps]

    def right(self, checker: str, topic: str | None = None) -> tuple[int, int]:
        """Return how many cases, of all or of one topic, the checker gets right, and how many there are."""
        asked = [case.id for case in self.cases if topic in (None, case.topic)]
        return sum(case not in self.gaps[checker] for case in asked), len(asked)


def read_results() -> Results:
    """Read the cases and the lists of gaps."""
    cases = [case for path in case_files(HERE) for case in read_cases(path)]
    return Results(cases, {c.name: read_gaps(HERE / "gaps" / f"{c.name}.toml") for c in CHECKERS})


def page(results: Results, before: str) -> str:
    """Return the page; what stands between the markers of the comparison is taken over from the page before."""
    found = _COMPARISON.search(before)
    parts = [
        _HEAD,
        "## Results\n",
        *_matrix(results),
        "",
        "## Other promises\n",
        f"<!-- comparison begin -->\n{found[0] if found else _NO_COMPARISON}<!-- comparison end -->\n",
        _REPRODUCTIONS,
        *_gaps(results),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _matrix(results: Results) -> Iterator[str]:
    names = [checker.name for checker in CHECKERS]
    versions = _versions()
    yield _row(["topic", "cases", *(f"{name} {versions[name.partition('+')[0]]}" for name in names)])
    yield _row(["---", *["---:"] * (len(names) + 1)])
    for topic in sorted({case.topic for case in results.cases}):
        counts = [results.right(name, topic) for name in names]
        shown = [str(right) if right < every else f"**{right}**" for right, every in counts]
        yield _row([topic.replace("_", " "), str(counts[0][1]), *shown])
    totals = [results.right(name) for name in names]
    yield _row(["all", str(len(results.cases)), *(str(right) for right, _ in totals)])
    yield _row(["share", "", *(f"{_percent(right, every)} %" for right, every in totals)])
    yield _row(["target", "", *(f"{TARGETS[name]} %" for name in names)])


def _percent(right: int, every: int) -> str:
    # Rounded down: 99.96 % is not 100.
    return f"{right * 1000 // every / 10:.1f}"


def _gaps(results: Results) -> Iterator[str]:
    yield "## Known gaps\n"
    for checker in CHECKERS:
        right, every = results.right(checker.name)
        yield f"### {checker.name}\n"
        yield f"{right} of {every} cases are right."
        gaps = results.gaps[checker.name]
        if gaps:
            yield ""
            yield _row(["why not", "cases"])
            yield _row(["---", "---"])
        for reason, cases in _by_reason(gaps):
            yield _row([_escaped(reason), ", ".join(f"`{case}`" for case in cases)])
        yield ""


def _by_reason(gaps: Gaps) -> Iterator[tuple[str, list[str]]]:
    for reason, pairs in groupby(sorted((reason, case) for case, reason in gaps.items()), key=lambda pair: pair[0]):
        yield reason, [case for _, case in pairs]


def _versions() -> dict[str, str]:
    return dict(line.split("==") for line in PINS.read_text(encoding="utf-8").split())


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


if __name__ == "__main__":
    PAGE.write_text(page(read_results(), PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""), encoding="utf-8")
