"""What can be fixed, in a program that can be run: `run` returns what came of it."""

import asyncio

from typedpromise import Promise

did: list[object] = []


def note(value: object) -> None:
    did.append(repr(value))


def name() -> Promise[str]:
    return Promise.resolve("Ada")


def age() -> Promise[int]:
    return Promise.resolve(36)


def fails() -> Promise[int]:
    return Promise.reject(KeyError("gone"))




async def later(number: int) -> int:
    await asyncio.sleep(0)
    return number + 1


async def program() -> list[object]:
    def handler(number: int):
        if number > 30:
            return Promise.reject(ValueError(number))  # fixed
        return Promise.resolve(number)  # fixed

    given = age()
    broken = fails()
    who, years = await Promise.all([name(), age()])  # fixed
    results: list[object] = [who, years]
    results.append(await Promise.all([name(), age()]).then(lambda both: (both[1], both[0], len(both))))  # fixed
    results.append(await age().then(lambda number: number + 1).then())  # fixed
    results.append(await fails().then().catch(repr))  # fixed
    results.append(await age().then(handler).catch(repr))
    results.append(await age().then(lambda number: Promise.resolve(later(number))))  # fixed
    results.append(await fails().catch(lambda error: Promise.resolve(repr(error))))  # fixed
    results.append(await age().finally_(lambda: Promise.resolve()))  # fixed
    results.append(
        await Promise[int](lambda resolve, reject: given.then(lambda n: n + 1).then(resolve, reject))  # fixed
    )
    results.append(
        await Promise[int](lambda resolve, reject: broken.then(resolve).catch(reject)).catch(repr)  # fixed
    )
    await age().then(note).then()  # fixed
    return results


def run() -> object:
    did.clear()
    return asyncio.run(program()), list(did)
