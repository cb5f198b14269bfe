"""Without a loop: `get` gives the value, `wait` says whether it is there, the state can be read, `for` gives promises as they settle."""

from collections.abc import Iterator
from typing import Literal, Never, assert_type

from typedpromise import Completions, Promise

from .. import world


def get_the_value(n: Promise[int]) -> None:
    assert_type(n.get(), int)


def get_with_a_timeout_in_seconds(n: Promise[int]) -> None:
    assert_type(n.get(0.5), int)


def get_with_a_whole_number_of_seconds(n: Promise[int]) -> None:
    assert_type(n.get(1), int)


def get_with_a_named_timeout(n: Promise[int]) -> None:
    assert_type(n.get(timeout=1), int)


def get_with_an_optional_timeout(n: Promise[int], timeout: float | None) -> None:
    assert_type(n.get(timeout), int)


def get_a_chain(n: Promise[int]) -> None:
    assert_type(n.then(world.fetch).get(), str)


def get_a_tuple(n: Promise[int], s: Promise[str]) -> None:
    assert_type(Promise.all(n, s).get(), tuple[int, str])


def wait_says_whether_it_is_settled(n: Promise[int]) -> None:
    assert_type(n.wait(), bool)


def wait_with_a_timeout(n: Promise[int]) -> None:
    assert_type(n.wait(1), bool)


def wait_with_a_named_timeout(n: Promise[int]) -> None:
    assert_type(n.wait(timeout=0.5), bool)


def the_state_is_one_of_three_words(n: Promise[int]) -> None:
    assert_type(n.state, Literal["pending", "fulfilled", "rejected"])


def the_state_as_flags(n: Promise[int]) -> None:
    assert_type(n.is_pending, bool)
    assert_type(n.is_fulfilled, bool)
    assert_type(n.is_rejected, bool)


def the_value_of_a_fulfilled_promise(n: Promise[int]) -> None:
    assert_type(n.value, int)


def the_reason_of_a_rejected_promise(never: Promise[Never]) -> None:
    assert_type(never.reason, Exception)


# As they settle.


def for_gives_promises(n: Promise[int]) -> None:
    for promise in Promise.as_completed(n, n):
        assert_type(promise, Promise[int])


def for_over_two_types(n: Promise[int], s: Promise[str]) -> None:
    for promise in Promise.as_completed(n, s):
        assert_type(promise.get(), int | str)


def a_comprehension_as_they_settle(promises: list[Promise[int]]) -> None:
    assert_type([promise.get() for promise in Promise.as_completed(promises)], list[int])


def a_list_of_them_as_they_settle(promises: list[Promise[int]]) -> None:
    assert_type(list(Promise.as_completed(promises)), list[Promise[int]])


def the_handler_of_the_next_one(found: Completions[int]) -> None:
    assert_type(next(found).then(lambda x: [x]), Promise[list[int]])


def what_gives_them_is_an_iterator(found: Completions[int]) -> None:
    plain: Iterator[Promise[int]] = found
    assert_type(next(plain), Promise[int])


def what_gives_them_is_covariant(found: Completions[bool]) -> None:
    def first(found: Completions[int]) -> Promise[int]:
        return next(found)

    assert_type(first(found), Promise[int])
