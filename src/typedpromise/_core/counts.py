"""What a loader has done so far."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .batch import Batch
    from .jobs import JobQueue


class Statistics:
    """What a loader has done so far, over all threads.

    Attributes:
        loads: The calls of `load`, those by `load_many` too.
        cache_hits: The loads among them that needed no key in a batch.
        batches: The calls of the batch function.
        largest_batch: The most keys in one call.

    A load is counted when its batch is sent; until then the open batches are asked, so that a load need not count.
    """

    __slots__ = ("_hits", "_loads", "_open", "batches", "largest_batch")

    def __init__(self, open_batches: dict[JobQueue, Batch]) -> None:
        """Count from zero; the loader's open batches have what is not counted yet."""
        self._open = open_batches
        self._loads: int = 0
        self._hits: int = 0
        self.batches: int = 0
        self.largest_batch: int = 0

    @property
    def loads(self) -> int:
        """The calls of `load`, those by `load_many` too."""
        loads = self._loads
        for batch in self._open.copy().values():
            loads += len(batch.promises) + len(batch.hits) + batch.again
        return loads

    @property
    def cache_hits(self) -> int:
        """The loads that needed no key in a batch."""
        hits = self._hits
        for batch in self._open.copy().values():
            hits += len(batch.hits) + batch.again
        return hits

    def count_loads(self, misses: int, hits: int) -> None:
        """Count the loads of a batch that takes no more."""
        # <atomic self>
        self._loads = self._loads + misses + hits
        self._hits = self._hits + hits
        # </atomic>

    def count_batch(self, size: int) -> None:
        """Count a call of the batch function."""
        # <atomic self>
        self.batches = self.batches + 1
        if size > self.largest_batch:  # noqa: PLR1730 - max() would be a call
            self.largest_batch = size
        # </atomic>

    def __repr__(self) -> str:
        """Show the counts."""
        return (
            f"Statistics(loads={self.loads}, cache_hits={self.cache_hits}, "
            f"batches={self.batches}, largest_batch={self.largest_batch})"
        )

    def __reduce__(self) -> tuple[Callable[[int, int, int, int], Statistics], tuple[int, int, int, int]]:
        """Let the counts of this moment be copied and pickled."""
        return as_they_were, (self.loads, self.cache_hits, self.batches, self.largest_batch)


def as_they_were(loads: int, cache_hits: int, batches: int, largest_batch: int) -> Statistics:
    """Return statistics that stay as they are."""
    statistics = Statistics({})
    statistics._loads = loads
    statistics._hits = cache_hits
    statistics.batches = batches
    statistics.largest_batch = largest_batch
    return statistics
