"""The handlers of PyPI's promise 2.3 run in the context of whoever settles: only those of this library are marked."""

from contextvars import ContextVar

from promise import Promise

from typedpromise import Promise as Ours

user = ContextVar("user")  # type: ContextVar[str]


def good(promise):
    # type: (Promise) -> None
    token = user.set("one")
    promise.then(user.set).done()
    promise.then(lambda name: user.set(name)).done()
    promise.catch(lambda error: user.reset(token)).done()


def bad(promise):
    # type: (Ours[str]) -> None
    token = user.set("one")
    promise.then(lambda name: user.set(name)).done()  # E
    promise.finally_(lambda: user.reset(token)).done()  # E
