"""Runs the suite once for each host and keeps what came of it for the terminal summary."""

from collections.abc import Callable
from typing import Final

import pytest

from . import suite
from .hosts import AsyncioHost, Host, QueueHost
from .library import TypedPromise

HOSTS: Final[tuple[Callable[[], Host], ...]] = (QueueHost, AsyncioHost)
REPORTS: Final = pytest.StashKey[list[suite.Report]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[REPORTS] = []


@pytest.fixture(scope="session", params=HOSTS, ids=lambda host: host.__name__)
def report(request: pytest.FixtureRequest) -> suite.Report:
    """Run the whole suite against typedpromise, under one of the hosts."""
    report = suite.run(TypedPromise(), request.param())
    request.config.stash[REPORTS].append(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    reports = config.stash[REPORTS]
    if reports:
        line = f"Promises/A+ {suite.VERSION}: {', '.join(map(str, reports))}"
        terminalreporter.write_line(line, green=not any(report.failed for report in reports))
