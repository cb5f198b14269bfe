"""Rewritten in any case: 2.3, the drop-in and typedpromise agree. What only typedpromise has waits."""

from promise import Promise, promisify
from promise.dataloader import DataLoader


class Names(DataLoader):
    def batch_load_fn(self, keys: list[int]) -> Promise[list[str]]:
        return Promise.cast([str(key) for key in keys])


@Promise.promisify
def double(number: int) -> int:
    return number * 2


print(Promise.for_dict({"a": double(1)}).get(), Names().load_many([1]).get(), Promise.all((1, 2)).get())
print(Promise.rejected(KeyError("k")).then(did_reject=repr).get(), promisify(str)(1).get())
