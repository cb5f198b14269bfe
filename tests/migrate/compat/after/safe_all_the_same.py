"""Rewritten in any case: 2.3, the drop-in and typedpromise agree. What only typedpromise has waits."""

from typedpromise.compat import Promise, promisify
from typedpromise.compat.dataloader import DataLoader


class Names(DataLoader[int, str]):
    def batch_load_fn(self, keys: list[int]) -> Promise[list[str]]:
        return Promise.resolve([str(key) for key in keys])


@promisify
def double(number: int) -> int:
    return number * 2


print(Promise.for_dict({"a": double(1)}).get(), Names().load_many([1]).get(), Promise.all((1, 2)).get())
print(Promise.reject(KeyError("k")).then(None, repr).get(), promisify(str)(1).get())
