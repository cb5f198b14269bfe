"""The same for promise 2.3: `run` returns what came of it."""

from promise import Promise


def run():
    def handler(number):
        if number > 30:
            return Promise.rejected(ValueError(number))  # fixed
        return Promise.resolve(number)  # fixed

    start = Promise.resolve(36)
    return [
        start.then(handler).catch(repr).get(),
        start.then(lambda number: Promise.fulfilled(number + 1)).get(),  # fixed
        start.then(did_fulfill=lambda number: Promise.resolve(Promise.resolve(number))).get(),  # fixed
        start.then(lambda number: number + 1).then(None, None).get(),  # fixed
        Promise(lambda resolve, reject: start.then(lambda n: n + 1).then(resolve, reject)).get(),  # fixed
    ]
