"""`python -m typecheck.peers`: run every peer, write `results.toml`, and from it `docs/comparison.md`.

`python -m typecheck.peers typescript` runs that one only; `python -m typecheck.peers --report` runs none.
"""

import argparse
import sys

from .runner.comparison import comparison
from .runner.paths import COMPARISON, RESULTS
from .runner.peer import digest
from .runner.registry import PEERS
from .runner.results import Result, read_results, written


def main() -> int:
    """Run the peers that are asked for; the others keep their results."""
    parser = argparse.ArgumentParser(prog="python -m typecheck.peers", description=__doc__)
    parser.add_argument("peer", nargs="*", help=f"of {', '.join(peer.name for peer in PEERS)}; none: all")
    parser.add_argument(
        "--report", action="store_true", help="write docs/comparison.md from the results that are there"
    )
    asked = parser.parse_args()
    if not asked.report:
        _run(asked.peer)
    COMPARISON.write_text(comparison(read_results(RESULTS)), encoding="utf-8")
    return 0


def _run(names: list[str]) -> None:
    results = read_results(RESULTS) if RESULTS.exists() else {}
    for peer in PEERS:
        if names and peer.name not in names:
            continue
        peer.install()
        run = peer.run()
        results[peer.name] = Result(digest(peer), run)
        for checker, verdicts in run.verdicts.items():
            print(f"{peer.title}, {checker}: {sum(verdicts.values())} of {len(verdicts)} cases right")
    # In the order of the tables, whichever was run last.
    known = {peer.name: results[peer.name] for peer in PEERS if peer.name in results}
    RESULTS.write_text(written(known), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
