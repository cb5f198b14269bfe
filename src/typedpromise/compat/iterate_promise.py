"""`iterate_promise`: what `yield from promise` did before `await`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator

    from typedpromise._core.promise import CorePromise

__all__ = ["iterate_promise"]


def iterate_promise(promise: CorePromise) -> Generator[object, None, object]:
    """Return the generator that waits for `promise`, for `yield from`."""
    return promise.__await__()
