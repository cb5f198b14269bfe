"""Who waits for a promise, as the garbage collector sees it."""

from __future__ import annotations

import gc
from typing import Any

from typedpromise import Promise


def kept_by(promise: Promise[Any]) -> int:
    """Count the tasks that `promise` keeps: those that it holds itself, and one level of lists."""
    held = gc.get_referents(promise)
    lists = [thing for thing in held if isinstance(thing, list)]
    return sum(type(thing).__name__ == "LoopWakeup" for thing in held + [item for each in lists for item in each])
