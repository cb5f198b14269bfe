"""`python -m benchmarks.speed`: measure both builds and the peers; write the JSON, the tables and the plot.

Both builds have the same module names, so a process can hold one of them.
Each gets a child process that holds it and all peers, and a ratio is taken inside one process, in one round.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.pages import replaced

from . import node, plot, report

ROOT = Path(__file__).resolve().parents[2]
BUILDS = {"pure": ROOT / "src", "compiled": ROOT / "build" / "compiled" / "site"}
PAGE = ROOT / "docs" / "performance.md"


def main() -> int:
    """Return 0; what was missed stands in the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0, help="for each shape and build")
    parser.add_argument("--rounds", type=int, default=41, help="at most, for each shape")
    parser.add_argument("--shape", action="append", default=[], help="only this one; nothing is written then")
    parser.add_argument("--no-page", action="store_true", help="print the tables, and leave docs/performance.md alone")
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "bench" / "speed.json")
    chosen = parser.parse_args()
    run = _run(chosen.seconds, chosen.rounds, chosen.shape)
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps(run, indent=1), encoding="utf-8")
    lines = report.page(run)
    if chosen.no_page or chosen.shape:
        print("\n".join(lines))
    else:
        PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), "speed", lines), encoding="utf-8")
        PAGE.with_suffix(".svg").write_text(plot.drawn(run), encoding="utf-8")
        print("\n".join([report.spread(run), *report.targets(run)]))
    return 0


def _run(seconds: float, rounds: int, shapes: list[str]) -> dict[str, Any]:
    run: dict[str, Any] = {
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": [os.getloadavg()[0]],
        "builds": {},
        "absent": {},
    }
    for build, site in BUILDS.items():
        if not site.exists():
            run["absent"][build] = "build/compiled was not made: `make build/compiled/.ready` needs a C compiler"
            continue
        print(f"{build}:", file=sys.stderr, flush=True)
        found = _child(site, seconds, rounds, shapes)
        if found["compiled"] is not (build == "compiled"):
            msg = f"{site} holds the wrong build: typedpromise.compiled is {found['compiled']}"
            raise RuntimeError(msg)
        run["builds"][build] = found
    run["node"] = node.measured(ROOT / "build" / "bench", seconds / 10)
    run["load"].append(os.getloadavg()[0])
    return run


def _child(site: Path, seconds: float, rounds: int, shapes: list[str]) -> dict[str, Any]:
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.speed.child"]
    command += ["--seconds", str(seconds), "--rounds", str(rounds), *[f"--shape={shape}" for shape in shapes]]
    ran = subprocess.run(  # noqa: S603 - ourselves
        command, check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(site)}, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


if __name__ == "__main__":
    sys.exit(main())
