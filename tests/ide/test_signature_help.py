"""Signature help: short enough to read."""

from __future__ import annotations

import pytest

from .editor import Editor
from .positions import SIGNATURES, Signatures
from .tally import Tally


@pytest.mark.parametrize("position", SIGNATURES, ids=lambda p: p.name)
def test_there_are_few_signatures(editor: Editor, server: str, tally: Tally, position: Signatures) -> None:
    """A server shows no more signatures than can be read at a glance."""
    tally.judge(server, f"signatures::{position.name}", position.complaint(editor.signatures(position.place)))
