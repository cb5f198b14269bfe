"""The inside of promise 2.3, which the drop-in has not: the file stays as it is."""

from promise import Promise
from promise.dataloader import DataLoader, get_chunks  # left: from promise.dataloader import get_chunks
from promise.pyutils.version import get_version  # left: from promise.pyutils.version import get_version


class Names(DataLoader):
    def batch_load_fn(self, keys: list[int]) -> "Promise[list[str]]":
        return Promise.cast([str(key) for key in keys])


print(list(get_chunks([1, 2], 1)), get_version((1, 0, 0, "final", 0)))
Names()._promise_cache.clear()  # left: _promise_cache
