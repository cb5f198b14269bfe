"""What the left columns of the page for asyncio take for granted."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor


def done(result: object) -> asyncio.Future[object]:
    """Return a future that is done."""
    future: asyncio.Future[object] = loop.create_future()
    if isinstance(result, Exception):
        future.set_exception(result)
        future.exception()  # looked at: a row may leave it alone
    else:
        future.set_result(result)
    return future


loop = asyncio.get_running_loop()
log: list[object] = []
pool = ThreadPoolExecutor(2)
one, two, failed = done(1), done(2), done(KeyError("k"))


def add(value: int) -> int:
    """Add one."""
    return value + 1


async def fetch_row(key: int) -> str:
    """Return a row."""
    return f"row {key}"
