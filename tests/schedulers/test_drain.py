"""The drain that an event loop was asked for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from typedpromise import Promise
from typedpromise._core.loops import asyncio_

if TYPE_CHECKING:
    import pytest


def test_a_loop_that_drains_is_not_asked_whether_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """`then` asks once, to know whom to ask for a drain; the drain knows by whom it was called."""
    asked = 0
    seen: list[int] = []

    async def main() -> None:
        nonlocal asked
        running = asyncio.get_running_loop()

        def counted() -> asyncio.AbstractEventLoop:
            nonlocal asked
            asked += 1
            return running

        monkeypatch.setattr(asyncio_, "get_running_loop", counted)
        Promise.resolve(1).then(seen.append)
        assert asked == 1
        await asyncio.sleep(0)

    asyncio.run(main())

    assert seen == [1]
    assert asked == 1
