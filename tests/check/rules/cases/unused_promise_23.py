"""The same rule on promise 2.3, in code without annotations."""

from promise import Promise


def drops(value):
    promise = Promise.resolve(value)  # E
    second = Promise.resolve(value)
    third = second.then(print)  # E
    fourth = second.then(print).catch(print)
    _ = second.then(print)
    target = second._target()
    looked_at = Promise.resolve(value)  # E
    print(looked_at.is_pending)
    return value
