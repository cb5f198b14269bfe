"""The same rule on promise 2.3, in code without annotations."""

from promise import Promise


def compare(value, promises):
    promise = Promise.resolve(1)
    assert promise.get() == 1
    assert promise != 2  # E
    if promise == 1:  # E
        return 1
    if 1 in [promise, promise.then(print)]:  # E
        return 2
    if promise in promises or promise is value or promise == value:
        return 3
    return promise.value == 1
