"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def bad():
    def handler(value):
        if value:
            return Promise.resolve(value)  # E
        return Promise.rejected(ValueError())  # E

    start = Promise.resolve(1)
    return [
        start.then(handler),
        start.then(did_fulfill=lambda value: Promise.fulfilled(value)),  # E
        start.catch(lambda error: Promise.resolve(None)),  # E
    ]


def good(unknown):
    def handler(value):
        if value:
            return value
        raise ValueError

    start = Promise.resolve(1)
    return [
        start.then(handler),
        start.then(lambda value: value),
        start.then(lambda value: Promise.reject(ValueError(value))),
        start.then(lambda value: Promise.all([value])),
        unknown.then(lambda value: Promise.resolve(value)),
        Promise.resolve(Promise.resolve(1)),
    ]
