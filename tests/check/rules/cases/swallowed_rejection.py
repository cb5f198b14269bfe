"""Handlers that take every error and do nothing (`# E`), and handlers that do something."""

from typing import Any

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def fail(error: Exception) -> None:
    raise NotImplementedError


def ignore(error: Exception) -> None: ...


def ignore_with_reason(error: Exception) -> None:
    """Nobody cares."""
    return None


def bad() -> None:
    def local(error: Exception) -> None:
        pass

    fetch(1).catch(ignore)  # E
    fetch(1).catch(ignore_with_reason)  # E
    fetch(1).catch(local)  # E
    fetch(1).catch(lambda error: None)  # E
    fetch(1).then(len, lambda error: None)  # E
    fetch(1).then(None, ignore)  # E
    fetch(1).catch(Exception, lambda error: None)  # E
    fetch(1).catch((KeyError, Exception), lambda error: None)  # E
    fetch(1).catch(KeyError, fail).catch(lambda error: None).finally_(print)  # E


def good(unknown: Any) -> Promise[str | int]:
    def on_purpose(_error: Exception) -> None:
        pass

    def says(error: Exception) -> None:
        print(error)

    def raises(error: Exception) -> None:
        raise RuntimeError from error

    fetch(1).catch(fail)
    fetch(1).catch(on_purpose)
    fetch(1).catch(says)
    fetch(1).catch(raises)
    fetch(1).catch(print)
    fetch(1).catch(unknown)
    fetch(1).catch(lambda _: None)
    fetch(1).catch(lambda error: print("failed"))
    fetch(1).catch(KeyError, lambda error: None).catch(fail)
    fetch(1).catch((KeyError, ValueError), ignore).catch(fail)
    fetch(1).then(lambda text: None, fail)
    fetch(1).then(lambda text: None).catch(fail)
    fetch(1).then(len, None).catch(fail)
    fetch(1).finally_(lambda: None).catch(fail)
    return fetch(1).catch(lambda error: 0)
