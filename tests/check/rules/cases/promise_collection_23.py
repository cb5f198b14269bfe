"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def fetch():
    # type: () -> Promise
    return Promise.resolve(1)


def bad(keys):
    promises = []
    for key in keys:
        promises.append(fetch())  # E
    again = [fetch().then(print) for key in keys]  # E
    by_key = {key: fetch() for key in keys}  # E
    print(len(again))


def good(keys, unknown):
    promises = []
    for key in keys:
        promises.append(fetch())
    again = [fetch().catch(print) for key in keys]
    others = [unknown() for key in keys]
    return Promise.all(promises)
