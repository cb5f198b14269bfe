"""A plugin of pytest that fails the run unless `promise` cannot be imported and typedpromise was."""

from __future__ import annotations

import sys
from importlib.util import find_spec


def pytest_sessionfinish() -> None:
    """Look at what the tests imported."""
    if find_spec("promise") is not None:
        sys.exit("the tests imported what still finds a module named promise")
    if "typedpromise" not in sys.modules:
        sys.exit("the tests imported no typedpromise")
