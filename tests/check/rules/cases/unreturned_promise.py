"""Promises that a handler makes and handles but does not wait for (`# E`), and those it returns."""

from typing import Any

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def save(text: str) -> Promise[None]:
    raise NotImplementedError


def log(value: object) -> None: ...
def fail(error: Exception) -> None: ...
def yes() -> bool:
    raise NotImplementedError


kept: Promise[int] = Promise.resolve(1)


def handled(text: str) -> None:
    save(text).catch(fail)  # E


def in_branch(text: str) -> None:
    if yes():
        save(text).then(log, fail)  # E


def of_error(error: Exception) -> None:
    save(str(error)).then(log).catch(fail)  # E


def bad() -> Promise[None]:
    def local(text: str) -> None:
        log(text)
        save(text).catch(fail)  # E

    fetch(1).then(local).catch(fail)
    fetch(1).then(log).catch(of_error)
    fetch(1).catch(KeyError, of_error).catch(fail)
    fetch(1).then(in_branch, of_error).catch(fail)
    return fetch(1).then(handled)


def returned(text: str) -> Promise[None]:
    return save(text).catch(fail)


def done(text: str) -> None:
    save(text).done(None, fail)


def floating(text: str) -> None:
    save(text)  # floating-promise speaks of it
    save(text).then(log)


def assigned(text: str) -> None:
    _ = save(text).catch(fail)


def on_some_path(text: str) -> Promise[None] | None:
    if yes():
        return save(text)
    save(text).catch(fail)
    return None


def of_another(text: str) -> None:
    kept.catch(fail)


def inner(text: str) -> None:
    def later() -> None:
        save(text).catch(fail)

    log(later)


async def coroutine(text: str) -> None:
    save(text).catch(fail)
    await save(text)


def no_handler(text: str) -> None:
    save(text).catch(fail)


class Api:
    def keep(self, text: str) -> None:
        save(text).catch(fail)


def good(api: Api, unknown: Any) -> Promise[None]:
    no_handler("text")
    save("text").catch(fail)
    fetch(1).then(api.keep).catch(fail)
    fetch(1).then(unknown).catch(fail)
    fetch(1).then(done).catch(fail)
    fetch(1).then(floating).catch(fail)
    fetch(1).then(assigned).catch(fail)
    fetch(1).then(on_some_path).catch(fail)
    fetch(1).then(of_another).catch(fail)
    fetch(1).then(inner).catch(fail)
    fetch(1).then(coroutine).catch(fail)
    fetch(1).then(lambda text: save(text).catch(fail)).catch(fail)
    return fetch(1).then(returned)
