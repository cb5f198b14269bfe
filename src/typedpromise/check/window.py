"""The mypy versions the checker is tested with, and what to say about the others."""

from __future__ import annotations

import re

# The hook that runs after a module was checked exists since 2.4.0, and mypy's plugin API
# may change without deprecation (python/mypy#6617), so the window is closed above too.
OLDEST = (2, 4)
TOO_NEW = (2, 5)
REQUIREMENT = "mypy>=2.4,<2.5"
INSTALL = 'python -m pip install "typedpromise[mypy]"'


def complaint(version: str | None) -> str | None:
    """Return what to tell a user of this mypy version (None: there is no mypy), or None if it will do."""
    if version is None:
        return (
            f"mypy is not installed for this Python, and the checker reads types through it; "
            f"it is tested with {REQUIREMENT}: install that with: {INSTALL}"
        )
    numbers = re.match(r"(\d+)\.(\d+)", version)
    if numbers and OLDEST <= (int(numbers[1]), int(numbers[2])) < TOO_NEW:
        return None
    return (
        f"mypy {version} is installed, but typedpromise's checker is tested with {REQUIREMENT} "
        f"and mypy's plugin interface changes between versions: install one it knows with: {INSTALL}"
    )
