"""Objects with a `then` of their own: believed once, at the first word they speak."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import pytest

from tests.support.hosts import Host
from typedpromise import Promise, Resolvers

ERROR = ValueError("first")
LATER = KeyError("later")
STOP = StopIteration("x")
Then = Callable[[Callable[[Any], None], Callable[[Exception], None]], object]


class Thenable:
    """A foreign promise, as its function makes it."""

    def __init__(self, then: Then) -> None:
        """Take what `then` does."""
        self._then = then

    def then(self, resolve: Callable[[Any], None], reject: Callable[[Exception], None]) -> object:
        """Do it."""
        return self._then(resolve, reject)


def fail(error: BaseException) -> Any:
    """Raise `error`."""
    raise error


def outcome(promise: Promise[Any]) -> object:
    """Return the value or the reason."""
    return promise.reason if promise.is_rejected else promise.value


SPEECHES: dict[str, tuple[Then, object]] = {
    "resolves": (lambda resolve, _: resolve(1), 1),
    "resolves with nothing": (lambda resolve, _: resolve(), None),  # type: ignore[call-arg]
    "rejects": (lambda _, reject: reject(ERROR), ERROR),
    "raises": (lambda *_: fail(ERROR), ERROR),
    "raises StopIteration": (lambda *_: fail(STOP), STOP),
    "resolves, resolves": (lambda resolve, _: (resolve(1), resolve(2)), 1),
    "resolves, rejects": (lambda resolve, reject: (resolve(1), reject(LATER)), 1),
    "rejects, resolves": (lambda resolve, reject: (reject(ERROR), resolve(2)), ERROR),
    "rejects, rejects": (lambda _, reject: (reject(ERROR), reject(LATER)), ERROR),
    "resolves, raises": (lambda resolve, _: (resolve(1), fail(LATER)), 1),
    "rejects, raises": (lambda _, reject: (reject(ERROR), fail(LATER)), ERROR),
    "resolves with a promise, rejects": (lambda resolve, reject: (resolve(Promise.resolve(1)), reject(LATER)), 1),
    "resolves with a thenable, raises": (
        lambda resolve, _: (resolve(Thenable(lambda resolve, _: resolve(1))), fail(LATER)),
        1,
    ),
    "returns a promise nobody asked for": (lambda resolve, _: (resolve(1), Promise.resolve(2))[1], 1),
}


@pytest.mark.parametrize("speech", SPEECHES)
def test_the_first_word_counts(speech: str, host: Host[Any]) -> None:
    """Whatever a thenable does after its first call of either function changes nothing."""
    then, expected = SPEECHES[speech]

    promises = host(
        lambda: [
            Promise.resolve(Thenable(then)),
            Promise.resolve(0).then(lambda _value: Thenable(then)),
            Promise[Any](lambda resolve, reject: resolve(Thenable(then))),
        ]
    )

    assert [outcome(promise) for promise in promises] == [expected] * 3


def test_then_is_called_in_a_job(host: Host[Any]) -> None:
    """A thenable's code never runs inside the call that resolves with it, where hosts defer or a job is running."""
    log: list[str] = []

    def body() -> Promise[Any]:
        def handler(_value: int) -> Thenable:
            resolvers = Resolvers[Any]()
            resolvers.resolve(Thenable(lambda resolve, _: (log.append("then"), resolve(1))))
            log.append("handler")
            return Thenable(lambda resolve, _: resolve(2))

        return Promise.resolve(0).then(handler)

    assert host(body).value == 2
    assert log == ["handler", "then"]


def test_then_is_read_once(host: Host[Any]) -> None:
    """`then` may be a property that counts: it is read once for each resolution, also where it is no method."""
    reads: list[str] = []

    class Counting:
        @property
        def then(self) -> Then:
            reads.append("method")
            return lambda resolve, _: resolve("adopted")

    class Attribute:
        @property
        def then(self) -> int:
            reads.append("number")
            return 42

    value = Attribute()
    adopted, kept = host(
        lambda: [
            Promise.resolve(0).then(lambda _value: Counting()),
            Promise.resolve(0).then(lambda _value: value),
        ]
    )

    assert adopted.value == "adopted"
    assert kept.value is value
    assert sorted(reads) == ["method", "number"]


def test_a_getter_that_raises_is_the_reason(host: Host[Any]) -> None:
    """An object whose `then` cannot be read rejects (Promises/A+ 2.3.3.2)."""

    class Getter:
        @property
        def then(self) -> None:
            raise ERROR

    class Fallback:
        def __getattr__(self, name: str) -> None:
            raise ERROR

    for cls in (Getter, Fallback):
        assert host(lambda cls=cls: Promise.resolve(0).then(lambda _value: cls())).reason is ERROR


def test_an_object_with_an_answer_to_everything() -> None:
    """A value whose `__getattr__` gives a string for every name is a value, and nothing awaitable."""

    class Box:
        def __getattr__(self, name: str) -> str:
            return name

    box = Box()

    assert Promise.resolve(box).value is box


def test_then_given_to_the_object_itself() -> None:
    """`then` may be an attribute of one object, given to it after others of its type were values."""

    class Plain:
        pass

    value, thenable = Plain(), Plain()
    assert Promise.resolve(value).value is value

    thenable.then = lambda resolve, _reject: resolve("adopted")  # type: ignore[attr-defined]

    assert Promise.resolve(thenable).value == "adopted"


def test_a_class_is_a_value() -> None:
    """A class with a method `then` is no thenable, though its instances are; nor is a metaclass."""

    class Meta(type):
        def then(cls, resolve: object, reject: object) -> None:
            raise AssertionError

    class WithMeta(metaclass=Meta):
        pass

    for cls in (Thenable, Promise, WithMeta, Meta):
        assert Promise.resolve(0).then(lambda _value, cls=cls: cls).value is cls


def test_from_another_thread() -> None:
    """A thenable may speak later, on a thread of its own, and only its first word there counts."""
    threads: list[threading.Thread] = []

    def then(resolve: Callable[[int], None], reject: Callable[[Exception], None]) -> None:
        thread = threading.Thread(target=lambda: (resolve(1), reject(LATER), resolve(2)))
        threads.append(thread)
        thread.start()

    promise = Promise.resolve(0).then(lambda _value: Thenable(then)).then(lambda value: value + 1)

    assert promise.get(5) == 2
    threads[0].join(5)


def test_both_words_at_the_same_time() -> None:
    """Two threads that speak at once: one of them is heard, the other is not."""
    for _ in range(20):
        barrier = threading.Barrier(2)

        def then(
            resolve: Callable[[int], None], reject: Callable[[Exception], None], barrier: threading.Barrier = barrier
        ) -> None:
            def speak(word: Callable[[], None]) -> None:
                barrier.wait(5)
                word()

            for word in (lambda: resolve(1), lambda: reject(ERROR)):
                threading.Thread(target=speak, args=(word,)).start()

        heard: list[object] = []
        promise = Promise.resolve(Thenable(then)).then(heard.append, heard.append)
        promise.get(5)

        assert heard in ([1], [ERROR])


@pytest.mark.parametrize("depth", [1, 10, 20_000])
def test_a_thenable_of_a_thenable(depth: int) -> None:
    """Thenables that resolve with thenables, however deep, need no recursion."""

    def nest(depth: int) -> Thenable:
        def then(resolve: Callable[[Any], None], _reject: object) -> None:
            resolve(nest(depth - 1) if depth else "core")

        return Thenable(then)

    assert Promise.resolve(nest(depth)).value == "core"


def test_a_thenable_that_resolves_with_the_promise_it_decides() -> None:
    """A circle through a foreign object is found as well."""
    resolvers = Resolvers[Any]()
    resolvers.resolve(Thenable(lambda resolve, _: resolve(resolvers.promise)))

    assert isinstance(resolvers.promise.reason, TypeError)


def test_a_reason_that_is_no_exception() -> None:
    """A thenable that rejects with something else is not raised at: the promise says what was wrong."""
    untyped: Any = Thenable
    promise = Promise.resolve(untyped(lambda _resolve, reject: reject("broken")))

    assert "takes an exception, not 'broken'" in str(promise.reason)


def test_an_awaitable_with_then_is_adopted_by_then() -> None:
    """Where an object offers both, `then` is called and the coroutine way is left alone (Promises/A+ 2.3.3.3)."""

    class Both(Thenable):
        def __await__(self) -> Any:
            raise AssertionError

    assert Promise.resolve(Both(lambda resolve, _: resolve(1))).value == 1


def test_a_subscripted_class_is_a_value() -> None:
    """`Promise[int]` forwards `then` to its class, and is no thenable for that."""
    assert Promise.resolve(Promise[int]).value == Promise[int]


def test_then_runs_in_the_context_of_the_handler() -> None:
    """A thenable that a handler returned is asked in the context in which the handler ran."""
    variable: ContextVar[str] = ContextVar("variable", default="outside")

    class Asked:
        def then(self, resolve: Callable[[str], None], _reject: object) -> None:
            resolve(variable.get())

    def handler(_value: int) -> Asked:
        variable.set("handler")
        return Asked()

    assert Promise.resolve(1).then(handler).get() == "handler"
