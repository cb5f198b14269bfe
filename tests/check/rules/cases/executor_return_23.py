"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def load():
    return 1


def bad():
    def executor(resolve, reject):
        return "value"  # E

    return [
        Promise(executor),
        Promise(executor=executor),
        Promise(lambda resolve, reject: 42),  # E
        Promise(lambda resolve, reject: Promise.resolve(1)),  # E
    ]


def good(unknown):
    def executor(resolve, reject):
        if unknown:
            return resolve(1)
        return Promise.resolve(1).then(resolve, reject)

    def untyped(resolve, reject):
        return load()

    return [
        Promise(executor),
        Promise(untyped),
        Promise(lambda resolve, reject: resolve(1)),
        Promise(lambda resolve, reject: reject(ValueError())),
        Promise(lambda resolve, reject: None),
        Promise(lambda resolve, reject: unknown.later(resolve)),
    ]
