"""Values that executors return for nobody (`# E`), and executors that return nothing of interest."""

import asyncio
from collections.abc import Callable
from typing import Any, NoReturn

from typedpromise import Promise

Resolve = Callable[[int], None]
Reject = Callable[[Exception], None]


def load() -> int:
    raise NotImplementedError


def fetch() -> Promise[int]:
    raise NotImplementedError


async def read() -> int:
    raise NotImplementedError


def log() -> None: ...
def fail() -> NoReturn: ...
def subscribe(callback: Resolve) -> int:
    raise NotImplementedError


def module_level(resolve: Resolve, reject: Reject) -> int:
    return load()  # E


def not_an_executor(resolve: Resolve, reject: Reject) -> int:
    return load()


def decorated(function: Callable[[Resolve, Reject], object]) -> Callable[[Resolve, Reject], object]:
    return function


class Api:
    def begin(self, resolve: Resolve, reject: Reject) -> int:
        return load()


def bad(ready: bool) -> list[Promise[int]]:
    def returns(resolve: Resolve, reject: Reject) -> int:
        return 1  # E

    def on_some_path(resolve: Resolve, reject: Reject) -> int | None:
        if ready:
            return load()  # E
        resolve(1)
        return None

    def promise(resolve: Resolve, reject: Reject) -> Promise[int]:
        return fetch()  # E

    def after(resolve: Resolve, reject: Reject) -> bool:
        resolve(1)
        return True  # E

    return [
        Promise(module_level),
        Promise(returns),
        Promise(on_some_path),
        Promise(promise),
        Promise(after),
        Promise(lambda resolve, reject: 1),  # E
        Promise(lambda resolve, reject: load()),  # E
        Promise(lambda resolve, reject: fetch()),  # E
    ]


def good(ready: bool, api: Api, unknown: Any) -> list[Promise[int]]:
    def early(resolve: Resolve, reject: Reject) -> None:
        if ready:
            return resolve(1)
        if unknown:
            return None
        return reject(ValueError())

    def hands_on(resolve: Resolve, reject: Reject) -> object:
        return fetch().then(resolve, reject)

    def subscribes(resolve: Resolve, reject: Reject) -> int:
        return subscribe(resolve)

    def of_any_type(resolve: Resolve, reject: Reject) -> object:
        return unknown.start()

    def inner(resolve: Resolve, reject: Reject) -> None:
        def number() -> int:
            return 1

        class Local:
            def number(self) -> int:
                return 1

        resolve(number())

    @decorated
    def wrapped(resolve: Resolve, reject: Reject) -> int:
        return load()

    async def coroutine(resolve: Resolve, reject: Reject) -> int:
        return 1

    return [
        Promise(early),
        Promise(hands_on),
        Promise(subscribes),
        Promise(of_any_type),
        Promise(inner),
        Promise(wrapped),
        Promise(coroutine),
        Promise(api.begin),
        Promise(lambda resolve, reject: resolve(1)),
        Promise(lambda resolve, reject: None),
        Promise(lambda resolve, reject: log()),
        Promise(lambda resolve, reject: fail()),
        Promise(lambda resolve, reject: unknown()),
        Promise(lambda resolve, reject: subscribe(resolve)),
        Promise(lambda resolve, reject: resolve(1) if ready else reject(ValueError())),
        Promise(lambda resolve, reject: asyncio.get_running_loop().call_later(1, resolve, 1)),
        Promise(lambda resolve, reject: [subscribe(resolve), subscribe(resolve)]),
    ]
