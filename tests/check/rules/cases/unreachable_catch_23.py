"""The same rule on code that uses PyPI's promise 2.3, which has no filters."""

from promise import Promise


def nothing(error):
    return None


def bad(promise):
    # type: (Promise) -> None
    promise.catch(lambda error: 0).catch(print)  # E
    promise.catch(nothing).catch(print)  # E
    promise.catch(on_rejection=nothing).then(None, print)  # E
    promise.then(lambda value: 1, did_reject=lambda error: 0).catch(print)  # E


def good(promise):
    # type: (Promise) -> None
    promise.then(print).catch(nothing)
    promise.catch(nothing).then(print).catch(print)
    promise.then(print, nothing).catch(print)
    promise.catch(print).catch(print)
    promise.catch(lambda error: promise).catch(print)
