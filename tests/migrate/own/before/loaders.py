"""Loaders: names of parameters, and load_many."""

from promise import Promise
from promise.dataloader import DataLoader


class Names(DataLoader):
    def __init__(self, prefix: str) -> None:
        super().__init__(get_cache_key=str, max_batch_size=None)
        self.prefix = prefix

    def batch_load_fn(self, keys):
        return Promise.resolve([f"{self.prefix}{key}" for key in keys])


names = Names("n")
plain = DataLoader(lambda keys: Promise.resolve(keys), True, 10)
print(names.load_many([1, 2]).get(), plain.load_many(keys=(3, 4)).get(), plain.load(key=5).get())
print(DataLoader(batch_load_fn=lambda keys: Promise.resolve(keys), get_cache_key=id).load_many(range(2)).get())
