"""What every test gets: no unhandled rejection passes unseen, and a choice of hosts to run jobs under."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import typedpromise
from tests.support.hosts import HOSTS, Host
from tests.support.unhandled import Unhandled
from typedpromise import set_unhandled_rejection_hook


@pytest.fixture(scope="session", autouse=True)
def _programs_run_the_working_tree() -> None:
    """Let the programs that tests start import what the tests import, whatever is installed."""
    os.environ["PYTHONPATH"] = str(Path(typedpromise.__file__).parents[1])


@pytest.fixture(autouse=True)
def unhandled() -> Iterator[Unhandled]:
    """Fail the test where a rejection was reported as unhandled that it did not `take()`."""
    seen = Unhandled()
    before = set_unhandled_rejection_hook(seen.reports.append)
    # What earlier tests left in cycles is not reported in this one; and a collection, which looks at what
    # this test made, is a hundred times quicker than one of pytest, mypy and all.
    gc.freeze()
    yield seen
    left = seen.take()
    gc.unfreeze()
    set_unhandled_rejection_hook(before)
    if left:
        pytest.fail(f"reported as unhandled, and the test did not ask for it: {left!r}")


@pytest.fixture(params=HOSTS, ids=lambda host: host.__name__)
def host(request: pytest.FixtureRequest) -> Host[Any]:
    """Each of the hosts in turn, for what holds wherever jobs run."""
    chosen: Host[Any] = request.param
    return chosen
