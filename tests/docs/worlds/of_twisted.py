"""What the left columns of the page for Twisted take for granted."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from twisted.internet import reactor, task
from twisted.internet.defer import (
    Deferred,
    DeferredList,
    DeferredSemaphore,
    ensureDeferred,
    gatherResults,
    inlineCallbacks,
    maybeDeferred,
    race,
    succeed,
)
from twisted.internet.defer import fail as failing
from twisted.internet.task import deferLater
from twisted.internet.threads import blockingCallFromThread, deferToThread

__all__ = [
    "DeferredList",
    "DeferredSemaphore",
    "blockingCallFromThread",
    "deferLater",
    "deferToThread",
    "ensureDeferred",
    "failing",
    "gatherResults",
    "inlineCallbacks",
    "maybeDeferred",
    "race",
    "reactor",
    "task",
]

loop = asyncio.get_event_loop_policy().get_event_loop()
log: list[object] = []
pool = ThreadPoolExecutor(2)
one, two, failed = succeed(1), succeed(2), failing(KeyError("k"))


def add(value: int) -> int:
    """Add one."""
    return value + 1


def load(key: int) -> Deferred[str]:
    """Return a Deferred of a row."""
    return succeed(f"row {key}")


async def fetch_row(key: int) -> str:
    """Return a row."""
    return f"row {key}"


def fail() -> int:
    """Raise."""
    message = "k"
    raise KeyError(message)
