"""`python -m benchmarks.overhead`: measure, write the page; exit code 1 when a limit is passed."""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .bench import prepared
from .instructions import Count, counted, valgrind
from .measure import Pair, measured

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGE = Path(__file__).resolve().parents[2] / "docs" / "plugin-cost.md"
# What stands between these the command writes: a table for the times, and one for the instructions.
TIMES = ("<!-- costs: written by `make bench-plugin` -->", "<!-- /costs -->")
INSTRUCTIONS = (
    "<!-- instructions: written by `make bench-plugin-instructions` -->",
    "<!-- /instructions -->",
)


def main() -> int:
    """Return 1 if the plugin costs more than it may, 2 if it cannot be told."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.overhead", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each program is checked each way")
    parser.add_argument("--modules", type=int, default=50, help="the size of the dense program")
    parser.add_argument("--instructions", action="store_true", help="count instructions with valgrind, not seconds")
    chosen = parser.parse_args()
    with prepared(chosen.modules) as bench:
        if not chosen.instructions:
            return _report(
                TIMES,
                "| promises | cache | files | lines | mypy alone | plugin adds | overhead | rounds from, to | noise "
                "| limit |",
                ((_times(pair), pair.is_within_limit) for pair in measured(bench, chosen.rounds)),
            )
        tool = valgrind()
        if tool is None:
            print("valgrind is not installed, and only it counts instructions: install it, or measure times")
            return 2
        return _report(
            INSTRUCTIONS,
            "| promises | files | lines | mypy alone | with the plugin | overhead | limit |",
            ((_instructions(count), count.is_within_limit) for count in counted(bench, tool)),
        )


def _report(marks: tuple[str, str], head: str, found: Iterable[tuple[str, bool]]) -> int:
    """Print the rows as they come, and put them into the page."""
    rows = [head, "|---" * (head.count("|") - 1) + "|"]
    passed = False
    for row, is_within_limit in found:
        rows.append(row)
        print(row, flush=True)
        passed = passed or not is_within_limit
    PAGE.write_text(between(PAGE.read_text(encoding="utf-8"), marks, rows), encoding="utf-8")
    return 1 if passed else 0


def between(text: str, marks: tuple[str, str], rows: list[str]) -> str:
    """Return a text with these rows between two marks, in place of what stood there."""
    before, begin, rest = text.partition(marks[0])
    _, end, after = rest.partition(marks[1])
    if not begin or not end:
        msg = f"{PAGE} has not the marks {marks}: put them where the table is to stand"
        raise ValueError(msg)
    return "\n".join([before + begin, "", *rows, "", end + after])


def _instructions(count: Count) -> str:
    cells = [
        *(count.program, f"{count.files}", f"{count.lines:,}"),
        *(f"{count.without:,} M", f"{count.plugin:,} M", f"{count.overhead:+.1%}", f"{count.limit:.0%}"),
    ]
    return f"| {' | '.join(cells)} |"


def _times(pair: Pair) -> str:
    cells = [
        *(pair.program, pair.cache, f"{pair.files}", f"{pair.lines:,}"),
        f"{statistics.median(pair.without):.2f} s",
        f"{pair.seconds:+.2f} s",
        f"{pair.overhead:+.1%}",
        f"{min(pair.overheads):+.1%}, {max(pair.overheads):+.1%}",
        f"{pair.noise:.0%}",
        "-" if pair.limit is None else f"{pair.limit:.0%}",
    ]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
