"""The class Promise was not imported before."""

from typedpromise.dataloader import DataLoader
from typedpromise import Promise


class Own(DataLoader):
    def load_many(self, keys):
        return ["own", *keys]


def joined(loader: DataLoader, keys: list) -> object:
    return Promise.all(map(loader.load, keys))


print(Own(lambda keys: keys).load_many([1]))
