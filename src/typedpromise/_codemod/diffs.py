"""Unified diffs, for people and for `patch -p0`."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from .source import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the parts of a unified diff, each with the end of its line; nothing where the texts are equal.

    Args:
        path: The name of the file, for both sides.
        before: The text as it is.
        after: The text as it would be.

    """
    for line in difflib.unified_diff(lines_of(before), lines_of(after), path, path):
        yield line
        if not line.endswith(("\n", "\r")):
            # What `patch` and `git apply` want to see where a file has no newline at its end.
            yield "\n\\ No newline at end of file\n"
