"""A promise of 2.3 is its own writer, tells its state, and has further names for its methods."""

import asyncio
from collections.abc import Callable, Generator
from typing import Any, Never, assert_type

from promise import Promise, is_thenable, promisify

from .. import world
from ..world import User


def without_an_executor(_: int) -> None:
    p: Promise[int] = Promise()
    p.do_resolve(1)
    assert_type(p, Promise[int])


def do_resolve_with_a_promise(p: Promise[str], s: Promise[str]) -> None:
    assert_type(p.do_resolve(s), None)


def do_reject(p: Promise[str]) -> None:
    assert_type(p.do_reject(ValueError("no")), None)


def fulfill(p: Promise[str]) -> None:
    assert_type(p.fulfill("text"), None)


def an_executor_rejects_with_a_traceback(_: int) -> None:
    def run(resolve: Callable[[int], None], reject: Callable[..., None]) -> None:
        reject(ValueError("no"), None)

    assert_type(Promise(run), Promise[int])


def value_and_reason(n: Promise[int]) -> None:
    assert_type(n.value, int | Exception | None)
    assert_type(n.reason, int | Exception | None)


def the_value_is_narrowed(n: Promise[int]) -> None:
    value = n.value
    assert_type(value if isinstance(value, int) else 0, int)


def the_state(n: Promise[int]) -> None:
    assert_type(n.is_pending, bool)
    assert_type(n.is_fulfilled, bool)
    assert_type(n.is_rejected, bool)


def the_future(n: Promise[int]) -> None:
    assert_type(n.future, asyncio.Future[int])


def wait(n: Promise[int]) -> None:
    assert_type(Promise.wait(n, 0.5), None)


def done(n: Promise[int]) -> None:
    assert_type(n.done(print, world.ignore), None)


def done_all(n: Promise[int]) -> None:
    assert_type(n.done_all([world.label, (print, world.ignore), {"success": print, "failure": None}]), None)


def then_all(n: Promise[int]) -> None:
    assert_type(n.then_all([world.label, world.label_padded]), list[Promise[str]])


def then_all_of_promises(n: Promise[int]) -> None:
    assert_type(n.then_all([world.fetch]), list[Promise[str]])


def then_all_of_pairs(n: Promise[int]) -> None:
    assert_type(n.then_all([(world.label, world.ignore)]), list[Promise[Any]])


def cast_a_value(_: int) -> None:
    assert_type(Promise.cast(b"bytes"), Promise[bytes])


def cast_a_promise(n: Promise[int]) -> None:
    assert_type(Promise.cast(n), Promise[int])


def cast_a_coroutine(_: int) -> None:
    assert_type(Promise.cast(world.fetch_soon(1)), Promise[str])


def fulfilled(user: User) -> None:
    assert_type(Promise.fulfilled(user), Promise[User])


def rejected(_: int) -> None:
    assert_type(Promise.rejected(ValueError()), Promise[Never])


def a_rejection_where_a_value_is_declared(n: Promise[int]) -> None:
    def checked(x: int) -> Promise[str]:
        return Promise.reject(ValueError(x)) if x < 0 else world.fetch(x)

    assert_type(n.then(checked), Promise[str])


def promisify_as_a_method(_: int) -> None:
    assert_type(Promise.promisify(world.read)(2), Promise[bytes])


def promisify_as_a_decorator(_: int) -> None:
    @promisify
    def shout(text: str, times: int = 1) -> str:
        return text.upper() * times

    assert_type(shout("a", times=2), Promise[str])


def safe(_: int) -> None:
    assert_type(Promise.safe(world.read)(2, mode="rb"), Promise[bytes])


def safe_of_a_function_that_returns_a_promise(_: int) -> None:
    assert_type(Promise.safe(world.fetch)(2), Promise[str])


def is_thenable_tells_a_promise(either: Promise[int] | None) -> None:
    assert_type(either.then(str) if is_thenable(either) else None, Promise[str] | None)


def is_thenable_tells_what_is_none(either: Promise[int] | None) -> None:
    if not Promise.is_thenable(either):
        assert_type(either, None)


def yield_from(n: Promise[int]) -> None:
    def run() -> Generator[Any, Any, str]:
        number = yield from n
        return str(number)

    assert_type(run(), Generator[Any, Any, str])


def a_promise_of_a_subclass(admin: Promise[world.Admin]) -> None:
    def widened(p: Promise[world.Admin]) -> Promise[User]:
        return p

    assert_type(widened(admin), Promise[User])


# Refused.


def do_resolve_with_a_value_of_another_type(p: Promise[str]) -> None:
    p.do_resolve(1)  # E[arg-type]


def do_reject_with_a_string(p: Promise[str]) -> None:
    p.do_reject("no")  # E[arg-type]


def resolve_without_a_value(_: int) -> None:
    Promise.resolve()  # E[call-arg]


def a_value_that_may_be_none(n: Promise[int]) -> None:
    n.value + 1  # E[operator]


def wait_on_the_promise(n: Promise[int]) -> None:
    n.wait(1)  # E[arg-type]


def then_all_of_a_number(n: Promise[int]) -> None:
    n.then_all([1])  # E[list-item]


def promisify_a_value(_: int) -> None:
    promisify(1)  # E[arg-type]
