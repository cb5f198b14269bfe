"""Chains that could stand outside their handler (`# E`), and chains that could not."""

from typing import Any

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def parse(text: str) -> int:
    raise NotImplementedError


def add(number: int) -> int:
    raise NotImplementedError


def fail(error: Exception) -> int:
    raise NotImplementedError


def yes() -> bool:
    raise NotImplementedError


start: Promise[int] = Promise.resolve(1)


def shared(number: int) -> Promise[int]:
    return fetch(number).then(parse)


def bad() -> Promise[int]:
    def handler(number: int) -> Promise[int]:
        return fetch(number).then(parse)  # E

    def longer(number: int) -> Promise[int]:
        doubled = number * 2
        return fetch(doubled).then(parse).then(add)  # E

    start.then(handler).catch(fail)
    start.then(longer).catch(fail)
    start.then(lambda number: fetch(number).then(parse)).catch(fail)  # E
    start.then(lambda number: fetch(number).then(lambda text: parse(text))).catch(fail)  # E
    return start.then(
        lambda number: fetch(number).then(lambda text: fetch(2).then(lambda other: len(other + text)))  # E
    )


def good(unknown: Any) -> Promise[int]:
    def with_name(number: int) -> Promise[int]:
        doubled = number * 2
        return fetch(number).then(lambda text: len(text) + doubled)

    def with_function(number: int) -> Promise[int]:
        def read(text: str) -> int:
            return number

        return fetch(number).then(read)

    def some_paths(number: int) -> Promise[int] | int:
        if yes():
            return 0
        return fetch(number).then(parse)

    def handles(number: int) -> Promise[int]:
        return fetch(number).then(parse).catch(fail)

    async def coroutine(number: int) -> int:
        return await fetch(number).then(parse)

    def used_elsewhere(number: int) -> Promise[int]:
        return fetch(number).then(parse)

    used_elsewhere(1).catch(fail)
    start.then(used_elsewhere).catch(fail)
    start.then(shared).catch(fail)
    start.then(with_name).catch(fail)
    start.then(with_function).catch(fail)
    start.then(some_paths).catch(fail)
    start.then(handles).catch(fail)
    start.then(coroutine).catch(fail)
    start.then(unknown).catch(fail)
    start.then(fetch).then(parse).catch(fail)
    start.then(lambda number: fetch(number)).catch(fail)
    start.then(lambda number: fetch(number).then(lambda text: (number, text))).catch(fail)
    start.then(lambda number: fetch(number).then(parse, fail)).catch(fail)
    start.then(lambda number: fetch(number).then(parse).finally_(yes)).catch(fail)
    start.then(lambda number: fetch(number).then(parse).catch(KeyError, lambda error: 0)).catch(fail)
    start.then(lambda number: fetch(number).then(parse), fail).catch(fail)
    start.then(lambda number: start.then(add)).catch(fail)
    start.then(lambda number: unknown.then(parse)).catch(fail)
    start.then(lambda number: fetch(number).then(parse) if yes() else 0).catch(fail)
    start.catch(lambda error: fetch(1).then(parse)).catch(fail)
    return fetch(1).then(parse)
