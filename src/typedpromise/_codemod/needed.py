"""Whether LibCST is there."""

from __future__ import annotations

from importlib.util import find_spec

CURE = 'python -m pip install "typedpromise[fix]"'


def missing(wanted_for: str) -> str | None:
    """Return what to tell a user who has no LibCST, or None if it is installed.

    Args:
        wanted_for: What it is needed for, such as `--fix`; the sentence begins with it.

    From any thread.
    """
    try:
        found = find_spec("libcst") is not None
    except ValueError:
        # `sys.modules` holds None for it.
        found = False
    if found:
        return None
    return (
        f"{wanted_for} rewrites source with LibCST, which is not installed for this Python "
        f"(a check alone does without it): install it with: {CURE}"
    )
