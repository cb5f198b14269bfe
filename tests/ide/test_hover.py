"""Hover on chains and on the parameters of lambdas."""

from __future__ import annotations

import pytest

from .editor import Editor
from .positions import HOVERS, Hover
from .tally import Tally


@pytest.mark.parametrize("position", HOVERS, ids=lambda p: p.name)
def test_the_type_is_shown(editor: Editor, server: str, tally: Tally, position: Hover) -> None:
    """A server shows the type of what the pointer is on."""
    tally.judge(server, f"hover::{position.name}", position.complaint(editor.hover(position.place)))
