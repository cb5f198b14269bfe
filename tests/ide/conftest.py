"""One process a server for the whole run, all started at once, and the line that sums up what they got right."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.support.typed_wheel import unpacked_wheel

from .editor import Editor
from .positions import HERE
from .servers import SERVERS
from .tally import Tally

_tally = pytest.StashKey[Tally]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin to count."""
    config.stash[_tally] = Tally()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the line."""
    line = terminalreporter.config.stash[_tally].summary()
    if line is not None:
        terminalreporter.line(line)


@pytest.fixture(scope="session")
def tally(pytestconfig: pytest.Config) -> Tally:
    """Return the one count of this run."""
    return pytestconfig.stash[_tally]


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the installed package.

    It is a copy outside the repository: pyrefly would read it under the repository's own settings, with src/ first.
    """
    assert pytestconfig.cache is not None
    copy = tmp_path_factory.mktemp("site")
    shutil.copytree(unpacked_wheel(pytestconfig.cache.mkdir("ide")), copy, dirs_exist_ok=True)
    return copy


@pytest.fixture(scope="session")
def editors(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Editor]]:
    """Return an editor in front of each server."""
    with contextlib.ExitStack() as running:
        started = {}
        for server in SERVERS:
            workspace = tmp_path_factory.mktemp(server.name)
            shutil.copy(HERE / "world.py", workspace)
            started[server.name] = Editor(running.enter_context(server.start(workspace, site)))
        for editor in started.values():
            editor.read_ahead()
        yield started


@pytest.fixture(params=[server.name for server in SERVERS])
def server(request: pytest.FixtureRequest) -> str:
    """Each server in turn."""
    name: str = request.param
    return name


@pytest.fixture
def editor(editors: Mapping[str, Editor], server: str) -> Editor:
    """Return the editor in front of `server`."""
    return editors[server]
