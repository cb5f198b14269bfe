"""Handlers of errors that no error reaches (`# E`), and handlers that one may reach."""

from collections.abc import Callable
from typing import Any

from typedpromise import Promise


class Missing(KeyError): ...


class Stop(BaseException): ...


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def fail(error: BaseException) -> str:
    raise RuntimeError from error


def nothing(error: BaseException) -> None:
    """Nobody cares."""


def empty(error: BaseException) -> str:
    text = ""
    return text


def unknown(error: BaseException) -> str: ...
def convert(text: object) -> int: ...
def after() -> None:
    pass


async def later(error: BaseException) -> str:
    return ""


fallback = fetch(1)
plain = "plain"
classes = KeyError


def wanted() -> type[KeyError]:
    raise NotImplementedError


def reported(anything: Any) -> None:
    fetch(1).catch(nothing).catch(KeyError, fail).done()  # E
    fetch(1).catch(lambda error: None).catch(KeyError, fail).done()  # E
    fetch(1).catch(lambda error: plain).catch(KeyError, fail).done()  # E
    fetch(1).catch(lambda error: error).catch(KeyError, fail).done()  # E
    fetch(1).catch(lambda error: ("", [1])).catch(KeyError, fail).done()  # E
    fetch(1).catch(lambda error: -1).catch(fail).done()  # E
    fetch(1).catch(empty).catch(fail).done()  # E
    fetch(1).catch(empty).then(None, fail).done()  # E
    fetch(1).catch(Exception, empty).catch(ValueError, fail).done()  # E
    fetch(1).catch(BaseException, empty).catch(Stop, fail).done()  # E
    fetch(1).catch(BaseException, empty).catch(fail).done()  # E
    fetch(1).catch(LookupError, empty).catch(Missing, fail).done()  # E
    fetch(1).catch((ValueError, LookupError), empty).catch(Missing, fail).done()  # E
    fetch(1).catch(KeyError, empty).catch(KeyError, fail).done()  # E
    fetch(1).catch(KeyError, empty).catch(ValueError, empty).catch((ValueError, Missing), fail).done()  # E
    fetch(1).catch(LookupError, empty).catch((ValueError, Missing), fail).done()  # E
    fetch(1).catch(LookupError, empty).catch(classes, fail).done()  # E
    fetch(1).catch(IOError, empty).catch(OSError, fail).done()  # E
    fetch(1).catch(empty).finally_(after).catch(KeyError, fail).done()  # E
    fetch(1).catch(empty).then(lambda text: 1).catch(KeyError, fail).done()  # E
    fetch(1).then(lambda text: 1, empty).catch(KeyError, fail).done()  # E
    fetch(1).then(None, empty).catch(KeyError, fail).done()  # E
    fetch(1).catch((KeyError, KeyError), fail).done()  # E
    fetch(1).catch((LookupError, KeyError), fail).done()  # E
    fetch(1).catch((Missing, LookupError, ValueError), fail).done()  # E
    fetch(1).catch(unknown).catch(KeyError, fail).done()  # E
    fetch(1).catch(print).catch(KeyError, fail).done()  # E
    fetch(1).catch(anything).catch(KeyError, fail).done()
    fetch(1).catch(Exception, print).catch(KeyError, fail).done()  # E


def reachable(anything: Any, maybe: Callable[[Exception], str] | None, narrow: type[KeyError]) -> None:
    fetch(1).catch(KeyError, fail).catch(empty).done()
    fetch(1).catch(KeyError, empty).catch(LookupError, fail).done()
    fetch(1).catch(KeyError, empty).catch(ValueError, fail).catch(nothing).done()
    fetch(1).catch((KeyError, ValueError), empty).catch((LookupError, TypeError), fail).done()
    fetch(1).catch(fail).catch(RuntimeError, empty).done()
    fetch(1).catch(lambda error: fail(error)).then(convert).catch(KeyError, fail).done()
    fetch(1).catch(unknown).catch(empty).done()
    fetch(1).catch(print).catch(empty).done()
    fetch(1).catch(empty).then(convert).catch(KeyError, fail).done()
    fetch(1).catch(empty).then(lambda text: int(text)).catch(KeyError, fail).done()
    fetch(1).catch(empty).finally_(print).catch(KeyError, fail).done()
    fetch(1).catch(empty).timeout(1).catch(KeyError, fail).done()
    fetch(1).catch(empty).tap(convert).catch(KeyError, fail).done()
    fetch(1).catch(lambda error: fallback).then(len).catch(KeyError, fail).done()
    fetch(1).then(lambda text: 1, lambda error: fallback).catch(KeyError, fail).done()
    fetch(1).then(convert, empty).catch(KeyError, fail).done()
    fetch(1).then(convert).catch(KeyError, fail).done()
    fetch(1).then(convert, None).catch(fail).done()
    fetch(1).catch(empty).catch(Stop, fail).done()
    fetch(1).catch(Exception, empty).catch(BaseException, fail).done()
    fetch(1).catch(empty).catch(BaseException, fail).done()
    fetch(1).catch(KeyError, later).catch(KeyError, fail).done()
    fetch(1).catch(wanted(), empty).catch(Missing, fail).done()
    fetch(1).catch(LookupError, empty).catch(wanted(), fail).done()
    fetch(1).catch(LookupError, empty).catch(narrow, fail).done()
    fetch(1).catch(narrow, empty).catch(Missing, fail).done()
    fetch(1).catch((KeyError, IndexError, ValueError), fail).done()
    fetch(1).then(convert, maybe).catch(KeyError, fail).done()
    fetch(1).catch(LookupError, anything).catch(KeyError, fail).done()
    later_on = fetch(1).catch(empty)
    later_on.catch(KeyError, fail).done()
    anything.catch(empty).catch(fail)


def ignored() -> None:
    fetch(1).catch(nothing).catch(KeyError, fail).done()  # type: ignore[unreachable-catch]
