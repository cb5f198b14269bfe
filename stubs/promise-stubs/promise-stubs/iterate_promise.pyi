# `promise.iterate_promise`: what `await promise` runs.

from collections.abc import Generator
from typing import Any, TypeVar

from promise.promise import Promise

_T = TypeVar("_T")

# Any: what is yielded to the event loop, and sent back, is between the loop and the future.
def iterate_promise(promise: Promise[_T]) -> Generator[Any, Any, _T]: ...
