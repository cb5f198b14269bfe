"""Source as a terminal shows it: how many columns a character takes, and which part of a line there is room for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_TAB = 4
# Of ASCII: not every console has an ellipsis.
_CUT = "..."


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of source, or the part of it that fits, and the columns of the screen to mark in it."""

    text: str
    start: int
    width: int


def show(line: str, start: int, end: int, room: int) -> Shown:
    """Return `line` for a screen that has `room` columns, with the characters from `start` up to `end` marked.

    Where the line is too long, the beginning of what is marked is shown, with some source before it.
    """
    cells = [_cell(character) for character in line]
    # A mark is seen even where the expression is empty or behind the line's end.
    start = min(max(start, 0), len(cells))
    end = min(max(end, start), len(cells))
    first, last = _window(cells, start, end, room)
    before, after = _CUT if first else "", _CUT if last < len(cells) else ""
    left = len(before) + _width(cells[first:start])
    marked = _width(cells[start : min(end, last)])
    text = "".join(shown for shown, _ in cells[first:last])
    return Shown(f"{before}{text}{after}".rstrip(), left, max(marked, 1))


def _window(cells: list[tuple[str, int]], start: int, end: int, room: int) -> tuple[int, int]:
    """Return from which to which character there is room for."""
    if _width(cells) <= room:
        return 0, len(cells)
    room = max(room - 2 * len(_CUT), 1)
    # As much as possible of what is marked, then what stands before it, then what stands behind.
    first, last = start, start
    while last < end and _width(cells[first : last + 1]) <= room:
        last += 1
    while first > 0 and _width(cells[first - 1 : last]) <= max(room * 2 // 3, _width(cells[start:last])):
        first -= 1
    while last < len(cells) and _width(cells[first : last + 1]) <= room:
        last += 1
    return first, last


def _width(cells: list[tuple[str, int]]) -> int:
    return sum(width for _, width in cells)


def _cell(character: str) -> tuple[str, int]:
    """Return what is printed for a character, and how many columns that takes."""
    if character == "\t":
        return " " * _TAB, _TAB
    category = unicodedata.category(character)
    # Joiners belong to the character before; other unseen ones could send commands to the terminal,
    # or turn the order of what is shown.
    if category in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} or (category == "Cf" and character not in "\u200c\u200d"):
        return "\ufffd", 1
    if category in {"Mn", "Me", "Cf"}:
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1
