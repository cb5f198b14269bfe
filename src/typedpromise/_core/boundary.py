"""Run code of the user's with the stack of its caller cut off.

An exception keeps its traceback, that keeps the handler's frame, and since CPython 3.11 a finished frame keeps
`f_back`: every frame of the caller with all its locals.
A rejected promise that keeps its reason would so keep the function that made it, and be kept by it: a cycle.
A suspended generator has no `f_back`, so a generator between caller and handler cuts it (tests/core/test_memory.py).

This module stays interpreted when the core is compiled: compiled code has no frames, so it would cut nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from typing import Any

    from .jobs import JobQueue


def call(function: Callable[..., object], /, *args: object, **kwargs: object) -> object:
    """Return `function(*args, **kwargs)`, or raise what it raises, with our callers out of its frames' reach."""
    try:
        calls = _idle.pop()
    except IndexError:
        calls = _calls()
        next(calls)
    # Any: the function's result, or its exception.
    box: list[Any] = []
    failed = calls.send((function, args, kwargs, box))
    _idle.append(calls)
    outcome = box.pop()
    if not failed:
        return outcome
    try:
        raise outcome
    finally:
        del outcome


def run_jobs_of(queue: JobQueue) -> None:
    """Call `queue.run_jobs()` and raise what it raises; `call` for the one case that every `then` pays for."""
    try:
        runs = _idle_runs.pop()
    except IndexError:
        runs = _runs()
        next(runs)
    box = runs.send(queue)
    _idle_runs.append(runs)
    if box is not None:
        error = box.pop()
        try:
            raise error
        finally:
            del error


# Generators between two calls; more than one, since calls nest.
_idle: list[Generator[bool, tuple[Callable[..., object], tuple[object, ...], dict[str, object], list[Any]], None]] = []


_idle_runs: list[Generator[list[BaseException] | None, JobQueue, None]] = []


def _runs() -> Generator[list[BaseException] | None, JobQueue, None]:
    box: list[BaseException] | None = None
    while True:
        queue = yield box
        box = None
        try:
            queue.run_jobs()
        except BaseException as error:  # noqa: BLE001 - raised again by `run_jobs_of`
            box = [error]  # not the error itself: it keeps this frame, which must not keep it
        del queue


def _calls() -> Generator[bool, tuple[Callable[..., object], tuple[object, ...], dict[str, object], list[Any]], None]:
    # The exception must not pass through the generator: since 3.12 one that ends keeps its `f_back`.
    failed = False
    while True:
        function, args, kwargs, box = yield failed
        try:
            box.append(function(*args, **kwargs))
            failed = False
        except BaseException as error:  # noqa: BLE001 - raised again by `call`
            box.append(error)
            failed = True
        del function, args, kwargs, box
