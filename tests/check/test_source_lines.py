"""The lines of a source file."""

from pathlib import Path

import pytest

from typedpromise.check.source_lines import lines_of


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", [""]),
        (b"a\nb\r\nc\rd", ["a", "b", "c", "d"]),
        ("a\x0cb\u2028c".encode(), ["a\x0cb\u2028c"]),
        (b"\xef\xbb\xbfa", ["a"]),
        (b"# coding: latin-1\n\xe9", ["# coding: latin-1", "é"]),
        (b"\xe9\xe9", ["\ufffd\ufffd"]),
        (b"# coding: klingon\n\xe9", ["# coding: klingon", "\ufffd"]),
        (b"a\x00b", ["a\x00b"]),
    ],
)
def test_lines(tmp_path: Path, data: bytes, lines: list[str]) -> None:
    """Lines end where Python's parser ends them; the encoding is declared, or UTF-8; what has none is shown anyway."""
    file = tmp_path / "source.py"
    file.write_bytes(data)

    assert lines_of(str(file)) == lines


def test_no_file(tmp_path: Path) -> None:
    """A file that cannot be read has no lines."""
    assert lines_of(str(tmp_path / "none.py")) == []
