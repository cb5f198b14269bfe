"""Executors that nobody runs (`# E`), and executors that run."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import Any

from typedpromise import Promise

Resolve = Callable[[int], None]
Reject = Callable[[Exception], None]


async def read() -> int:
    raise NotImplementedError


async def work(resolve: Resolve, reject: Reject) -> None: ...
async def send(resolve: Resolve) -> None: ...
async def with_number(number: int, resolve: Resolve, reject: Reject) -> None: ...
def start(resolve: Resolve, reject: Reject) -> None: ...


def steps(resolve: Resolve, reject: Reject) -> Iterator[int]:
    yield 1
    resolve(1)


async def items(resolve: Resolve, reject: Reject) -> AsyncIterator[int]:
    yield 1


class Api:
    async def connect(self, resolve: Resolve, reject: Reject) -> None: ...
    def begin(self, resolve: Resolve, reject: Reject) -> None: ...


class Job(Promise[int]): ...


def bad(api: Api) -> list[Promise[int]]:
    async def local(resolve: Resolve, reject: Reject) -> None:
        resolve(await read())

    return [
        Promise(work),  # E
        Promise(local),  # E
        Promise(api.connect),  # E
        Promise(steps),  # E
        Promise(items),  # E
        Promise(partial(with_number, 1)),  # E
        Promise(lambda resolve, reject: send(resolve)),  # E
        Promise[int](work),  # E
        Job(work),  # E
    ]


def good(api: Api, unknown: Any) -> list[Promise[int]]:
    return [
        Promise(start),
        Promise(api.begin),
        Promise(partial(api.begin)),
        Promise(unknown),
        Promise(lambda resolve, reject: resolve(1)),
        Promise(lambda resolve, reject: asyncio.create_task(work(resolve, reject))),
        Promise(lambda resolve, reject: asyncio.run(work(resolve, reject))),
        Promise.resolve(read()),
        Promise.try_(read),
    ]
