"""What every test gets: no unhandled rejection passes unseen, and a choice of hosts to run jobs under."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.hosts import HOSTS, Host
from tests.support.unhandled import Unhandled
from typedpromise import set_unhandled_rejection_hook


@pytest.fixture(autouse=True)
def unhandled() -> Iterator[Unhandled]:
    """Fail the test where a rejection was reported as unhandled that it did not `take()`."""
    seen = Unhandled()
    before = set_unhandled_rejection_hook(lambda _rejection: None)
    gc.collect()  # what an earlier test left behind is not this one's
    set_unhandled_rejection_hook(seen.reports.append)
    yield seen
    left = seen.take()
    set_unhandled_rejection_hook(before)
    if left:
        pytest.fail(f"reported as unhandled, and the test did not ask for it: {left!r}")


@pytest.fixture(params=HOSTS, ids=lambda host: host.__name__)
def host(request: pytest.FixtureRequest) -> Host[Any]:
    """Each of the hosts in turn, for what holds wherever jobs run."""
    chosen: Host[Any] = request.param
    return chosen
