"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def forgets(value):
    print(value)


def sometimes(value):
    if value:
        return 1


def returns(value):
    print(value)
    return value


def bad(promise):
    # type: (Promise) -> None
    promise.then(forgets).then(lambda value: value.get("name")).done()  # E
    promise.then(did_fulfill=forgets).then(did_fulfill=lambda value: value + 1).done()  # E
    promise.then(sometimes).catch(print).then(returns).done()  # E


def good(promise, unknown):
    # type: (Promise, object) -> None
    promise.then(returns).then(returns).done()
    promise.then(forgets).then(lambda _: 1).done()
    promise.then(forgets).then(lambda value: 1).done()
    promise.then(forgets).catch(returns).done()
    promise.then(forgets).done(returns)
