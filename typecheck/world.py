"""The small world the cases speak of: users, errors, and a function of every shape a handler can have.

Everything here works, so that a case can be run as well as checked.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Generic, NoReturn, Protocol, TypedDict, TypeVar, cast, overload

from typedpromise import Fulfilled, Promise, Settled

X = TypeVar("X")
X_co = TypeVar("X_co", covariant=True)


class AppError(Exception):
    code = "app"


class StoreError(Exception):
    code = b"store"


class NetworkError(Exception):
    host = "example"


@dataclass
class User:
    id: int
    name: str

    def named(self, name: str) -> "User":
        return User(self.id, name)

    def greet(self, n: int) -> str:
        return f"{self.name} {n}"

    def avatar(self, size: int) -> Promise[bytes]:
        return Promise.resolve(bytes(size))

    def shown(self, outcome: Settled[int]) -> str:
        return f"{self.name} {outcome!r}"

    def renamed(self, name: str, n: int) -> str:
        return name + str(n)

    @property
    def initials(self) -> str:
        return self.name[:1]

    @classmethod
    def by_id(cls, n: int) -> "User":
        return cls(n, "by id")

    @classmethod
    def load(cls, n: int) -> "Promise[User]":
        return Promise.resolve(User(n, "loaded"))

    @staticmethod
    def parse(n: int) -> "User":
        return User(n, "parsed")


class Admin(User):
    def sudo(self) -> None: ...


@dataclass
class Box(Generic[X]):
    value: X


@dataclass
class Chain:
    """What a fold can build: a class whose call takes what there is and the next value."""

    before: "Chain | None"
    n: int


class Profile(TypedDict):
    user: User
    score: int


class LoadingProfile(TypedDict):
    """A profile on its way."""

    user: Promise[User]
    score: Promise[int]


class Labeller:
    """An object that can be called."""

    def __call__(self, n: int) -> str:
        return str(n)


class AsyncLabeller:
    """An object that can be called, and whose call is a coroutine."""

    async def __call__(self, n: int) -> str:
        return str(n)


class Labels(Protocol):
    """A callable described by its shape."""

    def __call__(self, n: int, /) -> str: ...


class Traced(Promise[X_co]):
    """A promise with one more method."""

    def trace(self) -> str:
        return "trace"


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


def is_odd(n: int) -> bool:
    return n % 2 == 1


# Handlers of a number that give something to wait for.


def fetch(n: int) -> Promise[str]:
    return Promise.resolve(str(n))


def fetch_from(base: str, n: int) -> Promise[str]:
    return Promise.resolve(base + str(n))


def fetch_number(n: int) -> Promise[int]:
    return Promise.resolve(n)


async def fetch_soon(n: int) -> str:
    return str(n)


async def log_soon(n: int) -> None: ...


async def fail_soon(n: int) -> NoReturn:
    raise ValueError(n)


def is_odd_later(n: int) -> Promise[bool]:
    return Promise.resolve(is_odd(n))


async def is_odd_soon(n: int) -> bool:
    return is_odd(n)


def awaitable(n: int) -> Awaitable[str]:
    return fetch(n)


def future(n: int) -> asyncio.Future[str]:
    return asyncio.ensure_future(fetch_soon(n))


def task(n: int) -> asyncio.Task[str]:
    return asyncio.create_task(fetch_soon(n))


def pooled(n: int) -> Future[str]:
    """A future as an executor's `submit` gives it."""
    done: Future[str] = Future()
    done.set_result(str(n))
    return done


def traced(n: int) -> Traced[str]:
    def run(resolve: Callable[[str], None], reject: Callable[[Exception], None]) -> None:
        resolve(str(n))

    return Traced(run)


def later(x: X) -> Promise[X]:
    return Promise.resolve(x)


async def soon(x: X) -> X:
    return x


@overload
def look_up(key: int) -> Promise[str]: ...
@overload
def look_up(key: str) -> Promise[int]: ...
def look_up(key: int | str) -> Promise[Any]:
    return Promise.resolve(len(key) if isinstance(key, str) else str(key))


@overload
def flip(key: int) -> str: ...
@overload
def flip(key: str) -> int: ...
def flip(key: int | str) -> int | str:
    return len(key) if isinstance(key, str) else str(key)


# Handlers of a number that are of two minds.


def cached(n: int) -> str | Promise[str]:
    return str(n) if n else fetch(n)


def cached_soon(n: int) -> str | Awaitable[str]:
    return str(n) if n else fetch_soon(n)


def number_or_fetched(n: int) -> int | Promise[str]:
    return n if n > 1 else fetch(n)


def found(n: int) -> Promise[str] | None:
    return fetch(n) if n else None


def either(n: int) -> Promise[int] | Promise[str]:
    return fetch_number(n) if n > 1 else fetch(n)


def fetch_or_soon(n: int) -> Promise[str] | Awaitable[str]:
    return fetch(n) if n else fetch_soon(n)


def fetch_nested(n: int) -> Promise[Promise[str]]:
    # Nothing makes such a promise at run time, but a function can be declared so (generic code does).
    return cast("Promise[Promise[str]]", fetch(n))


async def fetch_in_coroutine(n: int) -> Promise[str]:
    return fetch(n)


# Handlers of an error.


def to_bytes(error: Exception) -> bytes:
    return repr(error).encode()


async def to_bytes_soon(error: Exception) -> bytes:
    return to_bytes(error)


def fetch_bytes(error: Exception) -> Promise[bytes]:
    return Promise.resolve(to_bytes(error))


def reraise(error: Exception) -> NoReturn:
    raise error


async def reraise_soon(error: Exception) -> NoReturn:
    raise error


def untyped_error(error: Exception) -> Any:
    return error


def text_or_bytes(error: Exception) -> str | bytes:
    return repr(error)


def cached_error(error: Exception) -> str | Promise[str]:
    return repr(error)


def ignore(error: Exception) -> None: ...


def code_of(error: AppError) -> str:
    return error.code


async def code_soon(error: AppError) -> str:
    return error.code


def fetch_code(error: AppError) -> Promise[str]:
    return Promise.resolve(error.code)


@overload
def describe_error(error: Exception) -> str: ...
@overload
def describe_error(error: str) -> bytes: ...
def describe_error(error: Exception | str) -> str | bytes:
    return error.encode() if isinstance(error, str) else repr(error)


# Handlers of an outcome.


def shown(outcome: Settled[int]) -> str:
    return repr(outcome)


async def shown_soon(outcome: Settled[int]) -> str:
    return repr(outcome)


def value_or_none(outcome: Settled[X]) -> X | None:
    return outcome.value if isinstance(outcome, Fulfilled) else None


@overload
def describe(outcome: Settled[int]) -> str: ...
@overload
def describe(outcome: str) -> bytes: ...
def describe(outcome: Settled[int] | str) -> str | bytes:
    return outcome.encode() if isinstance(outcome, str) else repr(outcome)


# Handlers of what has been folded so far, and the next number.


def joined(text: str, n: int) -> str:
    return text + str(n)


def joined_later(text: str, n: int) -> Promise[str]:
    return Promise.resolve(joined(text, n))


async def joined_soon(text: str, n: int) -> str:
    return joined(text, n)


def first_of(first: X, second: object) -> X:
    return first


@overload
def merge(first: int, second: int) -> int: ...
@overload
def merge(first: str, second: int) -> str: ...
def merge(first: int | str, second: int) -> int | str:
    return first + second if isinstance(first, int) else first + str(second)


# Handlers of what props gives.


def total(numbers: dict[str, int]) -> int:
    return sum(numbers.values())


def profile_name(profile: Profile) -> str:
    return profile["user"].name


# Functions to run last, and functions to start from.


def clean_up() -> None: ...


async def clean_up_soon() -> None: ...


def all_of(*items: X) -> list[X]:
    return [*items]


@overload
def report() -> None: ...
@overload
def report(text: str) -> str: ...
def report(text: str | None = None) -> str | None:
    return text


def fetch_nothing() -> Promise[None]:
    return Promise.resolve()


def read(size: int, mode: str = "") -> bytes:
    return bytes(size)


async def read_soon(size: int, mode: str = "") -> bytes:
    return bytes(size)


def read_later(size: int, mode: str = "") -> Promise[bytes]:
    return Promise.resolve(bytes(size))


def start(resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None:
    resolve(1)


def start_nothing(resolve: Callable[[X], None], reject: Callable[[Exception], None]) -> None:
    reject(ValueError())


@overload
def start_one(resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None: ...
@overload
def start_one(resolve: Callable[[int], None]) -> None: ...
def start_one(resolve: Callable[[int], None], reject: Callable[[Exception], None] | None = None) -> None:
    resolve(1)


class Starter:
    """An object with an executor."""

    def start(self, resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None:
        resolve(1)


class Starting:
    """A class that is an executor."""

    def __init__(self, resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None:
        resolve(1)
