"""Waits for promises where nobody may wait (`# E`), and waits that do no harm."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest

from typedpromise import Promise, promisify
from typedpromise.dataloader import DataLoader
from typedpromise.errors import BlockingGetError

ready = Promise.resolve(1)


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


async def later() -> Promise[int]:
    raise NotImplementedError


def use(*values: object) -> None: ...


class Box:
    promise: Promise[int]
    other: Promise[int]

    def start(self) -> Promise[int]:
        raise NotImplementedError

    async def wait(self) -> int:
        await self.start()
        pending = self.start()
        pending.wait()  # E
        return self.promise.get()

    async def take(self, cache: dict[str, Promise[int]]) -> int:
        mine = self.promise
        return mine.get() + cache["one"].get() + cache.pop("two").get() + cache.setdefault("three", mine).get()

    def get(self) -> int:
        return self.start().get()


async def coroutine(number: int, given: Promise[int], many: list[Promise[int]], box: Box) -> object:
    fetch(1).get()  # E
    fetch(1).then(len).get()  # E
    fetch(1).wait(2)  # E
    fetch(1).get(0)  # E
    fetch(number).get(timeout=1)  # E
    Promise.wait(fetch(1))  # E
    Promise.resolve(1).then(use).get()  # E
    Promise.resolve(fetch(1)).get()  # E
    Promise.resolve(later()).get()  # E
    (await later()).get()  # E
    given.get()  # E
    for promise in many:
        promise.get()  # E
    one = fetch(number)
    two, three = fetch(1), fetch(2)
    if number:
        one = fetch(2)
    one.get()  # E
    await fetch(number)
    use([item.get() for item in many])  # E
    return box.start().get() + two.get()  # E


async def settled(number: int, given: Promise[int], many: list[Promise[int]], unknown: Any) -> object:
    Promise.resolve(1).get()
    Promise.resolve(None).get()
    Promise.resolve().get()
    Promise.reject(KeyError()).get()
    ready.get()
    unknown.get()
    value = Promise.resolve(number)
    value.get()
    {1: 2}.get(1)
    one, two = fetch(1), fetch(2)
    await Promise.all(one, two)
    use(one.get(), two.get())
    await Promise.all(many)
    for promise in many:
        promise.get()
    use([item.get() for item in many])
    three = fetch(3)
    all_of_them = [three]
    await Promise.all_settled(all_of_them)
    three.get()
    four = fetch(4)
    if four.is_fulfilled:
        four.get()
    five = fetch(5)
    collected: list[Promise[str]] = []
    collected.append(five)
    await Promise.all(collected)
    five.get()
    while given.is_pending:
        await asyncio.sleep(1)
    given.get()
    async for done in Promise.as_completed(many):
        done.get()
    with pytest.raises(BlockingGetError):
        fetch(1).get()
    try:
        fetch(1).get()
    except (KeyError, BlockingGetError):
        pass
    six = fetch(1)
    match six.state:
        case "fulfilled":
            return six.get()
        case _:
            return None


async def elsewhere() -> object:
    def in_a_thread() -> str:
        return fetch(1).get()

    loop = asyncio.get_running_loop()
    await asyncio.to_thread(in_a_thread)
    await loop.run_in_executor(None, lambda: fetch(1).get())
    await asyncio.to_thread(fetch(1).get)
    return [in_a_thread]


async def generator() -> AsyncIterator[str]:
    yield fetch(1).get()  # E


def plain() -> Iterator[str]:
    yield fetch(1).get()


def handler(value: object) -> str:
    return fetch(1).get()  # E


async def async_handler(value: object) -> str:
    return fetch(1).get()  # E


def local_handler(value: object) -> object:
    promise = fetch(1)
    checked = fetch(2)
    if checked.is_fulfilled:
        use(checked.get())
    use(ready.get(), Promise.resolve(1).get())
    return promise.get()  # E


def not_given(value: object) -> str:
    return fetch(1).get()


def executor(resolve: Callable[[str], None], reject: Callable[[Exception], None]) -> None:
    resolve(fetch(1).get())  # E


def batch(keys: list[int]) -> list[str]:
    return [fetch(key).get() for key in keys]  # E


class Loader(DataLoader[int, str]):
    def batch_load_fn(self, keys: list[int]) -> list[str]:
        return Promise.all([fetch(key) for key in keys]).get()  # E

    def other(self) -> str:
        return fetch(1).get()


def gives(start: Promise[int], end: Promise[int]) -> object:
    not_given(1)
    start.then(handler).then(handler).catch(handler).done()
    start.then(async_handler).done(local_handler)
    start.then(lambda number: fetch(number).get()).done()  # E
    start.then(lambda number: fetch(number).get(0)).done()
    start.then(lambda number: fetch(number).wait(timeout=0)).done()
    start.then(lambda number: fetch(number).wait(timeout=1)).done()  # E
    start.then(lambda _: end.get()).done()
    Promise.all(start, end).then(lambda _: (start.get(), end.get())).done()
    start.catch(lambda _: fetch(1).get()).done()  # E
    start.catch(KeyError, lambda _: fetch(1).get()).done()  # E
    start.finally_(lambda: use(fetch(1).get())).done()  # E
    start.tap(lambda _: use(fetch(1).get())).done()  # E
    start.then(lambda _: lambda: fetch(1).get()).done()
    start.then(lambda _: fetch(1)).done()
    Promise(executor).done()
    Promise[str](lambda resolve, reject: resolve(fetch(1).get())).done()  # E
    Promise.map([1], lambda number: fetch(number).get()).done()  # E
    Promise.try_(lambda: fetch(1).get()).done()  # E
    use(DataLoader[int, str](batch), Loader(), promisify(not_given))
    use(sorted([1], key=lambda number: fetch(number).get()))
    return start.get()


async def ignored() -> None:
    fetch(1).get()  # type: ignore[blocking-get]


fetch(1).get()

# mypy does not look into it, and knows nothing of the class.
if sys.platform == "elsewhere":

    class Elsewhere(Loader):
        def wait(self) -> str:
            return fetch(1).get()
