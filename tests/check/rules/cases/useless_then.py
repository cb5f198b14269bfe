"""Links that change nothing (`# E`), and links that do."""

from typing import Any

from typedpromise import Promise


def fetch(number: int) -> Promise[str]:
    raise NotImplementedError


class Other:
    def then(self, *handlers: object) -> None: ...


def useless() -> object:
    return [
        fetch(1).then(),  # E
        fetch(1).then(lambda text: text),  # E
        fetch(1).then(lambda text: text, None),  # E
        fetch(1).then(len).then(),  # E
        fetch(1).then().then(len),  # E
    ]


def useful(*handlers: Any, other: str = "") -> object:
    Other().then()
    return [
        fetch(1).then(len),
        fetch(1).then(lambda text: other),
        fetch(1).then(lambda text: [text]),
        fetch(1).then(lambda text: text.upper()),
        fetch(1).then(lambda text: text, lambda error: ""),
        fetch(1).then(None, lambda error: ""),
        fetch(1).then(*handlers),
        fetch(1).catch(lambda error: error),
    ]


def ignored() -> object:
    return fetch(1).then()  # type: ignore[useless-then]
