"""Colours of a terminal: whether there are any, and which."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

WHEN = ("auto", "always", "never")

# From `SetConsoleMode` of Windows.
_STANDARD_OUTPUT = -11
_ENABLE_VIRTUAL_TERMINAL_PROCESSING = 0x0004


@dataclass(frozen=True, slots=True)
class Colours:
    """Puts ANSI's sequences around the parts of a report, or leaves them as they are."""

    on: bool

    def place(self, text: str) -> str:
        """Return a place in a file, in bold."""
        return self._paint("1", text)

    def error(self, text: str) -> str:
        """Return what is wrong, in bold red."""
        return self._paint("1;31", text)

    def code(self, text: str) -> str:
        """Return the code of a rule, in yellow, as mypy has it."""
        return self._paint("33", text)

    def gutter(self, text: str) -> str:
        """Return what stands to the left of source, in blue."""
        return self._paint("34", text)

    def _paint(self, style: str, text: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.on else text


PLAIN = Colours(on=False)


def choose(when: str, environment: Mapping[str, str], stream: TextIO) -> Colours:
    """Return the colours for a stream.

    What the command line says counts most, then `NO_COLOR` and `FORCE_COLOR` (set to anything but nothing),
    then whether the stream is a terminal that can do more than print (`TERM=dumb`).
    """
    if when != "auto":
        return Colours(on=when == "always")
    if environment.get("NO_COLOR"):
        return PLAIN
    if environment.get("FORCE_COLOR"):
        return Colours(on=True)
    return Colours(on=environment.get("TERM") != "dumb" and stream.isatty() and _understands_sequences())


def _understands_sequences() -> bool:
    """Return whether the console knows ANSI's sequences: that of Windows has to be asked to."""
    if sys.platform != "win32":
        return True
    import ctypes

    kernel = ctypes.windll.kernel32
    console = kernel.GetStdHandle(_STANDARD_OUTPUT)
    mode = ctypes.c_ulong()
    if not kernel.GetConsoleMode(console, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(console, mode.value | _ENABLE_VIRTUAL_TERMINAL_PROCESSING))
