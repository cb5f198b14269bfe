"""Promises that are decided later, by the function that made them."""

from typing import Any

import typedpromise as promise
from typedpromise import Promise, Resolvers


def later(value):
    resolvers = Promise.with_resolvers()

    def decide():
        resolvers.resolve(value)

    decide()
    return resolvers.promise.then(lambda found: [found])  # the promise itself


def failing() -> "Promise[int]":
    resolvers: Resolvers[int] = Promise.with_resolvers()
    resolvers.reject(KeyError("k"))
    resolvers.promise.then(None, repr)
    return resolvers.promise


def two(resolvers: int) -> Any:
    first_resolvers = promise.Promise.with_resolvers()
    second_resolvers: promise.Resolvers[int] = promise.Promise.with_resolvers()
    list(map(first_resolvers.resolve, [resolvers]))
    second_resolvers.resolve(first_resolvers.promise)
    return Promise.all([first_resolvers.promise, (second_resolvers.promise)])


print(later(1).get(), failing().catch(repr).get(), two(3).get())
