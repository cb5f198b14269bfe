"""How much room source takes on a screen."""

import pytest

from typedpromise.check.reports.screen import show


@pytest.mark.parametrize(
    ("line", "start", "end", "text", "under"),
    [
        ("    fetch()", 4, 11, "    fetch()", "    ^^^^^^^"),
        ("\tx; fetch()", 4, 11, "    x; fetch()", "       ^^^^^^^"),
        ("'中文'; f(1)", 6, 10, "'中文'; f(1)", "        ^^^^"),
        ("f('中文')", 0, 7, "f('中文')", "^^^^^^^^^"),
        ("'e\u0301'; f()", 6, 9, "'e\u0301'; f()", "     ^^^"),
        ("'😀'; f()", 5, 8, "'😀'; f()", "      ^^^"),
        ("f()", 0, 0, "f()", "^"),
        ("f()", 9, 12, "f()", "   ^"),
        ("f()", -1, 1, "f()", "^"),
        ("", 0, 1, "", "^"),
        ("f('a\x1b[31m\u202eb')", 0, 13, "f('a\ufffd[31m\ufffdb')", "^^^^^^^^^^^^^"),
    ],
)
def test_what_is_marked(line: str, start: int, end: int, text: str, under: str) -> None:
    """A tab takes four columns, a wide character two, a combining one none; what cannot be seen is shown as such."""
    shown = show(line, start, end, 80)

    assert (shown.text, " " * shown.start + "^" * shown.width) == (text, under)


LONG = f"{'a' * 100} = {'b' * 100}"


@pytest.mark.parametrize("start", range(0, len(LONG), 7))
@pytest.mark.parametrize("room", [20, 41])
@pytest.mark.parametrize("length", [1, 5, 60])
def test_a_long_line_is_cut_around_the_mark(start: int, room: int, length: int) -> None:
    """The beginning of what is marked is always seen, over its mark, and the line never takes more than its room."""
    shown = show(LONG, start, start + length, room)

    marked = shown.text[shown.start : shown.start + shown.width]
    assert len(shown.text) <= room
    assert shown.start + shown.width <= room
    assert marked
    assert LONG[start : start + length].startswith(marked)


def test_cut_line_in_full() -> None:
    """Dots stand where source was left out."""
    shown = show("x = [" + "'中', " * 30 + "fetch(1), " + "'中', " * 30 + "]", 155 + 30 - 30, 163, 30)

    assert shown.text.startswith("...")
    assert shown.text.endswith("...")
    assert shown.text[shown.text.index("fetch") :].startswith("fetch(1)")
    assert shown.width == 8
