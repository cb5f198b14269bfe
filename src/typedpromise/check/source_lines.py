"""The lines of a source file, as the parsers count them."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path


def lines_of(file: str) -> list[str]:
    """Return the lines without their ends; none for a file that cannot be read.

    The encoding is the one the file declares (PEP 263).
    Bytes it has no character for become U+FFFD, so that a report about such a file can still show it.
    """
    try:
        data = Path(file).read_bytes()
    except OSError:
        return []
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError:
        encoding = "utf-8"
    # Not `splitlines`: to Python a form feed or U+2028 ends no line.
    return data.decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
