"""Promises whose types survive the chain, and a checker that finds the ones you dropped."""

from ._core.origins import track_origins
from ._core.unhandled import UnhandledRejection, set_unhandled_rejection_hook
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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._completions import Completions
    from ._core.attempts import compiled
    from ._outcomes import Fulfilled, Rejected, Settled
else:
    _LATER = {"Completions", "Fulfilled", "Rejected", "Settled", "compiled"}

    def __getattr__(name: str) -> object:
        """Import what many programs never name, when one does; `_core/later.py` says why."""
        if name == "Completions":
            from . import _completions as home
        elif name == "compiled":
            from ._core import attempts as home
        elif name in _LATER:
            from . import _outcomes as home
        else:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        found = globals()[name] = getattr(home, name)
        return found

    def __dir__() -> list[str]:
        """Return the names, those included that nobody has asked for."""
        return sorted(_LATER.union(globals()))


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
