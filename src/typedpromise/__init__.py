"""Promises whose types survive the chain, and a checker that finds the ones you dropped."""

from ._completions import Completions
from ._core.attempts import compiled
from ._core.origins import track_origins
from ._core.unhandled import UnhandledRejection, set_unhandled_rejection_hook
from ._outcomes import Fulfilled, Rejected, Settled
from ._promise import Promise, promisify
from ._resolvers import Resolvers
from .errors import (
    BatchError,
    BlockingGetError,
    InvalidStateError,
    PromiseCancelledError,
    PromiseError,
    PromiseTimeoutError,
    SelfResolutionError,
)

__version__ = "0.1.0"

__all__ = [
    "BatchError",
    "BlockingGetError",
    "Completions",
    "Fulfilled",
    "InvalidStateError",
    "Promise",
    "PromiseCancelledError",
    "PromiseError",
    "PromiseTimeoutError",
    "Rejected",
    "Resolvers",
    "SelfResolutionError",
    "Settled",
    "UnhandledRejection",
    "__version__",
    "compiled",
    "promisify",
    "set_unhandled_rejection_hook",
    "track_origins",
]
