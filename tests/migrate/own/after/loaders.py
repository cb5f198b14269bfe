"""Loaders: names of parameters, and load_many."""

from typedpromise import Promise
from typedpromise.dataloader import DataLoader


class Names(DataLoader):
    def __init__(self, prefix: str) -> None:
        super().__init__(cache_key_fn=str, max_batch_size=None)
        self.prefix = prefix

    def batch_load_fn(self, keys):
        return Promise.resolve([f"{self.prefix}{key}" for key in keys])


names = Names("n")
plain = DataLoader(lambda keys: Promise.resolve(keys), batch=True, max_batch_size=10)
print(Promise.all(map(names.load, [1, 2])).get(), Promise.all(map(plain.load, (3, 4))).get(), plain.load(5).get())
print(Promise.all(map(DataLoader(batch_load_fn=lambda keys: Promise.resolve(keys), cache_key_fn=id).load, range(2))).get())
