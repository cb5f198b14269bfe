"""Compile the shapes for every contestant, and find out who can run what, and rightly."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from time import perf_counter, process_time
from types import FrameType
from typing import Any
from weakref import ref

from .dialects import Dialect
from .shapes import NotOfferedError, Shape

# A result that is lost often shows as a wait without end.
PATIENCE_SECONDS = 20


class StuckError(Exception):
    """The work did not end in time."""


@dataclass(frozen=True)
class Entry:
    """A contestant in one shape; calling it does one sample and returns the seconds."""

    name: str
    shape: Shape
    function: Callable[..., Any]
    loop: asyncio.AbstractEventLoop

    def __call__(self) -> float:
        """Run one sample; raises `AssertionError` where its result is wrong."""
        clock = perf_counter if self.shape.wall else process_time
        made = self.function(self.shape.n, self.shape.times, clock, self.loop)
        elapsed, seen, wanted = self.loop.run_until_complete(made) if asyncio.iscoroutine(made) else made
        if seen != wanted:
            msg = f"gives {seen!r:.60} in place of {wanted!r}"
            raise AssertionError(msg)
        return float(elapsed)


class Contestants:
    """Those that are installed, each with a namespace of its own and one event loop for all."""

    def __init__(self, dialects: tuple[Dialect, ...]) -> None:
        """Import them; `missing` says whom and why not."""
        self.loop = asyncio.new_event_loop()
        self.loop.set_exception_handler(lambda _loop, _context: None)
        self.missing: dict[str, str] = {}
        self._spaces: list[tuple[Dialect, dict[str, Any]]] = []
        for dialect in dialects:
            try:
                for module in dialect.needs:
                    import_module(module)
            except Exception as error:  # noqa: BLE001 - a peer may fail in its own way
                self.missing[dialect.name] = f"{type(error).__name__}: {error}"
            else:
                self._spaces.append((dialect, self._space(dialect)))

    def _space(self, dialect: Dialect) -> dict[str, Any]:
        space: dict[str, Any] = {
            "loop": self.loop,
            "sleep": asyncio.sleep,
            "SimpleQueue": SimpleQueue,
            "Thread": Thread,
            "ref": ref,
            "inc": lambda value: value + 1,
            "five": lambda _error: 5,
            "nothing": lambda *_: None,
            "doubled": _doubled,
            "doubled_soon": _doubled_soon,
        }
        exec(dialect.prelude, space)  # noqa: S102 - our own source, see dialects.py
        return space

    def entries(self, shape: Shape) -> tuple[list[Entry], dict[str, str]]:
        """Return who does `shape` rightly, and for the others that offer it the reason why they failed."""
        good: list[Entry] = []
        failed: dict[str, str] = {}
        for dialect, space in self._spaces:
            try:
                source = shape.source(dialect)
            except NotOfferedError:
                continue
            exec(compile(source, f"<{shape.key} of {dialect.name}>", "exec"), space)  # noqa: S102 - as above
            entry = Entry(dialect.name, shape, space["shape"], self.loop)
            try:
                with patience(PATIENCE_SECONDS):
                    entry()
            except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - whatever it is, it is a failure
                failed[dialect.name] = _reason(error)
            else:
                good.append(entry)
        return good, failed


def _reason(error: BaseException) -> str:
    if isinstance(error, AssertionError | StuckError):
        return str(error)
    return f"{type(error).__name__}: {error}"[:100].removesuffix(": ")


@contextmanager
def patience(seconds: int) -> Iterator[None]:
    """Raise `StuckError` in the block when it takes longer than `seconds`."""

    def ring(_signal: int, _frame: FrameType | None) -> None:
        msg = f"was stuck: no result after {seconds} s"
        raise StuckError(msg)

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _doubled(keys: list[int]) -> list[int]:
    return [key * 2 for key in keys]


async def _doubled_soon(keys: list[int]) -> list[int]:
    return _doubled(keys)
