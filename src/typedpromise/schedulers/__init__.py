"""Where jobs run.

Without any of this a promise does the right thing: jobs run on the tick of the asyncio loop that runs in the thread,
and where none runs, before the outermost library call returns.
"""

from ._protocol import Scheduler
from ._use import set_default_scheduler, use
from .asyncio import AsyncioScheduler
from .deferred import DeferredScheduler
from .immediate import ImmediateScheduler

__all__ = [
    "AsyncioScheduler",
    "DeferredScheduler",
    "ImmediateScheduler",
    "Scheduler",
    "set_default_scheduler",
    "use",
]
