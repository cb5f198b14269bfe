"""Run the tests of programs nobody here wrote, against `promise` 2.3 and against `typedpromise.compat` in its place.

`make consumers` starts this; it fails where the outcomes differ, and where a suite ran no test.
"""

from __future__ import annotations

import sys
import tarfile

from .running import NoRunError, compared, outcomes
from .suites import BUILD, SUITES, Suite

# Plugins of pytest: the one serves `promise` from here, the other makes sure of it.
SERVED = ("typedpromise.compat.install", "served")


def served(suite: Suite) -> bool:
    """Run a suite both ways, print both counts, and return whether they may stand."""
    try:
        return compared(suite, outcomes(suite, ()), outcomes(suite, SERVED), "typedpromise.compat")
    except NoRunError as error:
        print(error)
        return False


def unpack() -> None:
    """Unpack the source distributions that hold the tests."""
    sources = BUILD / "sources"
    for archive in sources.glob("*.tar.gz"):
        with tarfile.open(archive) as tar:
            tar.extractall(sources, filter="data")


def main() -> int:
    """Run every suite; return the exit status."""
    unpack()
    alike = [served(suite) for suite in SUITES]
    return 0 if all(alike) else 1


if __name__ == "__main__":
    sys.exit(main())
