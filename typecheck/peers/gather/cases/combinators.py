"""`asyncio.gather`: it takes awaitables one by one, and is typed as a tuple of their results.

At run time it gives a list. The tuple is what typeshed says, so that each value keeps its type, and what is asked here.
"""

from asyncio import Future, gather
from typing import Any, Never, assert_type

from .. import world


def one_promise(n: Future[int]) -> None:
    assert_type(gather(n), Future[tuple[int]])


def one_coroutine(_: int) -> None:
    assert_type(gather(world.fetch_soon(1)), Future[tuple[str]])


def two_promises(n: Future[int], s: Future[str]) -> None:
    assert_type(gather(n, s), Future[tuple[int, str]])


def three_promises(n: Future[int], s: Future[str], b: Future[bytes]) -> None:
    assert_type(gather(n, s, b), Future[tuple[int, str, bytes]])


def four_promises(n: Future[int], s: Future[str]) -> None:
    assert_type(gather(n, s, n, s), Future[tuple[int, str, int, str]])


def five_promises(n: Future[int], s: Future[str]) -> None:
    assert_type(gather(n, s, n, s, n), Future[tuple[int, str, int, str, int]])


def six_promises(n: Future[int], s: Future[str]) -> None:
    assert_type(gather(n, s, n, s, n, s), Future[tuple[int, str, int, str, int, str]])


def seven_promises(n: Future[int], s: Future[str]) -> None:
    assert_type(gather(n, s, n, s, n, s, n), Future[tuple[int, str, int, str, int, str, int]])


def eight_promises(n: Future[int], s: Future[str]) -> None:
    assert_type(gather(n, s, n, s, n, s, n, s), Future[tuple[int, str, int, str, int, str, int, str]])


def nine_promises(n: Future[int], s: Future[str]) -> None:
    assert_type(gather(n, s, n, s, n, s, n, s, n), Future[tuple[int, str, int, str, int, str, int, str, int]])


def ten_promises(n: Future[int], s: Future[str]) -> None:
    assert_type(gather(n, s, n, s, n, s, n, s, n, s), Future[tuple[int, str, int, str, int, str, int, str, int, str]])


def twelve_promises_of_one_type(n: Future[int]) -> None:
    twelve = gather(n, n, n, n, n, n, n, n, n, n, n, n)
    assert_type(twelve, Future[tuple[int, int, int, int, int, int, int, int, int, int, int, int]])


def a_promise_and_a_coroutine(n: Future[int]) -> None:
    assert_type(gather(n, world.fetch_soon(1)), Future[tuple[int, str]])


def an_unpacked_list(promises: list[Future[int]]) -> None:
    assert_type(gather(*promises), Future[list[int]])


def an_unpacked_tuple(pair: tuple[Future[int], Future[str]]) -> None:
    assert_type(gather(*pair), Future[tuple[int, str]])


def a_rejection_among_them(n: Future[int], failed: Future[Never]) -> None:
    assert_type(gather(n, failed), Future[tuple[int, Never]])


def a_value_of_type_any_among_them(n: Future[int], anything: Any) -> None:
    assert_type(gather(n, anything), Future[tuple[int, Any]])
