"""The defects of 2.3, by the words of the page: each shown with 2.3, and what happens with compat instead."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import promise
import promise.dataloader
import pytest
from promise.schedulers.asyncio import AsyncioScheduler as OldAsyncioScheduler
from promise.schedulers.thread import ThreadScheduler as OldThreadScheduler

from tests.support.unhandled import Unhandled
from typedpromise import PromiseCancelledError, PromiseTimeoutError, compat
from typedpromise.compat.dataloader import DataLoader
from typedpromise.compat.schedulers.asyncio import AsyncioScheduler
from typedpromise.compat.schedulers.thread import ThreadScheduler
from typedpromise.errors import InvalidStateError

Old: Any = promise.Promise
OldLoader: Any = promise.dataloader.DataLoader
New: Any = compat.Promise

DEFECTS: dict[str, Callable[[Both], object]] = {}


class Both:
    """What a defect is shown with."""

    def __init__(self, unhandled: Unhandled) -> None:
        """Take what was reported as unhandled."""
        self.unhandled = unhandled


def defect(words: str) -> Callable[[Callable[[Both], None]], Callable[[Both], None]]:
    """Enter a check under the words of the page."""

    def enter(check: Callable[[Both], None]) -> Callable[[Both], None]:
        DEFECTS[words] = check
        return check

    return enter


def in_a_thread(function: Callable[[], object]) -> object:
    """Run a function on a thread of its own, whose queue may die with it."""
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.append(function()))
    thread.start()
    thread.join()
    return results[0]


@defect("a second `resolve` or `reject` changes a settled promise")
def _settles_twice(both: Both) -> None:
    def twice(cls: Any) -> object:
        def executor(resolve: Callable[[object], None], reject: Callable[[Exception], None]) -> None:
            resolve(1)
            reject(KeyError())

        made = cls()
        made.do_resolve(1)
        made.do_resolve(2)
        return cls(executor).is_fulfilled, made.value

    assert (twice(Old), twice(New)) == ((False, 2), (True, 1))


@defect("a promise resolved with a pending one and then again is broken: even its repr raises `AssertionError`")
def _not_locked_in(both: Both) -> None:
    def again(cls: Any) -> Any:
        inner, outer = cls(), cls()
        outer.do_resolve(inner)
        outer.do_resolve("again")
        inner.do_resolve("inner")
        return outer

    broken = again(Old)
    with pytest.raises(AssertionError):
        repr(broken)
    assert again(New).value == "inner"


@defect("`KeyboardInterrupt` in a handler is swallowed, and no later handler of the thread ever runs")
def _dead_queue(both: Both) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    def interrupted(cls: Any) -> tuple[bool, object]:
        try:
            cls.resolve(1).then(interrupt)
            raised = False
        except KeyboardInterrupt:
            raised = True
        return raised, cls.resolve(1).then(lambda value: value).value

    assert in_a_thread(lambda: interrupted(Old)) == (False, None)
    assert in_a_thread(lambda: interrupted(New)) == (True, 1)


@defect("after a `get()` in a handler, handlers of settled promises run inside `then`, out of turn")
def _out_of_turn(_: Both) -> None:
    def turns(cls: Any) -> list[str]:
        seen: list[str] = []

        def handler(_: object) -> None:
            for name in ("before", "after"):
                cls.resolve(None).then(lambda _, name=name: seen.append(f"{name} get"))
                seen.append(f"{name} then")
                cls.resolve(1).then(str).get()

        cls.resolve(None).then(handler).get()
        return seen

    assert turns(Old) == ["before then", "before get", "after get", "after then"]
    assert turns(New) == ["before then", "before get", "after then", "after get"]


@defect("a rejection that nobody handles vanishes")
def _vanishes(both: Both) -> None:
    error = KeyError("lost")
    Old.reject(error)
    assert both.unhandled.take() == []
    New.reject(error)
    assert both.unhandled.take() == [error]


@defect("an error in a handler of `done` vanishes")
def _done_loses(both: Both) -> None:
    error = KeyError("lost")

    def fail(_: object) -> None:
        raise error

    Old.resolve(1).done(fail)
    assert both.unhandled.take() == []
    New.resolve(1).done(fail)
    assert both.unhandled.take() == [error]


class _Recorder:
    """A scheduler that notes how long it is to wait, and settles the promise instead."""

    def __init__(self) -> None:
        self.timeouts: list[float | None] = []

    def call(self, fn: Callable[[], object]) -> None:
        fn()

    def wait(self, promise: Any, timeout: float | None = None) -> None:
        self.timeouts.append(timeout)
        promise.do_resolve("waited")


@defect("`get(timeout=0)` waits for ever")
def _zero_is_for_ever(both: Both) -> None:
    recorder = _Recorder()
    assert Old(None, recorder).get(timeout=0) == "waited"
    assert recorder.timeouts == [None]
    with pytest.raises(PromiseTimeoutError):
        New().get(timeout=0)


@defect('too long a wait raises a bare `Exception("Timeout")`')
def _bare_exception(both: Both) -> None:
    with pytest.raises(Exception, match=r"^Timeout$") as old:
        Old().get(0.001)
    assert old.type is Exception
    with pytest.raises(TimeoutError, match="did not settle within"):
        New().get(0.001)


@defect("the 65,534th handler of a pending promise is an `AssertionError`")
def _cap(both: Both) -> None:
    def add_all(made: Any) -> int:
        for count in range(65_540):
            try:
                made.then(None)
            except AssertionError:
                return count
        return 65_540

    assert (add_all(Old()), add_all(New())) == (65_533, 65_540)


@defect("`Promise.all(generator)` raises `TypeError`")
def _no_generators(both: Both) -> None:
    with pytest.raises(TypeError):
        Old.all(i for i in range(2))
    assert New.all(i for i in range(2)).get() == [0, 1]


@defect("`Promise.all` of a fulfilled promise of a list raises `AttributeError`")
def _no_promise_of_list(both: Both) -> None:
    with pytest.raises(AttributeError):
        Old.all(Old.resolve([1]))
    assert New.all(New.resolve([1])).get() == [1]


@defect("five loads at top level are five batches")
def _batches_of_one(both: Both) -> None:
    def batches(loader: Any, cls: Any) -> list[int]:
        sizes: list[int] = []

        def load(keys: list[int]) -> object:
            sizes.append(len(keys))
            return cls.resolve(keys)

        made = loader(load)
        loads = [made.load(key) for key in range(5)]
        assert [load.get() for load in loads] == [0, 1, 2, 3, 4]
        return sizes

    assert (batches(OldLoader, Old), batches(DataLoader, New)) == ([1] * 5, [5])


@defect("an empty `cache_map` is ignored")
def _empty_map(both: Both) -> None:
    def kept(loader: Any, cls: Any) -> int:
        cache: dict[object, object] = {}
        loader(cls.resolve, cache_map=cache).load(1).get()
        return len(cache)

    assert (kept(OldLoader, Old), kept(DataLoader, New)) == (0, 1)


@defect("a batch function has to return a promise")
def _only_promises(both: Both) -> None:
    assert "did not return a Promise" in str(OldLoader(lambda keys: keys).load(1).reason)
    assert DataLoader(lambda keys: keys).load(1).get() == 1


@defect("a cancelled asyncio task leaves its promise pending for ever")
def _cancelled(both: Both) -> None:
    async def cancelled(cls: Any) -> object:
        task = asyncio.ensure_future(asyncio.sleep(1000))
        made = cls.resolve(task)
        errors: list[object] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: errors.append(context))
        made.catch(lambda _: None)
        task.cancel()
        for _ in range(5):
            await asyncio.sleep(0)
        return made.is_pending or type(made.reason)

    assert asyncio.run(cancelled(Old)) is True
    assert asyncio.run(cancelled(New)) is PromiseCancelledError


@defect("`AsyncioScheduler` makes `get()` return None at once")
def _returns_none(both: Both) -> None:
    loop = asyncio.new_event_loop()
    try:
        with pytest.warns(RuntimeWarning, match="never awaited"):
            assert Old(None, OldAsyncioScheduler(loop)).get() is None
        pending = New(None, AsyncioScheduler(loop))
        timer = threading.Timer(0.01, pending.do_resolve, [1])
        timer.start()
        assert pending.get() == 1
        timer.join()
    finally:
        loop.close()


@defect("`ThreadScheduler` runs no handler")
def _threads_fail(both: Both) -> None:
    failures: list[object] = []
    before, threading.excepthook = threading.excepthook, lambda arguments: failures.append(arguments.exc_type)
    others = set(threading.enumerate())  # a pool of another test may rest among them, for ever
    try:
        made = Old(None, OldThreadScheduler())
        chained = made.then(lambda value: value)
        in_a_thread(lambda: made.do_resolve(1))
        for thread in threading.enumerate():
            if thread not in others:
                thread.join(10)
    finally:
        threading.excepthook = before
    assert (failures, chained.is_pending) == ([AssertionError], True)

    pending = New(None, ThreadScheduler())
    thread_of_handler = pending.then(lambda _: threading.get_ident())
    pending.do_resolve(1)
    assert thread_of_handler.get(10) != threading.get_ident()


@defect("`p.then(f).do_resolve(v)` settles what the handler settles again")
def _two_masters(both: Both) -> None:
    source = Old()
    chained = source.then(lambda _: "handler")
    chained.do_resolve("by hand")
    assert chained.value == "by hand"
    source.do_resolve(1)
    assert chained.value == "handler"

    with pytest.raises(InvalidStateError, match="its handler decides it"):
        New().then(lambda _: "handler").do_resolve("by hand")


@defect("`catch(KeyError)` calls the class as the handler")
def _class_as_handler(both: Both) -> None:
    assert isinstance(Old.reject(ValueError()).catch(KeyError).value, KeyError)
    with pytest.raises(TypeError, match=r"catch\(KeyError, handler\)"):
        New().catch(KeyError)


@defect("`Promise(1)` is a rejected promise")
def _no_executor(both: Both) -> None:
    assert isinstance(Old(1).reason, TypeError)
    with pytest.raises(TypeError, match="takes an executor"):
        New(1)


@defect("a rejection with no exception is an `AssertionError`")
def _no_exception(both: Both) -> None:
    with pytest.raises(AssertionError):
        Old.reject("no")
    with pytest.raises(TypeError, match="takes an exception"):
        New.reject("no")


@defect("a handler that cannot be called is ignored in silence")
def _silence(both: Both) -> None:
    assert Old.resolve(1).then(3).value == 1
    with pytest.warns(RuntimeWarning, match="did_fulfill, because 3 is not callable"):
        assert New.resolve(1).then(3).value == 1
