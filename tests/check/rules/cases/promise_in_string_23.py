"""The same rule on promise 2.3, in code without annotations."""

import logging

from promise import Promise

logger = logging.getLogger(__name__)


def show(value):
    promise = Promise.resolve(value)
    print(promise)  # E
    print("got", promise.then(str))  # E
    logger.debug("got %s", promise)  # E
    logger.debug("got %r", promise)
    print(value, promise.get(), repr(promise))
    promise.then(print).catch(print)
    raise ValueError("got {} and {!r}".format(promise, promise))  # E
