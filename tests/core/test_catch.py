"""`catch`: a handler for rejections, of every `Exception` or of the classes it names."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.support.hosts import Host
from tests.support.unhandled import Unhandled
from typedpromise import Promise, Resolvers


class Closed(BaseException):
    """An exception that is not an `Exception`."""


KEY = KeyError("key")
FILTERS: list[tuple[Any, BaseException, bool]] = [
    (KeyError, KEY, True),
    (LookupError, KEY, True),
    (Exception, KEY, True),
    (BaseException, KEY, True),
    (IndexError, KEY, False),
    ((IndexError, KeyError), KEY, True),
    ((IndexError, ValueError), KEY, False),
    ((KeyError,), KEY, True),
    (Exception, Closed(), False),
    (BaseException, Closed(), True),
    (Closed, Closed(), True),
    (OSError, TimeoutError(), True),
]


@pytest.mark.parametrize(("classes", "error", "caught"), FILTERS, ids=lambda part: getattr(part, "__name__", None))
def test_a_filter_catches_what_except_would(classes: Any, error: BaseException, *, caught: bool) -> None:
    """`catch(classes, handler)` catches just what `except classes:` catches, and passes on the rest untouched."""
    untyped: Any = Promise

    promise = untyped.reject(error).catch(classes, lambda seen: ("caught", seen))

    if caught:
        assert promise.value == ("caught", error)
    else:
        assert promise.reason is error


def test_an_unfiltered_catch_is_for_every_exception(host: Host[Any]) -> None:
    """`catch(handler)` gets the exception and turns the rejection into what it returns."""
    promise = host(lambda: Promise.reject(KEY).catch(lambda error: [error]))

    assert promise.value == [KEY]


def test_a_value_passes_by(host: Host[Any]) -> None:
    """A fulfilled promise does not call the handler, filtered or not."""
    log: list[object] = []

    promise = host(lambda: Promise.resolve(1).catch(log.append).catch(KeyError, log.append))

    assert promise.value == 1
    assert log == []


def test_what_the_handler_raises_goes_on(host: Host[Any]) -> None:
    """A handler may raise anew; the next filter sees the new exception, with the old one as its context."""

    def handler(error: KeyError) -> None:
        message = "translated"
        raise OSError(message) from error

    promise = host(
        lambda: Promise.reject(KEY).catch(KeyError, handler).catch(KeyError, str).catch(OSError, lambda error: error)
    )

    assert str(promise.value) == "translated"
    assert promise.value.__cause__ is KEY


def test_none_is_no_handler(host: Host[Any]) -> None:
    """`catch(None)` and `catch(KeyError, None)` pass every outcome on."""
    untyped: Any = Promise.reject(KEY)

    promise = host(lambda: untyped.catch(None).catch(KeyError, None))

    assert promise.reason is KEY


def test_a_filter_runs_no_code_of_the_users() -> None:
    """As `except`, a filter goes by the classes' order alone, never by `__instancecheck__`."""

    class Greedy(type):
        def __instancecheck__(cls, instance: object) -> bool:
            return True

        def __subclasscheck__(cls, subclass: type) -> bool:
            return True

    class Everything(Exception, metaclass=Greedy):  # noqa: N818 - a trap, not an error
        pass

    promise = Promise.reject(KEY).catch(Everything, lambda error: "caught")

    assert promise.reason is KEY


ENDS = [KeyboardInterrupt, SystemExit]


@pytest.mark.parametrize("kind", ENDS)
def test_the_end_of_the_program_reaches_the_caller(kind: type[BaseException], unhandled: Unhandled) -> None:
    """Ctrl-C and sys.exit() in a handler come out of the call that ran it, and are the reason of its promise."""
    error = kind("now")
    resolvers = Resolvers[int]()

    def stop(_value: int) -> None:
        raise error

    child = resolvers.promise.then(stop)
    caught = child.catch(lambda _error: "swallowed")

    with pytest.raises(kind) as caller:
        resolvers.resolve(1)

    assert caller.value is error
    assert child.reason is error
    assert caught.wait(0)
    assert caught.reason is error
    assert unhandled.take() == []


@pytest.mark.parametrize("kind", ENDS)
@pytest.mark.parametrize("in_its_own", [True, False], ids=["of a job", "of a nested job"])
def test_the_queue_survives_the_end_of_the_program(kind: type[BaseException], *, in_its_own: bool) -> None:
    """The handlers behind the one that was interrupted still run, with the next call into the library."""
    log: list[object] = []
    resolvers = Resolvers[int]()

    def stop(value: int) -> None:
        if not in_its_own:
            Promise.resolve(value).then(log.append)
        raise kind

    resolvers.promise.then(stop).catch(BaseException, lambda error: log.append(type(error)))
    resolvers.promise.then(log.append)

    with pytest.raises(kind):
        resolvers.resolve(1)
    Promise.resolve(2).then(log.append)

    assert sorted(log, key=str) == sorted([kind, 1, 2] + [1] * (not in_its_own), key=str)


@pytest.mark.parametrize("kind", ENDS)
def test_the_end_of_the_program_reaches_get(kind: type[BaseException]) -> None:
    """`get()` raises it like any reason, each time, whoever was interrupted."""
    untyped: Any = Promise
    promise = untyped.reject(kind("now"))

    for _ in range(2):
        with pytest.raises(kind):
            promise.get()


@pytest.mark.parametrize("kind", ENDS)
def test_the_end_of_the_program_leaves_the_loop(kind: type[BaseException]) -> None:
    """Inside asyncio it comes out of the loop's run; the loop's next run carries on with the jobs left."""
    log: list[object] = []
    loop = asyncio.new_event_loop()

    def stop(_value: int) -> None:
        raise kind

    async def main() -> None:
        promise = Promise.resolve(1)
        promise.then(stop).catch(lambda _error: log.append("swallowed")).catch(kind, lambda _error: log.append(kind))
        promise.then(log.append)
        for _ in range(10):
            await asyncio.sleep(0)
        log.append("main goes on")

    task = loop.create_task(main())
    with pytest.raises(kind):
        loop.run_until_complete(task)
    loop.run_until_complete(task)
    loop.close()

    assert log == [1, kind, "main goes on"]


@pytest.mark.parametrize("kind", ENDS)
@pytest.mark.parametrize("call", ["executor", "try_", "thenable", "getter", "coroutine", "finally_"])
def test_the_end_of_the_program_from_odd_places(call: str, kind: type[BaseException], unhandled: Unhandled) -> None:
    """An executor, a thenable's `then` or its getter, a coroutine: none of them may swallow Ctrl-C."""

    def stop(*_arguments: object) -> Any:
        raise kind

    class Thenable:
        then = stop

    class Getter:
        then = property(stop)

    async def coroutine() -> None:
        stop()

    calls: dict[str, Any] = {
        "executor": lambda: Promise[int](stop),
        "try_": lambda: Promise.try_(stop),
        "thenable": lambda: Promise.resolve(Thenable()),
        "getter": lambda: Promise.resolve(Getter()),
        "coroutine": lambda: Promise.resolve(coroutine()),
        "finally_": lambda: Promise.resolve(1).finally_(stop),
    }
    with pytest.raises(kind):
        calls[call]()

    assert Promise.resolve(1).then(str).value == "1"
    unhandled.take()
