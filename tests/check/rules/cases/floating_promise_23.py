"""The same rule on code that uses PyPI's promise 2.3, most of it without annotations as old code is."""

from functools import partial

from promise import Promise, promisify
from promise.dataloader import DataLoader


def report(error):
    print(error)


class Loader(DataLoader):
    def batch_load_fn(self, keys):
        return Promise.resolve([len(key) for key in keys])

    def forget(self, key):
        self._promise_cache.pop(key, None)


def load(key):
    # type: (str) -> Promise[int]
    return Loader().load(key)


def drops(loader):
    promise = Promise.resolve(1)
    promise.then(print)  # E
    promise.then(did_fulfill=print)  # E
    promise.then(print, None)  # E
    promise.then(lambda value: value + 1).then(print)  # E
    promise.catch(report).then(print)  # E
    Promise.all([promise])  # E
    Promise.for_dict({"one": promise})  # E
    Promise(lambda resolve, reject: resolve(None))  # E
    Promise()  # E
    Promise.reject(ValueError())  # E
    Loader().load("one")  # E
    loader.load("one")  # of any type: not seen
    load("one")  # E
    load("one").then(partial(print, "loaded"))  # E
    promise.then_all([print])  # E
    promisify(print)("one")  # E


def handles():
    promise = Promise.resolve(1)
    promise.then(print, report)
    promise.then(print, did_reject=report)
    promise.then(did_fulfill=print, did_reject=report)
    promise.then(None, report)
    promise.then(did_reject=report)
    promise.catch(report)
    promise.catch(on_rejection=report)
    promise.then(print).catch(report)
    promise.then(print).done()
    promise.done(print, report)
    promise.then(print).get()
    promise.do_resolve(1)
    Promise.wait(promise)
    return promise.then(print)


def some_paths(value):
    promise = Promise.resolve(value)  # E
    if value:
        return promise
    later = Promise.resolve(value)
    later = later.then(print)  # E
    if not value:
        return None
    return later
