"""What the left columns of the page for concurrent.futures take for granted."""

from __future__ import annotations

import concurrent.futures
import threading
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait

__all__ = ["Future", "ThreadPoolExecutor", "as_completed", "concurrent", "threading", "wait"]


def done(result: object) -> Future[object]:
    """Return a future that is done."""
    future: Future[object] = Future()
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)
    return future


log: list[object] = []
pool = ThreadPoolExecutor(2)
one, two, failed = done(1), done(2), done(KeyError("k"))


def add(value: int) -> int:
    """Add one."""
    return value + 1
