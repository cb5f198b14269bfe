"""The default hook prints every report, whatever the reason is like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, set_unhandled_rejection_hook


class Unshowable(Exception):  # noqa: N818 - a nuisance, not an error
    """An exception that cannot be shown."""

    def __repr__(self) -> str:
        """Fail."""
        message = "no repr"
        raise ValueError(message)

    __str__ = __repr__


@pytest.fixture(autouse=True)
def _default_hook(unhandled: object) -> Iterator[None]:
    before = set_unhandled_rejection_hook(None)
    yield
    set_unhandled_rejection_hook(before)


def test_a_reason_that_cannot_be_shown(host: Host[Any], capsys: pytest.CaptureFixture[str]) -> None:
    """A failing `repr` hides neither its own report nor the next one."""

    def body() -> None:
        Promise[int].reject(Unshowable())
        Promise[int].reject(KeyError("second"))

    host(body)

    printed = capsys.readouterr().err
    assert "Unhandled promise rejection: <Unshowable, whose repr failed>" in printed
    assert "Unhandled promise rejection: KeyError('second')" in printed
