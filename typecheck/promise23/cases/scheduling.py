"""Schedulers: what has `call` and `wait` is one."""

from collections.abc import Callable
from typing import Any, assert_type

from promise import (
    ImmediateScheduler,
    Promise,
    async_instance,
    get_default_scheduler,
    promise_for_dict,
    set_default_scheduler,
)
from promise.async_ import Async
from promise.schedulers.asyncio import AsyncioScheduler
from promise.schedulers.gevent import GeventScheduler
from promise.schedulers.thread import ThreadScheduler

from .. import world


class _Own:
    """A scheduler of a user's own."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], object]] = []

    def call(self, fn: Callable[[], object]) -> None:
        self.jobs.append(fn)

    def wait(self, promise: Promise[Any], timeout: float | None = None) -> None:
        promise._then(lambda _: None, lambda _: None)


class _Half:
    def call(self, fn: Callable[[], object]) -> None: ...


def the_queues(_: int) -> None:
    assert_type(async_instance, Async)
    assert_type(async_instance.trampoline_enabled, bool)


def set_the_default(_: int) -> None:
    set_default_scheduler(ImmediateScheduler())
    set_default_scheduler(ThreadScheduler())
    set_default_scheduler(AsyncioScheduler())
    set_default_scheduler(_Own())
    assert_type(get_default_scheduler().call(print), object)


def a_gevent_scheduler(_: int) -> None:
    assert_type(Promise(world.start, GeventScheduler()), Promise[int])


def the_scheduler_of_a_promise(n: Promise[int]) -> None:
    assert_type(n.scheduler.wait(n, 1), object)


def a_function_is_exported(_: int) -> None:
    assert_type(promise_for_dict({"a": 1}), Promise[dict[str, int]])


# Refused.


def half_a_scheduler(_: int) -> None:
    set_default_scheduler(_Half())  # E[arg-type]


def no_scheduler(_: int) -> None:
    set_default_scheduler(None)  # E[arg-type]
