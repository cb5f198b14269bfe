"""`python -m corpus`: download, check, compare with the verdicts, write the table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import packages, verdicts
from .fetch import fetch
from .measure import Numbers, measured
from .report import complaints, inserted, table
from .verdicts import Finding, compare

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "corpus.md"


def main() -> int:
    """Return 0 if every finding is a true one, and every verdict has its finding."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    parser.add_argument("--group", action="append", default=[], help="only this group; the page is not written then")
    chosen = parser.parse_args()
    groups = [group for group in packages.read() if not chosen.group or group.name in chosen.group]
    numbers: dict[str, Numbers] = {}
    findings: list[Finding] = []
    broken = False
    for group in groups:
        print(f"{group.name}: {', '.join(f'{each.name} {each.version}' for each in group.packages)}", flush=True)
        checked = measured(group, fetch(group, ROOT / "build" / "corpus"))
        numbers |= checked.numbers
        findings += checked.findings
        for failure in checked.failures:
            # Old code may be no Python 3: the list must then leave the file out, so that this stays empty.
            broken = True
            print(f"{failure.file}:{failure.line}: could not be checked: {failure.message}")
    known = {each.name for group in groups for each in group.packages}
    comparison = compare(findings, [verdict for verdict in verdicts.read() if verdict.package in known])
    text = table(numbers, comparison)
    print(text)
    for complaint in complaints(comparison):
        print(complaint)
    if not chosen.group:
        # A part of the corpus must not pass for the whole.
        PAGE.write_text(inserted(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")
    return 0 if comparison.is_clean and not broken else 1


if __name__ == "__main__":
    sys.exit(main())
