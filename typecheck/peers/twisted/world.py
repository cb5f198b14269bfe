"""The small world the cases speak of, as in `typecheck/world.py`: the same names, with Twisted's `Deferred` and `Failure`."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, Generic, NoReturn, Protocol, TypeVar, cast, overload

from twisted.internet.defer import Deferred, succeed
from twisted.python.failure import Failure

X = TypeVar("X")


@dataclass
class User:
    id: int
    name: str

    def greet(self, n: int) -> str:
        return f"{self.name} {n}"

    def avatar(self, size: int) -> Deferred[bytes]:
        return succeed(bytes(size))

    @property
    def initials(self) -> str:
        return self.name[:1]

    @classmethod
    def by_id(cls, n: int) -> "User":
        return cls(n, "by id")

    @classmethod
    def load(cls, n: int) -> "Deferred[User]":
        return succeed(User(n, "loaded"))

    @staticmethod
    def parse(n: int) -> "User":
        return User(n, "parsed")


class Admin(User):
    def sudo(self) -> None: ...


@dataclass
class Box(Generic[X]):
    value: X


class Labeller:
    """An object that can be called."""

    def __call__(self, n: int) -> str:
        return str(n)


class Labels(Protocol):
    """A callable described by its shape."""

    def __call__(self, n: int, /) -> str: ...


# Handlers of a number that give a plain value.


def label(n: int) -> str:
    return str(n)


def label_padded(n: int, width: int = 3) -> str:
    return str(n).rjust(width)


def label_all(*ns: int) -> str:
    return ", ".join(map(str, ns))


def label_loud(n: int, *, loud: bool = False) -> str:
    return str(n) + "!" * loud


def length(text: str) -> int:
    return len(text)


def same(x: X) -> X:
    return x


def listed(x: X) -> list[X]:
    return [x]


def add(a: int, b: int) -> int:
    return a + b


def log(n: int) -> None: ...


def fail(n: int) -> NoReturn:
    raise ValueError(n)


def untyped(n: int) -> Any:
    return n


def number_or_text(n: int) -> int | str:
    return n if n > 1 else str(n)


def maybe_text(n: int) -> str | None:
    return str(n) if n else None


# Handlers of a number that give something to wait for.


def fetch(n: int) -> Deferred[str]:
    return succeed(str(n))


def fetch_from(base: str, n: int) -> Deferred[str]:
    return succeed(base + str(n))


def fetch_number(n: int) -> Deferred[int]:
    return succeed(n)


async def fetch_soon(n: int) -> str:
    return str(n)


def awaitable(n: int) -> Awaitable[str]:
    return fetch(n)


def later(x: X) -> Deferred[X]:
    return succeed(x)


@overload
def look_up(key: int) -> Deferred[str]: ...
@overload
def look_up(key: str) -> Deferred[int]: ...
def look_up(key: int | str) -> Deferred[Any]:
    return succeed(len(key) if isinstance(key, str) else str(key))


@overload
def flip(key: int) -> str: ...
@overload
def flip(key: str) -> int: ...
def flip(key: int | str) -> int | str:
    return len(key) if isinstance(key, str) else str(key)


# Handlers of a number that are of two minds.


def cached(n: int) -> str | Deferred[str]:
    return str(n) if n else fetch(n)


def number_or_fetched(n: int) -> int | Deferred[str]:
    return n if n > 1 else fetch(n)


def found(n: int) -> Deferred[str] | None:
    return fetch(n) if n else None


def either(n: int) -> Deferred[int] | Deferred[str]:
    return fetch_number(n) if n > 1 else fetch(n)


def fetch_nested(n: int) -> Deferred[Deferred[str]]:
    # Nothing makes such a Deferred at run time, but a function can be declared so (generic code does).
    return cast("Deferred[Deferred[str]]", fetch(n))


# Handlers of a failure.


def to_bytes(failure: Failure) -> bytes:
    return repr(failure).encode()


def fetch_bytes(failure: Failure) -> Deferred[bytes]:
    return succeed(to_bytes(failure))


def reraise(failure: Failure) -> NoReturn:
    failure.raiseException()


def untyped_error(failure: Failure) -> Any:
    return failure


def text_or_bytes(failure: Failure) -> str | bytes:
    return repr(failure)


def cached_error(failure: Failure) -> str | Deferred[str]:
    return repr(failure)


def ignore(failure: Failure) -> None: ...


@overload
def describe_error(failure: Failure) -> str: ...
@overload
def describe_error(failure: str) -> bytes: ...
def describe_error(failure: Failure | str) -> str | bytes:
    return failure.encode() if isinstance(failure, str) else repr(failure)


# Functions to run last, and functions to start from.


def clean_up() -> None: ...


def read(size: int, mode: str = "") -> bytes:
    return bytes(size)


async def read_soon(size: int, mode: str = "") -> bytes:
    return bytes(size)


def read_later(size: int, mode: str = "") -> Deferred[bytes]:
    return succeed(bytes(size))
