"""Without a loop: `get` gives the value, `wait` says whether it is there, and the state can be read."""

from typing import Literal, Never, assert_type

from typedpromise import Promise

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
