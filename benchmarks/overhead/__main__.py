"""`python -m benchmarks.overhead`: measure, write the page; exit code 1 when a limit is passed."""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path

from .measure import Pair, measure

PAGE = Path(__file__).resolve().parents[2] / "docs" / "plugin-cost.md"
BEGIN = "<!-- costs: written by `make bench-plugin` -->"
END = "<!-- /costs -->"


def main() -> int:
    """Return 1 if the plugin costs more than it may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.overhead", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each program is checked each way")
    parser.add_argument("--modules", type=int, default=50, help="the size of the dense program")
    chosen = parser.parse_args()
    rows = [
        "| promises | cache | files | lines | mypy alone | plugin adds | overhead | rounds from, to | noise | limit |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    passed = False
    for pair in measure(chosen.rounds, chosen.modules):
        rows.append(_row(pair))
        print(rows[-1], flush=True)
        passed = passed or not pair.is_within_limit
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text("\n".join([before + BEGIN, "", *rows, "", END + after]), encoding="utf-8")
    return 1 if passed else 0


def _row(pair: Pair) -> str:
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
