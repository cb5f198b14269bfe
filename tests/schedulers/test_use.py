"""`use` and `set_default_scheduler`: which scheduler a thread has."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from typedpromise import Promise
from typedpromise.schedulers import DeferredScheduler, ImmediateScheduler, Scheduler, set_default_scheduler, use


class Noting:
    """A scheduler that notes that it was asked, and is run by hand."""

    def __init__(self) -> None:
        """Start with nothing asked."""
        self.drains: list[Callable[[], object]] = []

    def call_soon(self, drain: Callable[[], object], /) -> None:
        """Note it."""
        self.drains.append(drain)


def one_job() -> Promise[int]:
    """Give a scheduler something to do."""
    return Promise.resolve(1).then(lambda value: value + 1)


def test_the_block_gives_the_scheduler() -> None:
    """`with use(scheduler) as same` is that scheduler, in use until the end of the block."""
    noting = Noting()

    with use(noting) as same:
        assert same is noting
        promise = one_job()
    assert one_job().value == 2
    assert promise.value == 2, "the next drain of the thread takes what was left"
    [drain] = noting.drains
    drain()


def test_blocks_nest() -> None:
    """The inner block's scheduler holds until its end, also None for the thread's default."""
    outer, inner = Noting(), Noting()

    with use(outer):
        with use(inner):
            one_job()
            with use(None):
                assert one_job().value == 2
        one_job()

    assert (len(inner.drains), len(outer.drains)) == (1, 1)
    outer.drains[0]()


def test_a_block_that_fails() -> None:
    """An exception leaves the block with the scheduler before back in place."""
    with pytest.raises(ValueError, match="boom"), use(Noting()):
        raise ValueError("boom")

    assert one_job().value == 2


def test_a_scheduler_is_asked_once_for_a_drain() -> None:
    """Until it has drained it is not asked again; after that it is."""
    noting = Noting()

    with use(noting):
        one_job()
        one_job()
        assert len(noting.drains) == 1
        noting.drains[0]()
        promise = one_job()
        assert len(noting.drains) == 2
        noting.drains[1]()

    assert promise.value == 2


def test_a_drain_called_twice_is_harmless() -> None:
    """A host that calls a drain too often runs nothing twice."""
    noting = Noting()
    log: list[int] = []
    with use(noting):
        Promise.resolve(1).then(log.append)
    for _ in range(3):
        noting.drains[0]()

    assert log == [1]


def test_a_scheduler_that_fails() -> None:
    """What `call_soon` raises comes out of the call, and the next call asks again."""

    class Failing(Noting):
        fails = True

        def call_soon(self, drain: Callable[[], object], /) -> None:
            if self.fails:
                raise OSError("no host")
            super().call_soon(drain)

    failing = Failing()
    with use(failing):
        with pytest.raises(OSError, match="no host"):
            one_job()
        failing.fails = False
        promise = one_job()
        failing.drains[0]()

    assert promise.value == 2


def test_a_scheduler_that_drains_at_once() -> None:
    """A scheduler that calls the drain inside `call_soon` breaks its contract, but no promise."""

    class Eager:
        def call_soon(self, drain: Callable[[], object], /) -> None:
            drain()

    with use(Eager()):
        assert one_job().value == 2
        assert Promise.resolve(0).then(lambda _value: one_job()).value == 2


def test_it_is_the_threads_own() -> None:
    """A scheduler in use on one thread is nothing to the others."""
    values: list[int] = []

    with use(Noting()) as noting:
        thread = threading.Thread(target=lambda: values.append(one_job().value))
        thread.start()
        thread.join(5)

    assert values == [2]
    assert noting is not None


def test_the_default_holds_for_all_threads() -> None:
    """`set_default_scheduler` holds where no `use` does, on every thread, and returns the one before."""
    noting, other = Noting(), Noting()
    assert set_default_scheduler(noting) is None
    try:
        thread = threading.Thread(target=one_job)
        thread.start()
        thread.join(5)
        one_job()
        assert len(noting.drains) == 2
        with use(other):
            one_job()
        assert len(other.drains) == 1
    finally:
        assert set_default_scheduler(None) is noting
    for drain in (*noting.drains, *other.drains):
        drain()


@pytest.mark.parametrize(
    "scheduler", [DeferredScheduler(), ImmediateScheduler(), Noting(), None], ids=lambda it: type(it).__name__
)
def test_a_scheduler_is_taken_by_its_one_method(scheduler: Scheduler | None) -> None:
    """Any object with `call_soon` is a scheduler, and None is none."""
    with use(scheduler) as same:
        assert same is scheduler
    assert set_default_scheduler(scheduler) is None
    assert set_default_scheduler(None) is scheduler
