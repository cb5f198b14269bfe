# `promise.promise_list`: what `Promise.all` counts its promises with.

from collections.abc import Collection
from typing import Any

from promise.promise import Promise

# Any: what each value is awaited to is not said by the type of the collection; `Promise.all` is the typed way.
class PromiseList:
    promise: Promise[list[Any]]
    # A promise of a collection is taken while it is pending, and breaks once it is fulfilled: it is left out.
    def __init__(self, values: Collection[Any], promise_class: type[Promise[Any]]) -> None: ...
    def __len__(self) -> int: ...
    @property
    def is_resolved(self) -> bool: ...
