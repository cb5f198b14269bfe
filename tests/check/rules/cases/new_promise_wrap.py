"""Promises that only pass on what another brings (`# E`), and promises that do more."""

from collections.abc import Callable, Iterable
from typing import Any

from typedpromise import Promise

Resolve = Callable[[int], None]
Reject = Callable[[Exception], None]


def fetch() -> Promise[int]:
    raise NotImplementedError


def maybe() -> Promise[int] | int:
    raise NotImplementedError


def add(number: int) -> int: ...
def fail(error: Exception) -> int: ...
def on_close(callback: Reject) -> None: ...
def log(*values: object) -> None: ...


def bad(promise: Promise[int]) -> list[Promise[int]]:
    def full(resolve: Resolve, reject: Reject) -> None:
        promise.then(resolve, reject)  # E

    def returned(resolve: Resolve, reject: Reject) -> object:
        log("started")
        return promise.then(resolve, reject)  # E

    def made(resolve: Resolve, reject: Reject) -> None:
        resolve(fetch())  # E

    def with_name(resolve: Resolve, reject: Reject) -> None:
        found = fetch().then(add)
        found.then(resolve).catch(reject)  # E

    return [
        Promise(full),
        Promise(returned),
        Promise(made),
        Promise(with_name),
        Promise(lambda resolve, reject: promise.then(resolve, reject)),  # E
        Promise(lambda resolve, reject: promise.then(resolve)),  # E
        Promise(lambda resolve, reject: promise.then(add).then(resolve, reject)),  # E
        Promise(lambda resolve, reject: promise.then(resolve).catch(reject)),  # E
        Promise(lambda resolve, reject: fetch().catch(fail).then(resolve, reject)),  # E
        Promise(lambda resolve, reject: resolve(fetch())),  # E
        Promise(lambda resolve, reject: resolve(fetch().then(add))),  # E
    ]


def good(promise: Promise[int], promises: Iterable[Promise[int]], unknown: Any) -> list[Promise[int]]:
    def until_closed(resolve: Resolve, reject: Reject) -> None:
        on_close(reject)
        promise.then(resolve, reject)

    def race(resolve: Resolve, reject: Reject) -> None:
        for each in promises:
            each.then(resolve, reject)

    def both(resolve: Resolve, reject: Reject) -> None:
        promise.then(resolve, reject)
        fetch().then(resolve, reject)

    def in_branch(resolve: Resolve, reject: Reject) -> None:
        if unknown:
            promise.then(resolve, reject)
        else:
            resolve(1)

    def swapped_value(resolve: Resolve, reject: Reject) -> None:
        promise.then(lambda number: resolve(number + 1), reject)

    def nothing(resolve: Resolve, reject: Reject) -> None: ...

    return [
        Promise(until_closed),
        Promise(race),
        Promise(both),
        Promise(in_branch),
        Promise(swapped_value),
        Promise(nothing),
        Promise(unknown),
        Promise(lambda resolve, reject: None),
        Promise(lambda resolve, reject: resolve(1)),
        Promise(lambda resolve, reject: resolve(maybe())),
        Promise(lambda resolve, reject: resolve(promise)),
        Promise(lambda resolve, reject: unknown.then(resolve, reject)),
        Promise(lambda resolve, reject: on_close(reject)),
        Promise(lambda resolve, reject: log(promise.then(resolve), on_close(reject))),
        Promise.resolve(promise),
        promise.then(add),
    ]
