# The typed face of `typedpromise.compat.iterate_promise`.

from collections.abc import Generator
from typing import Any, TypeVar

from typedpromise.compat.promise import Promise

__all__ = ["iterate_promise"]

_T = TypeVar("_T")

# The module's own: it does not import `typing` at run time.
TYPE_CHECKING: bool

# Any: what is yielded to the event loop, and sent back, is between the loop and the future.
def iterate_promise(promise: Promise[_T]) -> Generator[Any, Any, _T]: ...
