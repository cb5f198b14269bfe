"""Promises that are decided later, by the function that made them."""

from typing import Any

import promise
from promise import Promise


def later(value):
    p = Promise()

    def decide():
        p.do_resolve(value)

    decide()
    return p.then(lambda found: [found])  # the promise itself


def failing() -> "Promise[int]":
    p: Promise[int] = Promise()
    p.do_reject(KeyError("k"))
    p.then(None, repr)
    return p


def two(resolvers: int) -> Any:
    first = promise.Promise()
    second: promise.Promise[int] = promise.Promise()
    list(map(first.do_resolve, [resolvers]))
    second.fulfill(first)
    return Promise.all([first, (second)])


print(later(1).get(), failing().catch(repr).get(), two(3).get())
