from collections.abc import Callable
from typing import Any

from promise.promise import Promise

class GeventScheduler:
    def call(self, fn: Callable[[], object]) -> None: ...
    # Any: of what the promise is does not matter.
    def wait(self, promise: Promise[Any], timeout: float | None = None) -> None: ...
