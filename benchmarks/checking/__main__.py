"""`python -m benchmarks.checking`: measure, write the JSON and the page."""

from __future__ import annotations

import argparse
import json
import os
from datetime import UTC, datetime
from pathlib import Path

from .checkers import CHECKERS
from .measure import Cost, measure
from .report import inserted

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "checking-cost.md"


def main() -> None:
    """Measure what was asked for; only a full run writes the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checking", description=__doc__)
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "checking-cost.json", help="where to write")
    parser.add_argument("--rounds", type=int, default=3, help="how often each program is checked")
    parser.add_argument("--checker", action="append", choices=[c.name for c in CHECKERS], help="only this one")
    parser.add_argument("--shape", default="", help="only shapes with this in their name")
    chosen = parser.parse_args()
    checkers = tuple(c for c in CHECKERS if not chosen.checker or c.name in chosen.checker)
    costs: list[Cost] = []
    loads = [os.getloadavg()[0]]
    for cost in measure(checkers, chosen.rounds, chosen.shape):
        costs.append(cost)
        loads.append(os.getloadavg()[0])
        above = cost.failure if cost.above is None else f"{cost.above:+.2f} {cost.unit} above {cost.base:.2f}"
        print(f"{cost.checker:<12} {cost.module:<13} {cost.shape:<40} {cost.size:>4}  {above}", flush=True)
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps([c.as_json() for c in costs], indent=1) + "\n", encoding="utf-8")
    if not chosen.checker and not chosen.shape:
        # A part of the measurements must not pass for the whole.
        said = _circumstances(chosen.rounds, loads)
        PAGE.write_text(inserted(PAGE.read_text(encoding="utf-8"), costs, said), encoding="utf-8")


def _circumstances(rounds: int, loads: list[float]) -> str:
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d} in {rounds} round{'s' if rounds > 1 else ''}, on {os.cpu_count()} "
        f"processors with a load of {min(loads):.1f} to {max(loads):.1f}."
    )


if __name__ == "__main__":
    main()
