"""Callbacks whose promises nobody looks at (`# E`), and callbacks that are fine."""

import asyncio
import atexit
import contextlib
import signal
import sys
import threading
import weakref
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Any, TypeVar, overload

from typedpromise import Promise, promisify

T = TypeVar("T")


def fetch(number: int = 0) -> Promise[str]:
    raise NotImplementedError


async def load(*values: object) -> None: ...
def fail(error: Exception) -> None: ...
def plain(*values: object) -> None: ...
def void(callback: Callable[[int], None]) -> None: ...
def maybe_void(value: int, callback: Callable[[int], None] | None = None) -> None: ...
def anything(callback: Callable[[int], object]) -> None: ...
def untyped(callback: Callable[[int], Any]) -> None: ...
def waits(callback: Callable[[int], Awaitable[object]]) -> None: ...
def either(callback: Callable[[int], Awaitable[None] | None]) -> None: ...
def generic(callback: Callable[[int], T]) -> T:
    raise NotImplementedError


@overload
def over(callback: Callable[[int], None]) -> None: ...
@overload
def over(callback: Callable[[int], Awaitable[None]]) -> Promise[None]: ...
def over(callback: Any) -> Any: ...


class Event:
    def subscribe(self, callback: Callable[[int], None]) -> None: ...
    def call_soon(self, callback: Callable[[int], Any]) -> None: ...


def declared(event: Event) -> None:
    void(lambda number: fetch(number))  # E
    void(fetch)  # E
    void(load)  # E
    maybe_void(1, lambda number: fetch(number).then(len))  # E
    maybe_void(1, callback=lambda number: fetch(number).catch(KeyError, fail))  # E
    event.subscribe(lambda number: fetch(number))  # E
    anything(fetch)  # E
    anything(lambda number: fetch(number))  # E
    void(plain)
    void(lambda number: plain(fetch(number)))
    void(lambda number: fetch(number).catch(fail))
    void(lambda number: fetch(number).done())
    event.call_soon(fetch)
    untyped(fetch)
    waits(fetch)
    waits(load)
    either(load)
    generic(fetch).catch(fail)
    plain(fetch)
    over(load).catch(fail)


def library(loop: asyncio.AbstractEventLoop, future: "Future[int]", stack: contextlib.ExitStack) -> None:
    loop.call_soon(fetch, 1)  # E
    loop.call_soon(load)  # E
    loop.call_later(1, lambda: fetch(1))  # E
    loop.call_at(1, load)  # E
    loop.call_soon_threadsafe(load)  # E
    loop.add_signal_handler(1, load)  # E
    asyncio.get_running_loop().call_soon(fetch)  # E
    future.add_done_callback(load)  # E
    asyncio.Future[int]().add_done_callback(load)  # E
    threading.Thread(target=fetch).start()  # E
    threading.Thread(None, load).start()  # E
    threading.Timer(1, fetch).start()  # E
    atexit.register(fetch)  # E
    signal.signal(signal.SIGINT, load)  # E
    weakref.finalize(future, fetch)  # E
    stack.callback(load)  # E
    loop.call_soon(plain, fetch, load)
    loop.call_soon(lambda: fetch(1).catch(fail))
    loop.call_soon(lambda: plain(loop.create_task(load())))
    loop.set_exception_handler(load)  # E
    loop.set_exception_handler(plain)
    loop.set_exception_handler(None)
    loop.run_in_executor(None, plain)
    threading.Thread(target=plain, args=(load,)).start()
    atexit.register(plain, fetch)


def promises(promise: Promise[int]) -> object:
    promise.done(fetch)  # E
    promise.done(lambda number: fetch(number))  # E
    promise.done(plain)
    promise.then(fetch).catch(fail)
    promise.finally_(fetch).catch(fail)
    promise.tap(fetch).catch(fail)
    Promise(lambda resolve, reject: plain(resolve)).catch(fail)
    return [Promise.try_(fetch, 1), promisify(fetch), sorted([1], key=lambda number: number)]


class Button:
    on_click: Callable[[int], object] = plain
    on_key: Callable[[int], Any] = plain
    on_move: Callable[[int], Promise[str]] = fetch
    on_hide: Callable[[int], object] | None = None
    by_name: dict[str, Callable[[int], object]] = {}
    in_order: list[Callable[[int], object]] = []
    label: object = None


def assigns(button: Button) -> None:
    sys.excepthook = load  # E
    sys.displayhook = lambda value: fetch(1)  # E
    sys.unraisablehook = load  # E
    threading.excepthook = load  # E
    button.on_click = fetch  # E
    button.on_click = lambda number: fetch(number)  # E
    button.on_click = load  # E
    button.on_hide = load  # E
    button.by_name = {"good": plain, "bad": fetch}  # E
    button.in_order = [plain, lambda number: fetch(number)]  # E
    button.by_name["one"] = load  # E
    sys.excepthook = plain
    sys.displayhook = lambda value: fetch(1).catch(fail)
    sys.excepthook = sys.__excepthook__
    button.on_click = plain
    button.on_click = lambda number: fetch(number).catch(fail)
    button.on_key = fetch
    button.on_move = fetch
    button.on_hide = None
    button.label = fetch
    button.by_name["two"] = plain
    button.by_name = {}
    by_name: dict[str, Callable[[int], object]] = {"good": plain, "bad": fetch}
    by_name["one"] = load
    one: Callable[[int], object] = fetch
    two = fetch
    three: object = fetch
    four = [fetch, load]
    five: dict[str, object] = {"one": fetch}
    six: Callable[[int], Any] = fetch
    seven: list[Callable[[int], Awaitable[object]]] = [fetch, load]


def ignored() -> None:
    void(lambda number: fetch(number))  # type: ignore[misused-promise]
