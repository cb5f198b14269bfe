"""Context variables that a handler sets or resets for nobody (`# E`), and those it does so with an effect."""

from collections.abc import Callable
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar, Token, copy_context
from typing import Any

from typedpromise import Promise
from typedpromise.dataloader import DataLoader

user: ContextVar[str] = ContextVar("user")
last: "Token[str]" = user.set("nobody")


class Request:
    user: ContextVar[str]
    token: "Token[str]"


request = Request()


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


def use(*values: object) -> None: ...


def sets(name: str) -> str:
    user.set(name)  # E
    return name


def sets_on_some(name: str) -> str:
    if name:
        user.set(name.upper())  # E
    else:
        use(name)
    return name


def sets_an_attribute(name: str) -> None:
    request.user.set(name)  # E


async def sets_later(name: str) -> None:
    await fetch(1)
    user.set(name)  # E


def resets(error: Exception) -> None:
    user.reset(last)  # E
    raise error


def sets_and_uses(name: str) -> str:
    user.set(name)
    use(name)
    return name


def sets_and_reads(name: str) -> str:
    user.set(name)
    return user.get()


def sets_and_resets(name: str) -> None:
    token = user.set(name)
    user.reset(token)


def sets_in_a_loop(name: str) -> None:
    for letter in name:
        use(letter)
        user.set(letter)


def sets_within(name: str) -> None:
    with nullcontext():
        user.set(name)


async def sets_and_waits(name: str) -> None:
    user.set(name)
    await fetch(1)


def is_called(name: str) -> None:
    user.set(name)


def not_given(name: str) -> None:
    user.set(name)


def takes_a_token(token: "Token[str]") -> None:
    user.reset(token)


def resets_an_attribute(name: str) -> None:
    user.reset(request.token)


class Names:
    def set(self, name: str) -> None: ...


def executor(resolve: Callable[[str], None], reject: Callable[[Exception], None]) -> None:
    resolve("")
    user.set("somebody")


def batch(keys: list[int]) -> list[str]:
    user.set("somebody")
    return []


def bad() -> None:
    fetch(1).then(sets).done()
    fetch(1).then(sets_on_some).done()
    fetch(1).then(sets_an_attribute).done()
    fetch(1).then(sets_later).catch(resets).done()
    fetch(1).then(lambda name: user.set(name)).done()  # E
    fetch(1).tap(lambda name: user.set(name)).done()  # E
    fetch(1).finally_(lambda: user.set("nobody")).done()  # E
    fetch(1).done(lambda name: user.set(name))  # E
    Promise.map(["one"], lambda name: user.set(name)).done()  # E
    token = user.set("somebody")
    fetch(1).finally_(lambda: user.reset(token)).done()  # E


def good(names: Names, unknown: Any) -> None:
    fetch(1).then(sets_and_uses).then(sets_and_reads).then(sets_in_a_loop).done()
    fetch(1).then(sets_and_resets).done()
    fetch(1).then(sets_within).done()
    fetch(1).then(sets_and_waits).done()
    fetch(1).then(is_called).done()
    fetch(1).then(resets_an_attribute).done()
    is_called("one")
    not_given("one")
    Promise.resolve(user.set("one")).then(takes_a_token).done()
    fetch(1).then(lambda name: names.set(name)).done()
    fetch(1).then(lambda name: {1}.union([2])).done()
    fetch(1).then(lambda name: copy_context().run(user.set, name)).done()
    fetch(1).then(lambda name: unknown.set(name)).done()
    fetch(1).then(lambda name: (user.set(name), user.get())).done()
    fetch(1).then(lambda name: lambda: user.set(name)).done()
    Promise(executor).done()
    Promise.try_(lambda: user.set("one")).done()
    user.set("two")
    use(DataLoader[int, str](batch))
    unknown.then(lambda name: user.set(name))


def ignored() -> None:
    fetch(1).then(lambda name: user.set(name)).done()  # type: ignore[lost-context]
