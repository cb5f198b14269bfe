"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise
from promise.dataloader import DataLoader


def make():
    # type: () -> Promise
    return Promise.resolve(1)


def handler(value):
    return make().get()  # E


class Loader(DataLoader):
    def batch_load_fn(self, keys):
        make().get()  # E
        return Promise.resolve([1 for _ in keys])


async def coroutine(given):
    promise = make()
    promise.get()  # E
    Promise.wait(make(), 1)  # E
    Promise.resolve(1).get()
    Promise.reject(KeyError()).get()
    Promise.fulfilled("one").get()
    given.get()
    other = make()
    await other
    return other.get()


def main():
    promise = make()
    promise.then(handler).done()
    promise.then(lambda _: make().get(0)).done()  # E
    promise.then(lambda _: make().then(len)).done()
    Promise.wait(promise)
    return promise.get()
