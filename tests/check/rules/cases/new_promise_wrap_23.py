"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def bad():
    promise = Promise.resolve(1)

    def executor(resolve, reject):
        promise.then(print).then(resolve, reject)  # E

    return [
        Promise(executor),
        Promise(executor=executor),
        Promise(lambda resolve, reject: promise.then(resolve, reject)),  # E
        Promise(lambda resolve, reject: promise.then(did_fulfill=resolve, did_reject=reject)),  # E
        Promise(lambda resolve, reject: promise.then(resolve)),  # E
        Promise(lambda resolve, reject: resolve(Promise.all([promise]))),  # E
    ]


def good(connection):
    promise = Promise.resolve(1)

    def executor(resolve, reject):
        connection.on_error(reject)
        promise.then(resolve, reject)

    return [
        Promise(),
        Promise(executor),
        Promise(lambda resolve, reject: connection.then(resolve, reject)),
        Promise(lambda resolve, reject: resolve(1)),
        Promise(lambda resolve, reject: promise.done(resolve, reject)),
        Promise.resolve(promise),
    ]
