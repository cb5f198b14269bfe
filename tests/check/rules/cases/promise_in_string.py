"""Promises written into text (`# E`), and text that is fine."""

import logging
import sys
from logging import getLogger
from typing import Any

from typedpromise import Promise

log = getLogger(__name__)
TEMPLATE = "%r"


class Shown(Promise[int]):
    def __str__(self) -> str:
        return "shown"


def name(user: int) -> Promise[str]:
    raise NotImplementedError


def text(promise: Promise[str], width: int) -> object:
    return [
        f"{promise}",  # E
        f"a {width} {promise}",  # E
        f"{promise!s}",  # E
        f"{promise:>10}",  # E
        f"{promise:>{width}}",  # E
        f"{name(1)}",  # E
        f"{name(1).then(len)} characters",  # E
        f"a{promise}",  # E
        "%s" % promise,  # E
        "%s %s" % (width, promise),  # E
        "%*d %s" % (width, 3, promise),  # E
        "%%%s" % promise,  # E
        "%-10s" % promise,  # E
        "%(one)s %(two)r" % {"one": promise, "two": promise},  # E
        "{}".format(promise),  # E
        "{} {}".format(width, promise),  # E
        "{1} {0!r}".format(promise, promise),  # E
        "{one}".format(one=promise),  # E
        "{:{}} {}".format(width, 3, promise),  # E
        str(promise),  # E
        format(promise),  # E
        f"{promise!r}",
        f"{promise=}",
        f"{promise.state} {promise.value}",
        f"{[promise]}",
        "%r" % promise,
        "%a" % (promise,),
        "%s %r" % (width, promise),
        "%.*f %r" % (2, 0.5, promise),
        "%(one)r" % {"one": promise},
        "{!r}".format(promise),
        "{0!r} {1}".format(promise, width),
        "{0.state} {one.value}".format(promise, one=promise),
        "{:{}} {!r}".format(width, 3, promise),
        TEMPLATE % promise,
        TEMPLATE.format(promise),
        "{".format(promise),
        str(),
        repr(promise),
        ascii(promise),
        width % 3,
    ]


def prints(promise: Promise[str], *rest: Any, **options: Any) -> None:
    print(promise)  # E
    print("name:", promise, file=sys.stderr)  # E
    print(name(1))  # E
    print(repr(promise), promise.state)
    print(*rest, promise)
    print("{}".format(*rest), **options)
    log.info("%s", *rest)


def logs(
    promise: Promise[str],
    adapter: "logging.LoggerAdapter[logging.Logger]",
    message: str,
) -> None:
    log.info(promise)  # E
    log.info("got %s", promise)  # E
    log.info("got %r and %s", promise, promise)  # E
    log.log(logging.INFO, "got %s", promise)  # E
    logging.error("got %s", promise)  # E
    logging.log(logging.INFO, promise)  # E
    adapter.warning("got %s", promise)  # E
    log.info("got %r", promise)
    log.info("got %s", promise.state)
    log.info(message, promise)
    log.info("got it", extra={"promise": promise})
    log.isEnabledFor(logging.INFO)


class Keeper:
    def __init__(self, promise: Promise[str]) -> None:
        self.promise = promise

    def __repr__(self) -> str:
        return f"<Keeper of {self.promise}>"

    def show(self) -> str:
        return f"<Keeper of {self.promise}>"  # E


class Other:
    def info(self, value: object) -> None: ...
    def format(self, value: object) -> None: ...


def fine(
    promise: Promise[str], maybe: Promise[str] | None, untyped: Any, value: object
) -> object:
    Other().info(promise)
    Other().format(promise)
    return [
        f"{maybe}",
        f"{untyped}",
        f"{value}",
        str(maybe),
        f"{Shown(lambda resolve, reject: resolve(1))}",
    ]


async def awaited(promise: Promise[str]) -> str:
    print(await promise)
    return (
        f"{await promise} {promise.get()} {promise.then(lambda found: print(found))!r}"
    )


def handled(promise: Promise[str]) -> Promise[None]:
    return promise.then(lambda found: print(f"{found}"))


def ignored(promise: Promise[str]) -> None:
    print(promise)  # type: ignore[promise-in-string]
