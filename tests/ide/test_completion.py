"""Completion after a dot, at every kind of position in a chain."""

from __future__ import annotations

import pytest

from .editor import Editor
from .positions import COMPLETIONS, Completion
from .tally import Tally


@pytest.mark.parametrize("position", COMPLETIONS, ids=lambda p: p.name)
def test_the_members_of_the_value_are_offered(editor: Editor, server: str, tally: Tally, position: Completion) -> None:
    """A server offers the members of the value's class, and nothing else."""
    tally.judge(server, f"completion::{position.name}", position.complaint(editor.completions(position.place)))
