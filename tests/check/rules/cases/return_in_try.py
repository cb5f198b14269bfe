"""Promises that leave a `try` before they settle (`# E`), and promises that are awaited or handled."""

from collections.abc import Callable, Iterator

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def parse(text: str) -> int:
    raise NotImplementedError


def log(error: BaseException) -> None: ...
def yes() -> bool:
    raise NotImplementedError


async def in_async() -> object:
    try:
        return fetch(1)  # E
    except ValueError:
        return None


async def in_branch() -> object:
    try:
        if yes():
            return fetch(1).then(parse)  # E
        with open("name") as _:
            return fetch(2)  # E
    except (KeyError, ValueError):
        return None
    finally:
        log(ValueError())


async def bare() -> object:
    try:
        return Promise.all([fetch(1)])  # E
    except:
        raise


def in_sync() -> object:
    try:
        return fetch(1)  # E
    except Exception as error:
        log(error)


def in_sync_base() -> object:
    try:
        return fetch(1).catch(KeyError, log)  # E
    except (KeyError, BaseException):
        return None


async def awaited() -> object:
    try:
        return await fetch(1)
    except ValueError:
        return None


async def awaited_chain() -> object:
    try:
        return await fetch(1).then(parse)
    except ValueError:
        return None


async def handled() -> object:
    try:
        return fetch(1).catch(log)
    except ValueError:
        return None


async def lookup(pending: dict[int, Promise[str]]) -> object:
    try:
        return pending.pop(1)
    except KeyError:
        return fetch(1)


async def subscript(pending: dict[int, Promise[str]]) -> object:
    try:
        return pending[1]
    except Exception:
        return fetch(1)


async def only_finally() -> object:
    try:
        return fetch(1)
    finally:
        log(ValueError())


async def elsewhere() -> object:
    try:
        yes()
    except ValueError:
        return fetch(1)
    else:
        return fetch(2)


async def inner() -> object:
    try:
        def later() -> Promise[str]:
            return fetch(1)

        functions: list[Callable[[], Promise[str]]] = [later, lambda: fetch(1)]
        return functions
    except ValueError:
        return None


def narrow() -> object:
    try:
        return fetch(1)
    except ValueError:
        return None


def rejects() -> Promise[str]:
    try:
        return fetch(1)
    except Exception as error:
        return Promise.reject(error)


def raises() -> Promise[str]:
    try:
        return fetch(1)
    except Exception as error:
        raise RuntimeError from error


def generates() -> Iterator[object]:
    try:
        yield fetch(1)
        return fetch(2)
    except Exception:
        return None


def plain() -> object:
    try:
        return parse("1")
    except Exception:
        return None
