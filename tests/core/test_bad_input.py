"""Bad input: each mistake meets a message that names it and says what to write instead."""

from __future__ import annotations

import asyncio
import re
import warnings
from collections.abc import Callable
from typing import Any

import pytest

from typedpromise import (
    BlockingGetError,
    Promise,
    Resolvers,
    SelfResolutionError,
    promisify,
    schedulers,
    set_unhandled_rejection_hook,
)

# Any: the types refuse what is tried here, which is what they are for.
untyped: Any = Promise
pending: Any = Resolvers[Any]().promise


def handler(_value: object) -> int:
    """Be called too early."""
    return 1


async def async_handler(_value: object) -> int:
    """Be called too early."""
    return 1


def number(_value: object = None) -> int:
    """Be a function."""
    return 1


MISTAKES: list[tuple[str, Callable[[], object], type[Exception], str]] = [
    (
        "Promise(42)",
        lambda: untyped(42),
        TypeError,
        (
            "Promise() takes an executor, a function of (resolve, reject), not 42: "
            "write Promise(lambda resolve, reject: ...), or Promise.resolve(value) for a promise of a value, "
            "Resolvers() for one to settle from outside"
        ),
    ),
    (
        "Promise(None)",
        lambda: untyped(None),
        TypeError,
        (
            "Promise() takes an executor, a function of (resolve, reject), not None: "
            "write Promise(lambda resolve, reject: ...), or Promise.resolve(value) for a promise of a value, "
            "Resolvers() for one to settle from outside"
        ),
    ),
    (
        "Promise(promise)",
        lambda: untyped(pending),
        TypeError,
        "or Promise.resolve(awaitable) for a promise of what it gives",
    ),
    ("Promise()", untyped, TypeError, "executor"),
    (
        'reject("x")',
        lambda: untyped.reject("x"),
        TypeError,
        "Promise.reject() takes an exception, not 'x': wrap it, e.g. RuntimeError('x')",
    ),
    (
        "reject(ValueError)",
        lambda: untyped.reject(ValueError),
        TypeError,
        "Promise.reject() takes an exception, not the class ValueError: write ValueError(...)",
    ),
    (
        'resolvers.reject("x")',
        lambda: untyped.with_resolvers().reject("x"),
        TypeError,
        "reject() takes an exception, not 'x': wrap it, e.g. RuntimeError('x')",
    ),
    (
        "catch(42, handler)",
        lambda: pending.catch(42, handler),
        TypeError,
        (
            "catch() filters by exception classes, not by 42: "
            "write catch(KeyError, handler) or catch((KeyError, ValueError), handler)"
        ),
    ),
    (
        "catch(KeyError('x'), handler)",
        lambda: pending.catch(KeyError("x"), handler),
        TypeError,
        (
            "catch() filters by exception classes (the class, not an instance), not by KeyError('x'): "
            "write catch(KeyError, handler) or catch((KeyError, ValueError), handler)"
        ),
    ),
    (
        "catch((KeyError, int), handler)",
        lambda: pending.catch((KeyError, int), handler),
        TypeError,
        (
            "catch() filters by exception classes, not by <class 'int'>: "
            "write catch(KeyError, handler) or catch((KeyError, ValueError), handler)"
        ),
    ),
    (
        "catch([KeyError], handler)",
        lambda: pending.catch([KeyError], handler),
        TypeError,
        "write catch(KeyError, handler) or catch((KeyError, ValueError), handler)",
    ),
    (
        "catch(KeyError)",
        lambda: pending.catch(KeyError),
        TypeError,
        (
            "catch(KeyError) would call KeyError as the handler, which only makes an exception object: "
            "write catch(KeyError, handler)"
        ),
    ),
    (
        "catch((), handler)",
        lambda: pending.catch((), handler),
        TypeError,
        "catch((), handler) catches nothing: name at least one exception class",
    ),
    (
        "get(timeout=-1)",
        lambda: pending.get(timeout=-1),
        ValueError,
        "timeout must not be negative, but is -1 seconds: 0 looks without waiting, None waits for ever",
    ),
    (
        'get(timeout="1")',
        lambda: pending.get(timeout="1"),
        TypeError,
        "timeout is a number of seconds or None for no limit, not '1'",
    ),
    (
        "all()",
        untyped.all,
        TypeError,
        "all() takes promises, or one iterable of them: write all(a, b) or all([a, b])",
    ),
    (
        "all(42)",
        lambda: untyped.all(42),
        TypeError,
        "all(42) has nothing to join: it takes promises, or one iterable of them",
    ),
    (
        "all({})",
        lambda: untyped.all({}),
        TypeError,
        "all() takes promises, or one iterable of them, not {}: for a dict write all(mapping.values())",
    ),
    (
        'all("ab")',
        lambda: untyped.all("ab"),
        TypeError,
        "all() takes promises, or one iterable of them, not 'ab'",
    ),
    (
        "try_(42)",
        lambda: untyped.try_(42),
        TypeError,
        "try_() takes a function and its arguments, not 42: pass the function itself, uncalled",
    ),
    (
        "promisify(42)",
        lambda: promisify(42),  # type: ignore[call-overload]
        TypeError,
        "promisify() takes a function, not 42: pass the function itself, uncalled",
    ),
    (
        "set_unhandled_rejection_hook(42)",
        lambda: set_unhandled_rejection_hook(42),  # type: ignore[arg-type]
        TypeError,
        "set_unhandled_rejection_hook() takes a function of one UnhandledRejection, or None for the default, not 42",
    ),
    (
        "schedulers.use(42)",
        lambda: schedulers.use(42),  # type: ignore[arg-type]
        TypeError,
        "use() takes an object with a method call_soon(drain), or None, not 42",
    ),
    (
        "schedulers.set_default_scheduler(42)",
        lambda: schedulers.set_default_scheduler(42),  # type: ignore[arg-type]
        TypeError,
        "set_default_scheduler() takes an object with a method call_soon(drain), or None, not 42",
    ),
]


@pytest.mark.parametrize(("mistake", "make", "kind", "message"), MISTAKES, ids=[mistake[0] for mistake in MISTAKES])
def test_a_mistake_is_told_at_the_call(
    mistake: str, make: Callable[[], object], kind: type[Exception], message: str
) -> None:
    """The call itself raises, and its message says what was wrong and what to write."""
    with pytest.raises(kind, match=re.escape(message)):
        make()


def test_get_in_a_running_loop() -> None:
    """The message names the promise and both ways out."""

    async def main() -> None:
        promise = Resolvers[int]().promise
        expected = (
            f"get() or wait() on the pending promise at {id(promise):#x} inside a running event loop "
            "would stop the loop, and with it whatever should settle the promise: "
            "write `await promise` in a coroutine, or `promise.then(handler)` elsewhere"
        )
        with pytest.raises(BlockingGetError, match=re.escape(expected)):
            promise.get()

    asyncio.run(main())


def test_resolving_with_itself() -> None:
    """The rejection names the promise, the clause and the usual cause."""
    resolvers = Resolvers[Any]()
    resolvers.resolve(resolvers.promise)

    reason = resolvers.promise.reason
    assert isinstance(reason, SelfResolutionError)
    assert f"the promise at {id(resolvers.promise):#x} was resolved with itself" in str(reason)
    assert "Promises/A+ 2.3.1" in str(reason)
    assert "return a value, or another" in str(reason)


def test_a_thenable_that_calls_back_twice() -> None:
    """The second call is ignored without a word, as Promises/A+ 2.3.3.3.3 says: it is not our user's mistake."""

    class Twice:
        def then(self, resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None:
            resolve(1)
            resolve(2)
            reject(ValueError("later"))

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Promise.resolve(Twice()).value == 1


IGNORED: list[tuple[str, Callable[[Any], object], str]] = [
    (
        'then("x")',
        lambda promise: promise.then("x"),
        (
            "then() ignores its argument on_fulfilled, because 'x' is not callable; "
            "pass a function of one argument, or None for no handler"
        ),
    ),
    (
        "then(None, 42)",
        lambda promise: promise.then(None, 42),
        "then() ignores its argument on_rejected, because 42 is not callable",
    ),
    (
        "then(promise)",
        lambda promise: promise.then(pending),
        (
            ": it is a promise, so the handler may have been called already; pass the function itself, "
            "without parentheses, or `lambda value: promise` to go on with that promise"
        ),
    ),
    (
        "then(handler(1))",
        lambda promise: promise.then(handler(1)),
        "then() ignores its argument on_fulfilled, because 1 is not callable",
    ),
    ("catch(42)", lambda promise: promise.catch(42), "catch() ignores its argument on_rejected, because 42"),
    (
        'catch(KeyError, "x")',
        lambda promise: promise.catch(KeyError, "x"),
        "catch() ignores its argument on_rejected, because 'x'",
    ),
    ("finally_(42)", lambda promise: promise.finally_(42), "finally_() ignores its argument on_finally, because 42"),
    ("done(42)", lambda promise: promise.done(42), "then() ignores its argument on_fulfilled, because 42"),
]


@pytest.mark.parametrize(("call", "ignored", "message"), IGNORED, ids=[case[0] for case in IGNORED])
def test_a_handler_that_cannot_be_called_is_warned_of(call: str, ignored: Callable[[Any], Any], message: str) -> None:
    """It is ignored, as Promises/A+ 2.2.1 says, with a warning that points at the user's line."""
    with pytest.warns(RuntimeWarning, match=re.escape(message)) as caught:
        child = ignored(Promise.resolve(1))

    [warning] = caught
    line = ignored.__code__.co_firstlineno
    assert (warning.filename, warning.lineno) == (__file__, line)
    assert child is None or child.value == 1


def test_an_async_function_that_was_called() -> None:
    """A coroutine in place of a handler: the warning guesses the parentheses."""
    coroutine = async_handler(1)

    with pytest.warns(RuntimeWarning, match="an async function was called here; pass the function itself"):
        untyped.resolve(1).then(coroutine)

    coroutine.close()


def test_a_warning_made_an_error() -> None:
    """Under `-W error` the call raises, and the promise is as it was."""
    promise = untyped.resolve(1)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(RuntimeWarning, match="not callable"):
            promise.then("x")

    assert promise.then(str).value == "1"


def test_good_input_is_silent() -> None:
    """None is no handler by intent, and warns of nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        promise = untyped.resolve(1).then(None, None).catch(None).catch(KeyError, None).finally_(None)

    assert promise.value == 1


class Unshowable:
    """An object whose `repr` fails."""

    def __repr__(self) -> str:
        """Fail."""
        message = "no repr"
        raise ValueError(message)


SHOWN: list[Callable[[Any], object]] = [
    untyped,
    untyped.reject,
    untyped.try_,
    lambda thing: pending.catch(thing, handler),
    pending.get,
]


@pytest.mark.parametrize("call", SHOWN, ids=["Promise", "reject", "try_", "catch", "get"])
def test_an_object_that_cannot_be_shown(call: Callable[[Any], object]) -> None:
    """A failing `repr` in the argument comes out of the call, so the mistake is still told where it was made."""
    with pytest.raises(ValueError, match="no repr"):
        call(Unshowable())
