"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def handled(value):
    Promise.resolve(value).then(print).catch(print)  # E


def by_name(value):
    Promise.resolve(value).then(did_fulfill=print, did_reject=print)  # E


def returned(value):
    return Promise.resolve(value).then(print).catch(print)


def done(value):
    Promise.resolve(value).then(print).done()


def floating(value):
    Promise.resolve(value).then(print)


def bad(promise):
    return Promise.all([Promise.resolve(1).then(handled), Promise.resolve(1).then(did_fulfill=by_name)])


def good(promise):
    return Promise.all(
        [
            Promise.resolve(1).then(returned),
            Promise.resolve(1).then(done),
            Promise.resolve(1).then(floating),
            promise.then(handled),
        ]
    )
