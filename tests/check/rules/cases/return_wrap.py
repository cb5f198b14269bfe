"""Results that are wrapped for nothing (`# E`), and results that are not."""

from typing import Any

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def yes() -> bool:
    raise NotImplementedError


def fail(error: Exception) -> None: ...


def shared(text: str):
    return Promise.resolve(text)


def bad() -> None:
    def resolves(text: str):
        if yes():
            return Promise.resolve(text)  # E
        return text

    def rejects(text: str):
        if yes():
            return Promise.reject(ValueError())  # E
        return text

    def of_error(error: Exception):
        return Promise.resolve(str(error))  # E

    def of_any_error(error: Exception):
        return Promise.resolve("")  # E

    def cleanup():
        return Promise.resolve(None)  # E

    fetch(1).then(resolves).catch(fail)
    fetch(1).then(rejects).catch(fail)
    fetch(1).catch(of_error).catch(fail)
    fetch(1).then(None, of_any_error).catch(fail)
    fetch(1).finally_(cleanup).catch(fail)
    fetch(1).then(lambda text: Promise.resolve(text)).catch(fail)  # E
    fetch(1).catch(KeyError, lambda error: Promise.resolve("")).catch(fail)  # E


def good(unknown: Any) -> Promise[str]:
    def typed(text: str) -> Promise[str]:
        return fetch(2) if yes() else Promise.resolve(text)

    def typed_paths(text: str) -> Promise[str]:
        if yes():
            return Promise.resolve(text)
        return fetch(2)

    def raises(text: str) -> str:
        if yes():
            raise ValueError
        return text

    def used_elsewhere(text: str):
        return Promise.resolve(text)

    def inner(text: str) -> object:
        def wrap() -> Promise[str]:
            return Promise.resolve(text)

        return wrap()

    fetch(1).then(shared).catch(fail)
    fetch(1).then(typed).catch(fail)
    fetch(1).then(typed_paths).catch(fail)
    fetch(1).then(raises).catch(fail)
    fetch(1).then(used_elsewhere).catch(fail)
    fetch(1).then(inner).catch(fail)
    fetch(1).then(unknown).catch(fail)
    fetch(1).then(lambda text: text).catch(fail)
    fetch(1).then(lambda text: fetch(2)).catch(fail)
    fetch(1).then(lambda text: Promise.reject(ValueError(text))).catch(fail)
    fetch(1).then(lambda text: fetch(2) if yes() else Promise.resolve(text)).catch(fail)
    fetch(1).then(lambda text: Promise.all([fetch(1)])).catch(fail)
    fetch(1).then(lambda text: Promise.resolve(text).then(len)).catch(fail)
    fetch(1).then(lambda text: unknown.resolve(text)).catch(fail)
    used_elsewhere("text").catch(fail)
    return Promise.resolve("text")
