"""Files that are rewritten: read in their encoding, written in one step or not at all."""

from pathlib import Path

import pytest

from typedpromise._codemod.diffs import unified
from typedpromise._codemod.parsed import CannotParseError, Parsed, Span
from typedpromise._codemod.source import CannotWriteError, Source, lines_of


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"x = 1\r\ny = 2\r", "x = 1\r\ny = 2\r"),
        (b"\xef\xbb\xbfx = '\xc3\xa4'\n", "x = 'ä'\n"),
        (b"# coding: latin-1\nx = '\xe4'\n", "# coding: latin-1\nx = 'ä'\n"),
        (
            b"#!python\n# vim: set fileencoding=cp1251 :\nx = '\xe4'\n",
            "#!python\n# vim: set fileencoding=cp1251 :\nx = 'д'\n",
        ),
        (b"", ""),
    ],
)
def test_bytes_come_back(tmp_path: Path, data: bytes, text: str) -> None:
    """A text that is written as it was read gives the bytes that were read."""
    file = tmp_path / "source.py"
    file.write_bytes(data)
    source = Source.read(file)

    assert source.text == text
    source.write(source.text)
    assert file.read_bytes() == data


def test_character_that_the_encoding_lacks(tmp_path: Path) -> None:
    """Nothing is written that the file's encoding cannot hold."""
    file = tmp_path / "source.py"
    file.write_bytes(b"# coding: latin-1\n")

    with pytest.raises(CannotWriteError, match="declares the encoding iso-8859-1, which cannot hold the new text"):
        Source.read(file).write("# coding: latin-1\nx = '中'\n")

    assert file.read_bytes() == b"# coding: latin-1\n"


def test_unreadable_encodings(tmp_path: Path) -> None:
    """Bytes that are no text, and encodings nobody knows, are errors of reading."""
    file = tmp_path / "source.py"
    file.write_bytes(b"\n\n\nx = '\xff'\n")
    with pytest.raises(ValueError, match="can't decode"):
        Source.read(file)

    file.write_bytes(b"# coding: klingon\n")
    with pytest.raises(SyntaxError, match="klingon"):
        Source.read(file)


def test_changed_file_is_not_overwritten(tmp_path: Path) -> None:
    """What somebody saved since the file was read is kept, and no other file is left behind."""
    file = tmp_path / "source.py"
    file.write_text("x = 1\n")
    source = Source.read(file)
    file.write_text("x = 2\n")

    with pytest.raises(CannotWriteError, match="the file was changed while it was checked"):
        source.write("x = 3\n")

    assert file.read_text() == "x = 2\n"
    assert list(tmp_path.iterdir()) == [file]


def test_failed_replacement_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the last step fails, the old file is there and the new one is gone."""
    file = tmp_path / "source.py"
    file.write_text("x = 1\n")
    source = Source.read(file)

    def replace(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CannotWriteError, match="No space left on device: the file is as it was"):
        source.write("x = 2\n")

    assert file.read_text() == "x = 1\n"
    assert list(tmp_path.iterdir()) == [file]


def test_lines_are_those_of_the_parser() -> None:
    """A form feed, U+2028 and a vertical tab end no line; the three newlines of Python do."""
    text = "a\x0cb\u2028c\x0bd\r\ne\rf\n\ng"

    assert lines_of(text) == ["a\x0cb\u2028c\x0bd\r\n", "e\r", "f\n", "\n", "g"]
    assert "".join(lines_of(text)) == text


def test_diff_of_equal_texts_is_empty() -> None:
    """No change, no diff."""
    assert list(unified("a.py", "x\n", "x\n")) == []
    assert "".join(unified("a.py", "x", "y")).endswith(
        "-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n"
    )


def test_expressions_are_found_without_their_parentheses() -> None:
    """Places count characters from 0, as Python's own parser would in characters."""
    parsed = Parsed("x = 'ä'; y = ( f (1) )\n")
    found = parsed.expression_at(Span(1, 15, 1, 20))

    assert found is not None
    assert parsed.module.code_for_node(found) == "( f (1) )"
    assert parsed.expression_at(Span(1, 13, 1, 22)) is None


@pytest.mark.parametrize("text", ["x = (\n", "\x0cx = 1\n", "x = 1\r"])
def test_texts_that_cannot_be_given_back(text: str) -> None:
    """What LibCST cannot parse, or would write otherwise, is refused."""
    with pytest.raises(
        CannotParseError, match=r"LibCST (cannot parse this file|would change other parts of this file too)"
    ):
        Parsed(text)
