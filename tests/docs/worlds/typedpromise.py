"""What the right columns take for granted; the type checkers read it too."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from typedpromise import Promise


class ThenableOne:
    """An object with a `then`, of no promise library."""

    def then(self, resolve: Callable[[int], object], _reject: Callable[[Exception], object]) -> None:
        """Call back with 1."""
        resolve(1)


class Connection:
    """Something that has to be closed."""

    def close(self) -> None:
        """Close it."""
        log.append("closed")

    def query(self) -> Promise[str]:
        """Return what is in it."""
        return Promise.resolve("rows")


log: list[object] = []
keys = [1, 2]
pool = ThreadPoolExecutor(2)
one = Promise.resolve(1)
two = Promise.resolve(2)
failed: Promise[int] = Promise.reject(KeyError("k"))
failed.catch(BaseException, lambda _: 0).done()  # a row may leave it alone
thenable = ThenableOne()


def add(value: int) -> int:
    """Add one."""
    return value + 1


def load(key: int) -> Promise[str]:
    """Return a promise of a row."""
    return Promise.resolve(f"row {key}")


async def fetch_row(key: int) -> str:
    """Return a row."""
    return f"row {key}"


def fail() -> int:
    """Raise."""
    message = "k"
    raise KeyError(message)


def connect() -> Promise[Connection]:
    """Return a promise of a connection."""
    return Promise.resolve(Connection())


def forget(_promise: Promise[int]) -> None:
    """Drop it, as a bug would."""


def read(name: str, callback: Callable[[Exception | None, str], None]) -> None:
    """Call back with an error or a text, as many libraries do."""
    if name == "gone":
        callback(KeyError(name), "")
    else:
        callback(None, f"text of {name}")
