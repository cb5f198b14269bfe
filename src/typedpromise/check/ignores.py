"""Ignore comments that were to silence a rule, but misspell its code."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

# The code of what is said of such a comment.
UNKNOWN = "unknown-rule"

# Other plugins and other checkers have codes of their own: only what is nearly one of ours was meant to be one.
_LIKENESS = 0.8


def misspelt(
    ignored: Mapping[int, Collection[str]], known: Collection[str], rules: Collection[str]
) -> Iterator[tuple[int, str]]:
    """Yield the lines with a code that is nearly a rule's, and what to say about each.

    Args:
        ignored: The codes in the ignore comments, by line.
        known: All codes mypy knows, those of plugins among them.
        rules: The codes of the rules.

    """
    for line, codes in ignored.items():
        for code in codes:
            close = [] if code in known else get_close_matches(code, rules, n=1, cutoff=_LIKENESS)
            if close:
                yield line, f'No rule has the code "{code}", so this comment silences nothing: write "{close[0]}"'
