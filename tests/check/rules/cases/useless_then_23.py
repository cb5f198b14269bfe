"""The same rule on promise 2.3, in code without annotations."""

from promise import Promise


def chains(value, **handlers):
    promise = Promise.resolve(value)
    return [
        promise.then(),  # E
        promise.then(None, None),  # E
        promise.then(did_fulfill=None),  # E
        promise.then(did_fulfill=lambda found: found),  # E
        promise.then(print),
        promise.then(None, print),
        promise.then(did_reject=print),
        promise.then(**handlers),
    ]
