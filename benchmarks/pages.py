"""Write what was measured into a page, between its markers."""

from __future__ import annotations


def replaced(text: str, name: str, lines: list[str]) -> str:
    """Return `text` with `lines` between the markers called `name`.

    Raises:
        ValueError: A marker is missing, or stands there twice.

    """
    begin, end = f"<!-- {name}: written by the benchmarks -->", f"<!-- /{name} -->"
    if text.count(begin) != 1 or text.count(end) != 1 or text.index(begin) > text.index(end):
        msg = f"the page needs {begin!r} and after it {end!r}, once each"
        raise ValueError(msg)
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return "\n".join([before + begin, "", *lines, "", end + after])
