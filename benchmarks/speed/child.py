"""`python -m benchmarks.speed.child`: one of our builds and the peers, in one process; JSON to standard output.

Which build it is, PYTHONPATH says.
"""

from __future__ import annotations

import argparse
import gc
import json
import logging
import sys

from . import dialects
from .contestants import Contestants
from .measure import reduced, rounds_of
from .shapes import SHAPES


def main() -> None:
    """Measure, and print what was seen."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, required=True, help="for each shape")
    parser.add_argument("--rounds", type=int, required=True, help="at most")
    parser.add_argument("--shape", action="append", help="only this one; may be repeated")
    chosen = parser.parse_args()
    logging.disable()  # of this process: some peers report what a shape does on purpose
    contestants = Contestants((dialects.OURS, *dialects.PEERS))
    import typedpromise

    for name, reason in contestants.missing.items():
        print(f"{name} is left out: {reason}", file=sys.stderr)
    typedpromise.set_unhandled_rejection_hook(lambda _rejection: None)
    # What was imported is never garbage; a collection during the work would look at it again and again.
    gc.collect()
    gc.freeze()
    found: dict[str, object] = {}
    for shape in SHAPES:
        if chosen.shape and shape.key not in chosen.shape:
            continue
        entries, failed = contestants.entries(shape)
        samples = rounds_of({entry.name: entry for entry in entries}, chosen.seconds, chosen.rounds)
        results = reduced(samples, dialects.OURS.name, shape.elements)
        found[shape.key] = {
            "results": {name: result.as_dict() for name, result in results.items()},
            "failed": failed,
        }
        ours = results.get(dialects.OURS.name)
        print(f"{shape.key:11}", "FAIL" if ours is None else f"{ours.ns:8.0f} ns", file=sys.stderr, flush=True)
    json.dump({"compiled": typedpromise.compiled, "missing": contestants.missing, "shapes": found}, sys.stdout)


if __name__ == "__main__":
    main()
