"""Why a check could not run."""

from __future__ import annotations


class CannotRun(Exception):  # noqa: N818  # not an error of the program: the user has to do something
    """The check cannot start; the text says what happened and what to do."""
