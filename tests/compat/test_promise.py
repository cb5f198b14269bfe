"""What programs of `promise` 2.3 lean on, run with 2.3 itself and with `typedpromise.compat`."""

from __future__ import annotations

import asyncio
import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from types import ModuleType
from typing import Any
from unittest.mock import Mock

import promise as old
import pytest

import typedpromise
from typedpromise import compat


@pytest.fixture(params=[old, compat], ids=["promise 2.3", "compat"])
def library(request: pytest.FixtureRequest) -> ModuleType:
    """Each of the two, so that a test states what holds for both."""
    chosen: ModuleType = request.param
    return chosen


@pytest.fixture
def promise_class(library: ModuleType) -> Any:
    """Return the class of each of the two."""
    return library.Promise


def raising(error: BaseException) -> Callable[[object], object]:
    """Return a handler that raises."""

    def handler(_: object) -> object:
        raise error

    return handler


def test_the_names_are_there(library: ModuleType) -> None:
    """Every name of `promise.__all__` and the version are served."""
    assert set(library.__all__) == set(old.__all__)
    assert all(hasattr(library, name) for name in old.__all__)
    assert (library.__version__, library.VERSION) == (old.__version__, old.VERSION)


def test_a_handler_of_a_settled_promise_runs_inside_then(promise_class: Any) -> None:
    """The result is there in the next line."""
    assert promise_class.resolve(1).then(lambda value: value + 1).value == 2


def test_handlers_run_inside_then_in_a_loop_too(promise_class: Any) -> None:
    """Also while an event loop runs, where typedpromise itself waits for the next tick."""

    async def main() -> tuple[object, object]:
        chained = promise_class.resolve(1).then(lambda value: value + 1)
        return chained.value, promise_class.resolve(3).then(lambda value: value + 1).get()

    assert asyncio.run(main()) == (2, 4)


def test_handlers_are_trampolined(promise_class: Any) -> None:
    """A handler's own `then` runs when it has returned, in order."""
    seen: list[str] = []

    def first(_: object) -> None:
        promise_class.resolve(None).then(lambda _: seen.append("inner"))
        seen.append("first")

    promise_class.resolve(None).then(first)

    assert seen == ["first", "inner"]


def test_handlers_run_nested_without_the_trampoline(library: ModuleType) -> None:
    """`async_instance.disable_trampoline()` lets a handler's own `then` run inside it."""
    seen: list[str] = []
    promise_class = library.Promise

    def first(_: object) -> None:
        promise_class.resolve(None).then(lambda _: seen.append("inner"))
        seen.append("first")

    library.async_instance.disable_trampoline()
    try:
        promise_class.resolve(None).then(first)
    finally:
        library.async_instance.enable_trampoline()

    assert seen == ["inner", "first"]


def test_a_bare_promise_is_decided_by_its_methods(promise_class: Any) -> None:
    """`do_resolve`, `fulfill` and `do_reject` settle a promise made without an executor."""
    error = KeyError("k")
    resolved, fulfilled, rejected = promise_class(), promise_class(), promise_class()
    seen: list[object] = []
    resolved.then(seen.append)

    resolved.do_resolve(1)
    fulfilled.fulfill(promise_class.resolve(2))
    rejected.do_reject(error)

    assert (seen, fulfilled.get(), rejected.reason) == ([1], 2, error)


def test_handlers_are_given_by_keyword(promise_class: Any) -> None:
    """`then`, `done` take `did_fulfill` and `did_reject`."""
    seen: list[object] = []
    promise_class.resolve(1).done(did_fulfill=seen.append)

    recovered = promise_class.reject(KeyError()).then(did_fulfill=None, did_reject=lambda _: "no")

    assert (seen, recovered.value) == ([1], "no")


def test_the_lists_of_handlers(promise_class: Any) -> None:
    """`then_all` and `done_all` take functions, pairs and dicts."""
    seen: list[object] = []
    source = promise_class()
    source.done_all([seen.append, (seen.append, None), {"success": seen.append}])
    results = source.then_all([lambda v: v + 1, (lambda v: v + 2, None), {"success": lambda v: v + 3}])

    source.do_resolve(0)

    assert (seen, [result.value for result in results]) == ([0, 0, 0], [1, 2, 3])
    assert source.then_all() == []


@pytest.mark.parametrize(
    ("make", "shown"),
    [
        (lambda cls: cls(), "pending"),
        (lambda cls: cls.resolve("a"), "fulfilled with 'a'"),
        (lambda cls: cls.resolve(1).then(raising(KeyError("k"))), "rejected with KeyError('k')"),
    ],
)
def test_the_repr(promise_class: Any, make: Callable[[Any], Any], shown: str) -> None:
    """A promise shows its address, its state and its value, to the letter."""
    made = make(promise_class)
    made.done(None, lambda _: None)

    assert repr(made) == f"<Promise at {hex(id(made))} {shown}>"


def test_the_last_frame_of_a_traceback_is_the_users(promise_class: Any) -> None:
    """What a handler raised is raised by `get` with the handler's line last."""
    failed = promise_class.resolve(1).then(raising(ValueError("mine")))

    with pytest.raises(ValueError, match="mine") as caught:
        failed.get()

    assert traceback.extract_tb(caught.value.__traceback__)[-1].name == "handler"


def test_value_and_reason_are_the_same(promise_class: Any) -> None:
    """Both are None while pending, and what the promise was settled with after, either way."""
    error = KeyError()
    pending, fulfilled, rejected = promise_class(), promise_class.resolve(1), promise_class.reject(error)

    assert (pending.value, pending.reason) == (None, None)
    assert (fulfilled.value, fulfilled.reason) == (1, 1)
    assert (rejected.value, rejected.reason) == (error, error)


def test_for_dict_keeps_class_and_order(library: ModuleType) -> None:
    """The mapping that comes is of the class of the one given, with its keys in order."""
    given = OrderedDict([("b", library.Promise.resolve(1)), ("a", 2)])

    got = library.promise_for_dict(given).get()

    assert (type(got), list(got.items())) == (OrderedDict, [("b", 1), ("a", 2)])
    assert library.Promise.for_dict({}).get() == {}


def test_all_gives_a_list(promise_class: Any) -> None:
    """Whatever iterable of promises and values `all` is given, or a promise of one."""
    one, later = promise_class.resolve(1), promise_class()
    of_later = promise_class.all(later)
    later.do_resolve([one])

    assert of_later.get() == [1]
    assert promise_class.all((one, 2, None)).get() == [1, 2, None]
    assert promise_class.all({"k": one}.values()).get() == [1]
    assert promise_class.all([]).get() == []


def test_all_of_what_is_no_iterable_is_rejected(promise_class: Any) -> None:
    """The error comes as a rejection."""
    assert "requires an iterable" in str(promise_class.all(1).reason)


class OnlyThen:
    """Has a method `then`, and is a value to 2.3."""

    def then(self, *_: object) -> None:
        """Fail, for nobody may call it."""
        raise AssertionError


@pytest.mark.parametrize("value", [Mock(), OnlyThen()], ids=["mock", "then"])
def test_an_object_with_then_is_a_value(library: ModuleType, value: object) -> None:
    """It is passed on as it is, wherever a value may stand."""
    promise_class = library.Promise

    assert not library.is_thenable(value)
    assert promise_class.resolve(value).get() is value
    assert promise_class.resolve(1).then(lambda _: value).get() is value
    assert promise_class(lambda resolve, _: resolve(value)).get() is value
    assert promise_class.all([value]).get() == [value]


class ForeignFuture:
    """A future of no class that anybody knows."""

    def __init__(self) -> None:
        self.callbacks: list[Callable[[object], object]] = []
        self.outcome: object = None

    def done(self) -> bool:
        return self.outcome is not None

    def add_done_callback(self, callback: Callable[[object], object]) -> None:
        self.callbacks.append(callback)

    def result(self) -> object:
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        return self.outcome


@pytest.mark.parametrize("make", [Future, ForeignFuture])
def test_futures_are_adopted(library: ModuleType, make: Callable[[], Any]) -> None:
    """A `concurrent.futures.Future`, and whatever has `add_done_callback`, is waited for."""
    future = make()
    made = library.Promise.resolve(1).then(lambda _: future)
    assert library.is_thenable(future)
    assert made.is_pending

    if isinstance(future, ForeignFuture):
        future.outcome = 5
        future.callbacks[0](future)
    else:
        future.set_result(5)

    assert made.get() == 5


def test_coroutines_and_asyncio_futures_are_adopted(promise_class: Any) -> None:
    """Inside a loop both settle the promise, and the promise can be awaited."""

    async def five() -> int:
        await asyncio.sleep(0)
        return 5

    async def main() -> list[object]:
        future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        future.set_result(6)
        return [
            await promise_class.resolve(five()),
            await promise_class.resolve(1).then(lambda _: asyncio.ensure_future(five())),
            await promise_class.resolve(future),
            await promise_class.resolve(7).future,
        ]

    assert asyncio.run(main()) == [5, 5, 6, 7]


def test_promisify(library: ModuleType) -> None:
    """A function is wrapped, with its name, its errors as rejections."""

    @library.promisify
    def half(number: int) -> float:
        """Return half."""
        return 1 / number

    assert half(2).get() == 0.5
    assert isinstance(half(0).reason, ZeroDivisionError)
    assert (half.__name__, half.__doc__) == ("half", "Return half.")


def test_promisify_of_a_value_warns(promise_class: Any) -> None:
    """What is no function becomes a promise of it, with a DeprecationWarning."""
    with pytest.warns(DeprecationWarning, match="resolve"):
        assert promise_class.promisify(3).get() == 3


def test_promisify_warns_at_the_callers_line() -> None:
    """The warning names the file that calls."""
    with pytest.warns(DeprecationWarning, match="promisify") as caught:
        compat.Promise.promisify(3)

    assert caught[0].filename == __file__


def test_safe(promise_class: Any) -> None:
    """A function made safe returns a promise and runs as a handler."""
    assert promise_class.safe(lambda a, b: a + b)(1, b=2).get() == 3


@pytest.mark.parametrize("name", ["resolve", "cast", "fulfilled"])
def test_resolve_and_its_other_names(promise_class: Any, name: str) -> None:
    """A promise of the class is returned itself."""
    made = getattr(promise_class, name)(1)

    assert made.get() == 1
    assert getattr(promise_class, name)(made) is made


@pytest.mark.parametrize("name", ["reject", "rejected"])
def test_reject_and_its_other_name(promise_class: Any, name: str) -> None:
    """Both make a rejected promise."""
    error = ValueError()

    assert getattr(promise_class, name)(error).catch(lambda reason: reason).get() is error


def test_wait_is_called_through_the_class(promise_class: Any) -> None:
    """`Promise.wait(promise, timeout)` and `promise._wait(timeout)` wait; too long is an exception."""
    pending = promise_class()
    timer = threading.Timer(0.01, pending.do_resolve, [1])
    with pytest.raises(Exception):  # noqa: B017 - 2.3 raises just this class
        promise_class.wait(pending, 0.001)
    timer.start()

    promise_class.wait(pending, 10)
    pending._wait(1)

    assert pending.value == 1
    timer.join()


def test_get_inside_a_loop_waits_for_a_thread(promise_class: Any) -> None:
    """A notebook's program may block the loop it runs in, as long as a thread settles the promise."""

    async def main() -> object:
        pending = promise_class()
        threading.Timer(0.01, pending.do_resolve, [1]).start()
        return pending.get()

    assert asyncio.run(main()) == 1


def test_a_subclass_makes_its_own(promise_class: Any) -> None:
    """`then`, `resolve` and `all` of a subclass return promises of it, made by its constructor."""

    class Named(promise_class):  # type: ignore[misc] # whichever it is
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            self.name = "n"

    made = Named.resolve(1)

    assert [type(p).__name__ for p in (made, made.then(str), made.catch(str), Named.all([made]))] == ["Named"] * 4
    assert made.then(str).name == "n"


def test_a_subclass_need_not_call_our_constructor(promise_class: Any) -> None:
    """A promise whose `__init__` forgets ours is pending until it is decided, as each that such a class makes."""

    class Forgetful(promise_class):  # type: ignore[misc] # whichever it is
        def __init__(self, name: str = "n") -> None:  # pyright: ignore[reportMissingSuperCall]
            self.name = name

    class Below(Forgetful):
        def __init__(self) -> None:
            super().__init__("below")

    promise, other, below = Forgetful("a"), Forgetful(), Below()
    chained = promise.then(lambda value: value + 1)

    assert (promise.is_pending, chained.is_pending, type(chained), chained.name) == (True, True, Forgetful, "n")
    promise.do_resolve(1)
    other.do_reject(KeyError("b"))
    below.do_resolve(3)
    assert (promise.get(), chained.get(), below.get(), below.name) == (1, 2, 3, "below")
    assert isinstance(other.reason, KeyError)
    assert Forgetful.resolve(4).get() == 4


def test_it_is_a_promise_of_typedpromise() -> None:
    """`isinstance` holds for both classes, and what `then` returns is of the class that it was called on."""
    made = compat.Promise.resolve(1)

    assert isinstance(made, typedpromise.Promise)
    assert type(made.then(str)) is compat.Promise
    assert type(typedpromise.Promise.resolve(made).then(str)) is compat.Promise
    assert type(typedpromise.Promise.resolve(1).then(lambda _: made)) is typedpromise.Promise


def test_both_kinds_wait_for_each_other() -> None:
    """A promise of either class returned from a handler of the other is adopted."""
    ours, theirs = compat.Promise(), typedpromise.Promise.with_resolvers()
    through_typed = typedpromise.Promise.resolve(1).then(lambda _: ours)
    through_compat = compat.Promise.resolve(1).then(lambda _: theirs.promise)

    ours.do_resolve("ours")
    theirs.resolve("theirs")

    assert (through_typed.get(), through_compat.get()) == ("ours", "theirs")
    assert compat.Promise.resolve(theirs.promise).get() == "theirs"
    assert compat.is_thenable(theirs.promise)
    assert compat.Promise.all([ours, theirs.promise]).get() == ["ours", "theirs"]


def test_catch_with_a_filter() -> None:
    """The filter of `typedpromise.Promise.catch` works, and what it does not name passes by."""
    failed = compat.Promise.reject(KeyError("k"))

    assert failed.catch(KeyError, lambda error: error.args).get() == ("k",)
    assert isinstance(failed.catch(ValueError, lambda _: None).reason, KeyError)


def test_the_old_modules_are_there() -> None:
    """What 2.3 has in modules of their own is found where it was."""
    from typedpromise.compat.iterate_promise import iterate_promise
    from typedpromise.compat.promise_list import PromiseList

    def waiting() -> Any:
        return (yield from iterate_promise(compat.Promise.resolve(1)))

    with pytest.raises(StopIteration) as stopped:
        next(waiting())
    joined = PromiseList(iter([compat.Promise.resolve(1), 2]), compat.Promise)

    assert stopped.value.value == 1
    assert (joined.promise.get(), len(joined), joined.is_resolved) == ([1, 2], 2, True)


def test_invoke_runs_a_function_as_a_job() -> None:
    """`async_instance.invoke(fn, scheduler)` runs it at once from the top level, and later from a handler."""
    seen: list[str] = []

    def handler(_: object) -> None:
        compat.async_instance.invoke(lambda: seen.append("job"), None)
        seen.append("handler")

    class Now:
        def call(self, fn: Callable[[], object]) -> None:
            seen.append("scheduler")
            fn()

    compat.async_instance.invoke(lambda: seen.append("top"), compat.ImmediateScheduler())
    compat.async_instance.invoke(lambda: seen.append("by it"), Now())
    compat.Promise.resolve(None).then(handler)

    assert (seen, compat.async_instance.have_items_queued()) == (
        ["top", "scheduler", "by it", "handler", "job"],
        False,
    )


@pytest.mark.parametrize("rejected", [False, True], ids=["then", "catch"])
def test_a_decision_comes_too_late_for_a_promise_whose_handler_has_run(*, rejected: bool) -> None:
    """A promise that waits for the one its handler returned is decided, so `do_resolve` does nothing."""
    inner: compat.Promise[str] = compat.Promise()
    source = compat.Promise[str].reject(ValueError()) if rejected else compat.Promise.resolve("before")
    promise = source.catch(lambda _error: inner) if rejected else source.then(lambda _value: inner)

    promise.do_resolve("late")
    inner.do_resolve("inner")

    assert promise.get() == "inner"
