"""A source file that is to be rewritten: its bytes, its text, and how one becomes the other."""

from __future__ import annotations

import contextlib
import io
import os
import re
import stat
import tempfile
import tokenize
from dataclasses import dataclass
from pathlib import Path


class CannotWriteError(Exception):
    """A file was not written; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read.

    The text has the newlines of the file, whichever they are, and no byte order mark; writing puts the mark back.
    """

    path: Path
    data: bytes
    encoding: str
    text: str

    @classmethod
    def read(cls, path: str | Path) -> Source:
        """Read a file in the encoding it declares (PEP 263).

        Raises:
            OSError: It cannot be read.
            ValueError: It holds bytes that are no text in its encoding.
            SyntaxError: It declares an encoding nobody knows, or its first two lines are no text.

        From any thread.

        """
        data = Path(path).read_bytes()
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return cls(Path(path), data, encoding, data.decode(encoding))

    def encoded(self, text: str) -> bytes:
        """Return a text as this file would hold it.

        Raises:
            CannotWriteError: The file's encoding lacks one of the characters.

        """
        try:
            return text.encode(self.encoding)
        except UnicodeEncodeError as error:
            msg = f"{self.path} declares the encoding {self.encoding}, which cannot hold the new text: {error}"
            raise CannotWriteError(msg) from error

    def why_unwritable(self) -> str | None:
        """Return why nothing may be written there, or None; root, who may write everything, keeps to the mode too."""
        target = Path(os.path.realpath(self.path))
        if not target.stat().st_mode & stat.S_IWUSR or not os.access(target, os.W_OK):
            return "the file is read-only: make it writable"
        if not os.access(target.parent, os.W_OK):
            return f"the folder {target.parent} is read-only, and the new file is made in it: make it writable"
        return None

    def write(self, text: str) -> None:
        """Put a text in the place of the file, in one step: a reader sees the old file or the new one.

        A symbolic link stays one: the file it leads to is replaced. The mode of the file is kept.

        Raises:
            CannotWriteError: The file is no longer what was read, is read-only, or cannot be replaced.

        From any thread; two processes that rewrite one file at one time may lose the earlier text.

        """
        new = self.encoded(text)
        target = Path(os.path.realpath(self.path))
        try:
            reason = self.why_unwritable()
            if reason is None and target.read_bytes() != self.data:
                reason = "the file was changed while it was checked: run the command again"
            if reason is None:
                _replace(target, new)
        except OSError as error:
            reason = f"{error.strerror}: the file is as it was"
        if reason is not None:
            msg = f"cannot write {self.path}: {reason}"
            raise CannotWriteError(msg)


def _replace(target: Path, data: bytes) -> None:
    # In the folder of the file: only within one file system is a rename one step.
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        before = target.stat()
        Path(name).chmod(stat.S_IMODE(before.st_mode))
        with contextlib.suppress(OSError, AttributeError):  # not everybody may, and Windows has no owners
            os.chown(name, before.st_uid, before.st_gid)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their ends; a form feed or U+2028 ends no line, as for Python's parser."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)
