"""The same rule on code that uses PyPI's promise 2.3."""

from promise import Promise


def ignore(error):
    pass


def bad():
    promise = Promise.resolve(1)
    promise.catch(ignore)  # E
    promise.catch(lambda error: None)  # E
    promise.catch(on_rejection=lambda error: None)  # E
    promise.then(print, did_reject=lambda error: None)  # E
    promise.then(print, lambda error: None)  # E


def good(unknown):
    promise = Promise.resolve(1)
    promise.catch(print)
    promise.catch(lambda _error: None)
    promise.catch(lambda error: 0)
    promise.then(lambda value: None, print)
    promise.done(print, print)
    unknown.catch(lambda error: None)
