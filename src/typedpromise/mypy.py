"""The mypy plugin: `plugins = ["typedpromise.mypy"]` in the configuration of mypy."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .check.fingerprint import fingerprint
from .check.window import complaint

if TYPE_CHECKING:
    from mypy.plugin import Plugin

# mypy throws its cache away when this changes, so findings of other rules are never replayed.
__version__ = fingerprint()


def plugin(version: str) -> type[Plugin]:
    """Return the plugin class; mypy calls this with its own version."""
    found = complaint(version)
    if found is not None:
        # An exception here would reach the user as a traceback through mypy.
        print(f"typedpromise.mypy: error: {found}", file=sys.stderr)  # noqa: T201
        raise SystemExit(2)
    from .check.postcheck import PostCheck  # needs the mypy that was just found good

    return PostCheck
