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
    from typing import Any, TypeAlias

    from .jobs import JobQueue

    # What is yielded is a list of the one exception: were it the exception, this frame would keep what keeps it.
    _Drains: TypeAlias = Generator[list[BaseException] | None, None, None]
    _ExecutorCalls: TypeAlias = Generator[
        list[BaseException] | None, tuple[Callable[..., object], object, object], None
    ]


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


def run_thread(run: Callable[[], object], /) -> None:
    """Call `run()`: the first frame of a thread of ours.

    A thread that runs compiled code only has no frame at all: a look for the caller (origins.py) raises there,
    and the compiled core crashed on it (tests/core/test_timing.py).
    """
    run()


def drains(queue: JobQueue, run_jobs: Callable[[JobQueue], None]) -> _Drains:
    """Return a generator that calls `run_jobs(queue)` each time it is asked, and yields what that raised, if anything.

    It is not sent the queue, because a `for` asks it without a look-up and a call (150 instructions, compiled).
    """
    generator = _drains(queue, run_jobs)
    next(generator)
    return generator


def executes() -> _ExecutorCalls:
    """Return a generator that is sent an executor and its two functions, calls it, and yields what that raised."""
    generator = _executes()
    next(generator)
    return generator


# Generators between two calls; more than one, since calls nest.
_idle: list[Generator[bool, tuple[Callable[..., object], tuple[object, ...], dict[str, object], list[Any]], None]] = []


def _drains(queue: JobQueue, run_jobs: Callable[[JobQueue], None]) -> _Drains:
    raised: list[BaseException] | None = None
    while True:
        yield raised
        raised = None
        try:
            run_jobs(queue)
        except BaseException as error:  # noqa: BLE001 - raised again by `JobQueue.drain`
            raised = [error]


def _executes() -> _ExecutorCalls:
    raised: list[BaseException] | None = None
    while True:
        executor, resolve, reject = yield raised
        raised = None
        try:
            executor(resolve, reject)
        except BaseException as error:  # noqa: BLE001 - `Promise.__init__` rejects with it
            raised = [error]
        del executor, resolve, reject


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
