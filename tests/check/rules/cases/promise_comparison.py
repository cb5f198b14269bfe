"""Promises compared with values (`# E`), and comparisons that are fine."""

import datetime
import enum
from dataclasses import dataclass
from typing import Any, TypeVar
from unittest.mock import ANY

from typedpromise import Promise


class Colour(enum.Enum):
    RED = 1


@dataclass
class User:
    name: str


class Matcher:
    def __eq__(self, other: object) -> bool:
        return True

    def __lt__(self, other: object) -> bool:
        return True


class Same(Promise[int]):
    def __eq__(self, other: object) -> bool:
        return True

    def __lt__(self, other: object) -> bool:
        return True


T = TypeVar("T")


def count() -> Promise[int]:
    raise NotImplementedError


def user() -> Promise[User]:
    raise NotImplementedError


def values(promise: Promise[int], day: datetime.date) -> object:
    return [
        promise == 3,  # E
        3 == promise,  # E
        promise != 3,  # E
        count() == "3",  # E
        promise == (1, 2),  # E
        promise == [1, 2],  # E
        user() == User("Ada"),  # E
        promise == Colour.RED,  # E
        promise == day,  # E
        promise < 3,  # E
        promise >= 3,  # E
        0 < promise,  # E
        count() < count(),  # E
        1 == promise == 2,  # E
        promise == 1 or promise == 2,  # E
    ]


def membership(
    promise: Promise[int],
    many: list[Promise[int]],
    numbers: list[int],
    names: dict[str, Promise[int]],
) -> object:
    return [
        3 in [promise],  # E
        3 in many,  # E
        3 not in many,  # E
        "a" in {promise, count()},  # E
        3 in names.values(),  # E
        promise in numbers,  # E
        promise in (1, 2),  # E
        promise not in {1: 2},  # E
        promise in names,  # E
        promise in many,
        promise not in many,
        promise in names.values(),
        "a" in names,
        3 in numbers,
    ]


def fine(
    promise: Promise[int],
    other: Promise[int],
    maybe: Promise[int] | None,
    either: Promise[int] | int,
    untyped: Any,
    value: object,
    some: list[Promise[int] | None],
    unknown: list[Any],
    objects: list[object],
    generic: T,
) -> object:
    return [
        promise is other,
        promise is not other,
        promise is None,
        promise is not None,
        promise == None,
        maybe is None,
        maybe == None,
        maybe == 3,
        either == 3,
        promise == either,
        promise == maybe,
        promise == untyped,
        promise == value,
        promise == generic,
        promise == ANY,
        promise == Matcher(),
        Matcher() == promise,
        promise < Matcher(),
        Same(lambda resolve, reject: resolve(1)) == 3,
        Same(lambda resolve, reject: resolve(1)) < 3,
        None in some,
        3 in unknown,
        promise in objects,
        value in [promise],
        promise.state == "pending",
        promise.get() == 3,
        id(promise) == id(other),
    ]


def identity(promise: Promise[int], other: Promise[int]) -> object:
    return [promise == other, other != promise]  # E


async def awaited(promise: Promise[int], many: list[Promise[int]]) -> object:
    return [await promise == 3, 3 in await Promise.all(many)]


def ignored(promise: Promise[int]) -> bool:
    return promise == 3  # type: ignore[promise-comparison]
