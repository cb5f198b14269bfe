"""A plugin of pytest that fails the run unless `promise` is `typedpromise.compat`: no count by mistake."""

from __future__ import annotations

import sys


def pytest_sessionfinish() -> None:
    """Look at what the tests imported."""
    served = sys.modules.get("promise")
    if served is None or served.__name__ != "typedpromise.compat":
        sys.exit(f"the tests imported {served!r} and not typedpromise.compat")
