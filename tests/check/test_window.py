"""The tested mypy versions."""

import tomllib
from pathlib import Path

import pytest

from typedpromise.check import window

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("version", ["2.4.0", "2.4.1", "2.4.99", "2.4.2+dev.abc"])
def test_inside(version: str) -> None:
    """Nothing is said of a version inside the window."""
    assert window.complaint(version) is None


@pytest.mark.parametrize("version", ["2.3.1", "1.19.1", "2.5.0", "3.0", "strange"])
def test_outside(version: str) -> None:
    """The complaint names the version, the window and the way in."""
    said = window.complaint(version)

    assert said is not None
    assert f"mypy {version} is installed" in said
    assert window.REQUIREMENT in said
    assert 'pip install "typedpromise[mypy]"' in said


def test_extra_is_the_window() -> None:
    """`typedpromise[mypy]` installs what the window asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert project["optional-dependencies"]["mypy"] == [window.REQUIREMENT]
