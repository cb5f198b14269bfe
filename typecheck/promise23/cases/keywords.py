"""The names of 2.3's parameters: `did_fulfill`, `did_reject`, `on_rejection`, `executor`, `scheduler`, `timeout`."""

from collections.abc import Callable
from typing import assert_type

from promise import Promise
from promise.schedulers.thread import ThreadScheduler

from .. import world


def then_with_a_named_handler(n: Promise[int]) -> None:
    assert_type(n.then(did_fulfill=world.label), Promise[str])


def then_with_a_named_lambda(n: Promise[int]) -> None:
    assert_type(n.then(did_fulfill=lambda x: [x]), Promise[list[int]])


def then_with_a_named_handler_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(did_fulfill=world.fetch), Promise[str])


def then_with_a_named_handler_of_errors(n: Promise[int]) -> None:
    assert_type(n.then(did_reject=world.to_bytes), Promise[int | bytes])


def then_with_a_named_lambda_of_errors(n: Promise[int]) -> None:
    assert_type(n.then(did_reject=lambda e: None), Promise[int | None])


def then_with_a_named_handler_of_errors_that_returns_a_promise(n: Promise[int]) -> None:
    assert_type(n.then(did_reject=world.fetch_bytes), Promise[int | bytes])


def then_with_both_named(n: Promise[int]) -> None:
    assert_type(n.then(did_fulfill=world.label, did_reject=world.to_bytes), Promise[str | bytes])


def then_with_the_second_named(n: Promise[int]) -> None:
    assert_type(n.then(world.label, did_reject=world.to_bytes), Promise[str | bytes])


def then_with_none(n: Promise[int]) -> None:
    assert_type(n.then(None), Promise[int])


def then_with_none_twice(n: Promise[int]) -> None:
    assert_type(n.then(None, None), Promise[int])


def then_with_an_optional_handler(n: Promise[int], handler: Callable[[int], str] | None) -> None:
    assert_type(n.then(handler), Promise[str] | Promise[int])


def then_with_two_optional_handlers(
    n: Promise[int], handler: Callable[[int], str] | None, recover: Callable[[Exception], str] | None
) -> None:
    assert_type(n.then(handler, recover), Promise[str] | Promise[int | str] | Promise[int])


def catch_with_a_named_handler(n: Promise[int]) -> None:
    assert_type(n.catch(on_rejection=world.to_bytes), Promise[int | bytes])


def a_named_executor(_: int) -> None:
    assert_type(Promise(executor=world.start), Promise[int])


def a_scheduler(_: int) -> None:
    assert_type(Promise(world.start, scheduler=ThreadScheduler()), Promise[int])


def resolve_a_named_value(_: int) -> None:
    assert_type(Promise.resolve(obj=b"bytes"), Promise[bytes])


def get_with_a_named_timeout(n: Promise[int]) -> None:
    assert_type(n.get(timeout=0.5), int)


# Refused.


def a_name_of_another_library(n: Promise[int]) -> None:
    n.then(on_fulfilled=world.label)  # E[call-overload]


def a_named_handler_of_another_type(n: Promise[int]) -> None:
    n.then(did_fulfill=world.length)  # E[call-overload]


def a_scheduler_that_is_a_class(_: int) -> None:
    Promise(world.start, scheduler=ThreadScheduler)  # E[arg-type]
