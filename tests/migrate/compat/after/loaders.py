"""Loaders that need the drop-in."""

from typedpromise.compat import Promise
from typedpromise.compat.dataloader import DataLoader
from typedpromise.compat.schedulers.immediate import ImmediateScheduler


def batch(keys: list) -> "Promise[list]":
    return Promise.resolve(keys)


options = {"cache": False}
one = DataLoader(batch, scheduler=ImmediateScheduler())  # left: DataLoader(scheduler=), ImmediateScheduler
two = DataLoader(batch, **options)  # left: DataLoader(**)
three = DataLoader(batch, get_cache_key=str)
key = three.get_cache_key(1)  # left: get_cache_key
many = three.load_many  # left: load_many
three._promise_cache.clear()  # left: _promise_cache
print(key, one.load(1).get(), two.load(2).get(), many([3]).get(), three.load_many([4]).get())
