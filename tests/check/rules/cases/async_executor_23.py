"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


async def work(resolve, reject):
    resolve(1)


def steps(resolve, reject):
    yield resolve(1)


def start(resolve, reject):
    resolve(1)


def bad():
    return [
        Promise(work),  # E
        Promise(executor=work),  # E
        Promise(steps),  # E
        Promise(lambda resolve, reject: work(resolve, reject)),  # E
    ]


def good(unknown):
    return [
        Promise(start),
        Promise(executor=start),
        Promise(),
        Promise(unknown),
        Promise(lambda resolve, reject: resolve(1)),
        Promise.resolve(work(print, print)),
    ]
