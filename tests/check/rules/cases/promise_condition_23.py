"""The same rule on promise 2.3, in code without annotations."""

from promise import Promise, is_thenable


class Cache:
    first = None  # type: Promise

    @classmethod
    def load_first(cls):
        if not cls.first:
            cls.first = Promise.resolve(1)
        return cls.first

    def again(self):
        return self.first or Promise.resolve(1)

    def __init__(self):
        self.pending = None
        self.promise = Promise.resolve(1)

    def load(self):
        if self.pending:
            return self.pending
        if not self.promise:  # E
            return None
        self.pending = Promise.resolve(2)
        return self.pending


def decide(value, promises=None):
    promise = Promise.resolve(value)
    if promise:  # E
        return 1
    if promise.then(print) and value:  # E
        return 2
    if all([Promise.resolve(1), Promise.resolve(2)]):  # E
        return 3
    if is_thenable(value) or promises:
        return 4
    found = None
    if value:
        found = promise
    if found and found.is_pending:
        return 5
    return promise.get() or promise.is_pending
