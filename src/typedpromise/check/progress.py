"""A line on the terminal that tells how far a long check has come."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TextIO

# Seconds before the first line, so that a short check shows none, and between two lines.
_PATIENCE = 1.0
_PERIOD = 0.1


class Progress:
    """Says what mypy reads and what it has checked.

    It is called from the hooks that mypy calls anyway; nothing runs beside the check.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        """Write to `stream`; `clock` returns seconds."""
        self._stream = stream
        self._clock = clock
        self._due = clock() + _PATIENCE
        self._width = 0
        self._read = 0
        self._checked = 0
        self._total = 0

    def begin(self, total: int) -> None:
        """Take note of how many files are to be checked in all."""
        self._total = total

    def read(self) -> None:
        """Count a module that mypy has read: one of the named files, or one that they import."""
        self._read += 1
        if self._checked == 0:
            self._show(f"modules read: {self._read}")

    def checked(self) -> None:
        """Count a named file that mypy has checked; a file may be checked again without one that stopped mypy."""
        self._checked = min(self._checked + 1, self._total)
        self._show(f"files checked: {self._checked} of {self._total}")

    def erase(self) -> None:
        """Leave the terminal as it was."""
        if self._width:
            self._stream.write(f"\r{' ' * self._width}\r")
            self._stream.flush()
            self._width = 0

    def _show(self, text: str) -> None:
        now = self._clock()
        if now < self._due:
            return
        self._due = now + _PERIOD
        # Spaces, not ANSI's erase: every terminal knows them.
        self._stream.write(f"\r{text:{self._width}}")
        self._stream.flush()
        self._width = len(text)


def progress_on(stream: TextIO, environment: Mapping[str, str]) -> Progress | None:
    """Return the progress for a stream; None where nobody watches: no terminal, a dumb one, or a build server."""
    if not stream.isatty() or environment.get("TERM") == "dumb" or environment.get("CI"):
        return None
    return Progress(stream)
