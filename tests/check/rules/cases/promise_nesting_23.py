"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def bad():
    def handler(value):
        return Promise.resolve(value).then(print)  # E

    start = Promise.resolve(1)
    return [
        start.then(handler),
        start.then(lambda value: Promise.resolve(value).then(lambda other: other + 1)),  # E
    ]


def good(unknown):
    def handler(value):
        return Promise.resolve(value).then(lambda other: other + value)

    start = Promise.resolve(1)
    return [
        start.then(handler),
        start.then(unknown),
        start.then(lambda value: unknown(value).then(print)),
        start.then(lambda value: Promise.resolve(value).then(print).catch(print)),
        start.then(lambda value: Promise.resolve(value).then(did_fulfill=print, did_reject=print)),
        start.then(print).then(print),
    ]
