"""Coroutine functions whose result is a promise (`# E`), and others."""

from collections.abc import AsyncIterator, Awaitable

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


async def one() -> Promise[str]:  # E
    return fetch(1)


class Api:
    async def get(self) -> Promise[str]:  # E
        return fetch(1)

    async def text(self) -> str:
        return await fetch(1)


async def without_annotation(number):
    if number:
        return await fetch(1)
    return fetch(number)  # E


async def outer() -> None:
    async def inner() -> Promise[int]:  # E
        return Promise.resolve(1)

    await inner()


def plain() -> Promise[str]:
    return fetch(1)


async def none() -> None:
    await fetch(1)


async def many() -> list[Promise[str]]:
    return [fetch(1)]


async def maybe() -> Promise[str] | None:
    return None


async def anything() -> Awaitable[str]:
    return fetch(1)


async def yields() -> AsyncIterator[Promise[str]]:
    yield fetch(1)


async def nested(number):
    def load():
        return fetch(number)

    return await load()


async def ignored() -> Promise[str]:  # type: ignore[async-returns-promise]
    return fetch(1)
